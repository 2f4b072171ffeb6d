// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/folderspage.h"

#include "ui/common/dragging.h"
#include "ui/common/errorbar.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/openmenu.h"
#include "ui/common/routelink.h"
#include "ui/common/style.h"
#include "ui/common/stylepaint.h"
#include "ui/common/textlabel.h"
#include "ui/common/textlines.h"
#include "ui/common/tracktable.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kIcon = 20;
constexpr qint64 kLinesKept = 200; // some screens of them

class FolderDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Colors c = colorsOf(option.palette);
        const bool isSelected = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row = option.rect.adjusted(0, 1, -space::kM, -1);
        painter->setPen(Qt::NoPen);
        if (isSelected || option.state & QStyle::State_MouseOver) {
            painter->setBrush(isSelected ? c.selection : c.hover);
            painter->drawRoundedRect(row, space::kRadius, space::kRadius);
        }
        stylepaint::itemFocus(painter, option, row, c, space::kRadius);
        const int side = scaled(kIcon);
        const QRect box(row.left() + space::kS, row.center().y() - side / 2 + 1, side, side);
        drawIcon(painter, box, u"folder"_s, c.accent);
        const QRect arrow(row.right() - side - space::kXs, box.top(), side, side);
        drawIcon(painter, arrow.adjusted(3, 3, -3, -3), u"chevron-right"_s, c.tertiary);
        const QRect text(box.right() + space::kS + space::kXs, row.top(),
            arrow.left() - box.right() - 2 * space::kM, row.height());
        painter->setFont(fontOf(TextRole::Body));
        painter->setPen(c.text);
        m_lines.draw(*painter, text, Qt::AlignLeft, index.data().toString());
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return { 200, rowHeight(Density::Comfortable) };
    }

private:
    mutable TextLines m_lines { kLinesKept };
};

} // namespace

FoldersPage::FoldersPage(library::Library& library, library::OnDemand& onDemand, Covers& covers,
    Capabilities& capabilities, QWidget* parent)
    : TrackPage(parent)
    , m_library(library)
    , m_onDemand(onDemand)
    , m_capabilities(capabilities)
    , m_model(library)
    , m_play(new QPushButton(icon(u"play"_s, Tone::OnAccent), tr("Play")))
    , m_shuffle(new QPushButton(icon(u"shuffle"_s), tr("Shuffle")))
    , m_up(new QToolButton)
    , m_crumbs(new QWidget)
    , m_steps(new QHBoxLayout)
    , m_list(new DragList)
    , m_table(new TrackTable(covers, capabilities))
    , m_missing(new TextLabel(TextRole::Caption, Tone::Tertiary))
    , m_content(new QWidget)
{
    setObjectName(u"foldersPage"_s);
    setupHeader(capabilities);
    setupFolders();
    m_list->setDragSource(covers, [this](const QList<int>& rows) { return dragged(rows); });
    setupTable();
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kXs);
    m_tracks = inset(m_table);
    m_tracks->layout()->setContentsMargins(space::kM, 0, space::kM, 0);
    column->addWidget(inset(m_list), 1);
    column->addWidget(m_tracks, 2);
    column->addWidget(m_missing);
    m_missing->setObjectName(u"foldersMissing"_s);
    m_missing->setContentsMargins(space::kL, space::kXs, space::kL, space::kS);
    m_states = makeStates(m_content, StatePage::Skeleton::Rows);
    auto* page = new QWidget;
    auto* whole = new QVBoxLayout(page);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_crumbs);
    whole->addWidget(m_states, 1);
    setContent(page);
    connect(m_states, &StatePage::retryRequested, this, &FoldersPage::reload);
    connect(m_states, &StatePage::actionRequested, this, &FoldersPage::syncRequested);
    capabilities.bind(m_states->action(), account::Feature::Sync);
    for (const QKeySequence& keys :
        { QKeySequence(Qt::Key_Backspace), QKeySequence(Qt::ALT | Qt::Key_Up) }) {
        auto* up = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(up, &QShortcut::activated, this, &FoldersPage::goUp);
    }
    connect(&m_onDemand, &library::OnDemand::serverChanged, this, [this] {
        if (m_isOpened && m_onDemand.isOnline() && state() == StatePage::State::Error) {
            reload();
        }
    });
    connect(&m_library, &library::Library::opened, this, [this] {
        if (m_isOpened) {
            reload();
        }
    });
    m_states->showLoading();
}

void FoldersPage::setupHeader(Capabilities& capabilities)
{
    m_play->setObjectName(u"foldersPlay"_s);
    m_shuffle->setObjectName(u"foldersShuffle"_s);
    makePrimary(m_play);
    capabilities.bind(*m_play, account::Feature::Play);
    capabilities.bind(*m_shuffle, account::Feature::Play);
    addHeaderWidget(m_play);
    addHeaderWidget(m_shuffle);
    showActions(false);
    m_up->setObjectName(u"foldersUp"_s);
    m_up->setIcon(icon(u"chevron-up"_s));
    m_up->setToolTip(tr("To the folder above"));
    m_up->setAccessibleName(tr("To the folder above"));
    m_up->setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout(m_crumbs);
    row->setContentsMargins(space::kL, 0, space::kL, space::kS);
    row->setSpacing(space::kS);
    row->addWidget(m_up);
    m_steps->setSpacing(space::kS);
    row->addLayout(m_steps);
    row->addStretch();
    m_crumbs->setObjectName(u"foldersTrail"_s);
    m_crumbs->setAccessibleName(tr("The way to this folder"));
    connect(m_up, &QToolButton::clicked, this, &FoldersPage::goUp);
    using Items = QList<types::ItemId>;
    connect(m_play, &QPushButton::clicked, this, [this] {
        collectShown([this](const Items& items) { Q_EMIT playListRequested(items, 0); });
    });
    connect(m_shuffle, &QPushButton::clicked, this,
        [this] { collectShown([this](const Items& items) { Q_EMIT shuffleRequested(items); }); });
}

void FoldersPage::setupFolders()
{
    m_list->setObjectName(u"foldersList"_s);
    m_list->setAccessibleName(tr("Folders"));
    m_list->setModel(&m_folders);
    m_list->setItemDelegate(new FolderDelegate(this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    connect(m_list, &QListView::activated, this,
        [this](const QModelIndex& index) { openRow(index, OpenIn::Here); });
    onTextSize(m_list, [this] { fit(); });
}

void FoldersPage::setupTable()
{
    m_table->setObjectName(u"foldersTable"_s);
    m_table->setAccessibleName(tr("Tracks in the folder"));
    m_table->setTrackModel(&m_model, &m_model);
    m_table->setColumns({ TrackColumn::Title, TrackColumn::Artist, TrackColumn::Album,
                            TrackColumn::Rating, TrackColumn::Duration },
        { TrackColumn::Position });
    connect(m_table, &TrackTable::rowActivated, this,
        [this](int row) { Q_EMIT playListRequested(items(), row); });
}

QList<types::ItemId> FoldersPage::items() const
{
    QList<types::ItemId> items;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        items.append(m_model.item(row));
    }
    return items;
}

Route FoldersPage::routeOf(const FolderTrail& trail)
{
    return { Route::Place::Folders, 0, textOf(trail) };
}

QWidget* FoldersPage::focusTarget()
{
    const bool hasFolders = m_folders.rowCount() > 0 || m_model.rowCount() == 0;
    return hasFolders ? static_cast<QWidget*>(m_list) : m_table;
}

void FoldersPage::enter()
{
    m_isEntering = true;
    setFocus(); // what of it takes the keyboard is known only when the server has answered
}

void FoldersPage::take(QWidget& target)
{
    const QWidget* focused = window()->focusWidget();
    const bool isOurs = !focused || focused == this || isAncestorOf(focused);
    if (std::exchange(m_isEntering, false) && isOurs) {
        target.setFocus();
    }
}

void FoldersPage::showActions(bool isPlayable)
{
    for (QPushButton* button : { m_play, m_shuffle }) {
        m_capabilities.allow(*button, isPlayable);
        button->setVisible(isPlayable);
    }
}

void FoldersPage::forget()
{
    (void)m_latest.begin();
    (void)m_collecting.begin();
    m_trail.clear();
    m_folders.setFolders({});
    TrackPage::forget();
}

void FoldersPage::open(const Route& route)
{
    m_isOpened = true;
    m_trail = trailOf(route.text);
    reload();
}

void FoldersPage::reload()
{
    const QWidget* focused = window()->focusWidget();
    if (focused && isAncestorOf(focused)) {
        setFocus(); // what has it goes, and would pass it on to something outside of the page
    }
    m_facts.clear();
    m_states->showLoading();
    showTrail(m_trail);
    if (m_trail.isEmpty()) {
        readSections();
    } else {
        readFolder(m_trail);
    }
}

void FoldersPage::readSections()
{
    (void)m_latest.begin();
    m_latest.deliver(
        m_library.sections(), this, [this](const util::Result<QList<types::Section>>& sections) {
            if (!sections) {
                showFailure(sections.error());
                return;
            }
            FolderTrail music;
            for (const types::Section& section : *sections) {
                if (section.type == types::ItemType::Artist) {
                    music.append({ section.key.value, section.title });
                }
            }
            m_hasSeveralSections = music.size() > 1;
            if (music.size() == 1) {
                readFolder(music);
            } else if (music.isEmpty()) {
                m_capabilities.need(m_states->action(), true);
                showActions(false);
                m_states->showEmpty(u"folder"_s, tr("No music library yet"),
                    tr("The folders of your server's music appear here. The first "
                       "synchronisation finds its libraries."),
                    tr("Synchronise now"));
                take(m_states->action());
            } else {
                showTrail({});
                showList(music, {});
            }
        });
}

void FoldersPage::readFolder(const FolderTrail& trail)
{
    showTrail(trail);
    const types::SectionKey section { trail.constFirst().key };
    const QString key = trail.size() > 1 ? trail.constLast().key : QString();
    const std::stop_token stop = m_latest.begin();
    m_latest.deliver(m_onDemand.folder(section, key, stop), this,
        [this](const util::Result<library::Folder>& folder) {
            if (folder) {
                showFolder(*folder);
            } else {
                showFailure(folder.error());
            }
        });
}

void FoldersPage::showFailure(const util::Error& error)
{
    m_capabilities.need(m_states->action(), false); // it is to be read again
    setHeader(title(), {});
    showActions(false);
    using Code = util::Error::Code;
    if (error.code == Code::Offline || error.code == Code::Timeout) {
        util::Error told = error;
        told.message = tr("Folders are not kept on this computer. Your artists, albums and tracks "
                          "are here without the server.");
        m_states->showError(told, tr("Folders need the server"));
    } else {
        m_states->showError(error, tr("The folder could not be read."));
    }
    take(m_states->action());
}

void FoldersPage::showFolder(const library::Folder& folder)
{
    QList<FolderStep> folders;
    folders.reserve(folder.folders.size());
    for (const library::Folder::Below& below : folder.folders) {
        folders.append({ below.key, below.title });
    }
    if (folders.isEmpty() && folder.tracks.isEmpty()) {
        m_folders.setFolders({});
        m_model.showFixed({});
        m_capabilities.need(m_states->action(), false);
        setHeader(title(), {});
        showActions(false);
        m_states->showEmpty(
            u"folder"_s, tr("Nothing here"), tr("In this folder the server has found no music."));
        take(*m_up);
        return;
    }
    showList(folders, folder.tracks);
}

void FoldersPage::showList(const QList<FolderStep>& folders, const QList<types::TrackRow>& tracks)
{
    QList<types::TrackRow> known;
    std::ranges::copy_if(tracks, std::back_inserter(known),
        [](const types::TrackRow& track) { return track.id.isValid(); });
    const int missing = int(tracks.size() - known.size());
    m_folders.setFolders(folders);
    m_model.showFixed(known);
    m_missing->setText(missing == 0 ? QString()
                                    : tr("%Ln track(s) here are not in your library yet. The next "
                                         "synchronisation brings them.",
                                        nullptr, missing));
    m_missing->setVisible(missing > 0);
    m_list->parentWidget()->setVisible(!folders.isEmpty());
    m_tracks->setVisible(!known.isEmpty());
    QStringList facts;
    if (!folders.isEmpty()) {
        facts.append(tr("%Ln folder(s)", nullptr, int(folders.size())));
    }
    if (!tracks.isEmpty()) {
        facts.append(format::tracks(tracks.size()));
    }
    m_facts = facts.join(u" · "_s);
    setHeader(title(), m_facts);
    const bool isLibrary = m_shown.size() < 2; // all of it at once is for other pages
    showActions(!known.isEmpty() || (!isLibrary && !folders.isEmpty()));
    const int row = qMax(0, m_folders.rowOf(std::exchange(m_cameFrom, {})));
    m_list->setCurrentIndex(m_folders.index(row, 0));
    fit();
    m_states->showContent();
    take(folders.isEmpty() && !known.isEmpty() ? static_cast<QWidget&>(*m_table) : *m_list);
}

void FoldersPage::showTrail(const FolderTrail& trail)
{
    m_shown = trail;
    setHeader(trail.size() > 1 ? trail.constLast().title : tr("Folders"), {});
    while (QLayoutItem* item = m_steps->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> gone(item);
        gone->widget()->hide();
        gone->widget()->deleteLater(); // it may be what asks for this
    }
    for (qsizetype i = 0; i < trail.size(); ++i) {
        const QString& name = trail.at(i).title;
        if (i > 0) {
            m_steps->addWidget(new TextLabel(u"›"_s, TextRole::Body, Tone::Tertiary));
        }
        if (i == trail.size() - 1) {
            m_steps->addWidget(new TextLabel(name, TextRole::Body, Tone::Secondary));
            continue;
        }
        auto* link = new RouteLink;
        link->setObjectName(u"foldersStep%1"_s.arg(i));
        link->setText(name);
        link->setAccessibleName(tr("Folder: %1").arg(name));
        link->setRoute(routeOf(trail.mid(0, i + 1)));
        connect(link, &RouteLink::routeRequested, this, &FoldersPage::routeRequested);
        m_steps->addWidget(link);
    }
    const bool hasAbove = trail.size() > 1 || (trail.size() == 1 && m_hasSeveralSections);
    m_up->setEnabled(hasAbove);
    m_crumbs->setVisible(!trail.isEmpty());
}

Dragging FoldersPage::dragged(const QList<int>& rows) const
{
    if (rows.isEmpty() || m_shown.isEmpty()) {
        return {}; // the rows are whole libraries
    }
    const FolderStep folder = m_folders.folder(rows.constFirst());
    return Dragging::one({ ItemDrag::Kind::Folder, originOf(m_library.key()), {},
                             { m_shown.constFirst().key, folder.key } },
        folder.title, {}, {}, u"folder"_s);
}

void FoldersPage::goUp()
{
    if (!m_up->isEnabled()) {
        return;
    }
    m_cameFrom = m_shown.constLast().key;
    m_isEntering = true;
    Q_EMIT routeRequested(routeOf(m_shown.mid(0, m_shown.size() - 1)), OpenIn::Here);
}

void FoldersPage::collect(
    const QString& key, const std::function<void(const QList<types::ItemId>&)>& then)
{
    setHeader(title(), tr("Looking through the folders…"));
    const types::SectionKey section { m_shown.constFirst().key };
    const std::stop_token stop = m_collecting.begin();
    m_collecting.deliver(m_onDemand.tracksBelow(section, key, stop), this,
        [this, then](const util::Result<QList<types::ItemId>>& items) {
            setHeader(title(), m_facts);
            if (!items) {
                errorBar().show(items.error(), tr("The folder could not be read."), false);
            } else if (items->isEmpty()) {
                errorBar().showNotice(tr("Nothing in this folder is in your library yet."));
            } else {
                then(*items);
            }
        });
}

void FoldersPage::collectShown(const std::function<void(const QList<types::ItemId>&)>& then)
{
    if (m_folders.rowCount() == 0) {
        then(items());
    } else {
        collect(m_shown.size() > 1 ? m_shown.constLast().key : QString(), then);
    }
}

void FoldersPage::openRow(const QModelIndex& index, OpenIn where)
{
    if (!index.isValid()) {
        return;
    }
    FolderTrail trail = m_shown;
    trail.append(m_folders.folder(index.row()));
    m_isEntering = where == OpenIn::Here;
    Q_EMIT routeRequested(routeOf(trail), where);
}

void FoldersPage::fit()
{
    // Beside tracks the folders take what they need, at most half.
    const int rows = m_folders.rowCount();
    const int needed = rows * rowHeight(Density::Comfortable) + space::kXs;
    const bool hasTracks = m_model.rowCount() > 0 || !m_tracks || m_tracks->isVisibleTo(m_content);
    m_list->setMaximumHeight(hasTracks ? qMin(needed, qMax(1, height() / 2)) : QWIDGETSIZE_MAX);
}

void FoldersPage::resizeEvent(QResizeEvent* event)
{
    TrackPage::resizeEvent(event);
    fit();
}

bool FoldersPage::popupMenu(const QContextMenuEvent& event)
{
    const bool isKey = event.reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKey ? m_list->currentIndex() : m_list->indexAt(event.pos());
    if (!index.isValid()) {
        return false;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(u"folderMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addOpenActions(
        *menu, [this, row = QPersistentModelIndex(index)](OpenIn where) { openRow(row, where); });
    if (!m_shown.isEmpty()) { // else the rows are whole libraries
        menu->addSeparator();
        const QString key = m_folders.folder(index.row()).key;
        addPlayActions(*menu, m_capabilities, [this, key](PlayHow how) {
            collect(key, [this, how](const QList<types::ItemId>& items) {
                Q_EMIT playRequested(items, how);
            });
        });
    }
    const QPoint centre = m_list->visualRect(index).center();
    menu->popup(isKey ? m_list->viewport()->mapToGlobal(centre) : event.globalPos());
    return true;
}

bool FoldersPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress
        && opensNewPane(*static_cast<QKeyEvent*>(event))) {
        openRow(m_list->currentIndex(), OpenIn::NewPane);
        return true;
    }
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (opensNewPane(*mouse)) {
            openRow(m_list->indexAt(mouse->position().toPoint()), OpenIn::NewPane);
            return true;
        }
    }
    const bool isList = watched == m_list || watched == m_list->viewport();
    if (isList && event->type() == QEvent::ContextMenu) {
        return popupMenu(*static_cast<QContextMenuEvent*>(event));
    }
    return TrackPage::eventFilter(watched, event);
}

} // namespace ui
