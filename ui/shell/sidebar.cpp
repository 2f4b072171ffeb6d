// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/openmenu.h"
#include "ui/common/stylepaint.h"
#include "ui/common/textlabel.h"
#include "ui/common/textlines.h"
#include "ui/shell/sidebardrop.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QProgressBar>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kIcon = 18;
constexpr qint64 kLinesKept = 100; // some screens of them

class SidebarDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Colors c = colorsOf(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QRect row = option.rect.adjusted(space::kS, 1, -space::kS, -1);
        if (index.data(SidebarModel::HeadingRole).toBool()) {
            QFont font = fontOf(TextRole::Caption);
            font.setWeight(QFont::DemiBold);
            painter->setFont(font);
            painter->setPen(c.tertiary);
            painter->drawText(row.adjusted(space::kS, 0, 0, -space::kXs),
                Qt::AlignLeft | Qt::AlignBottom, index.data().toString());
            painter->restore();
            return;
        }
        const bool isHere = option.state & QStyle::State_Selected;
        const QColor plain = option.state & QStyle::State_Enabled ? c.secondary : c.tertiary;
        if (isHere || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(isHere ? c.control : c.hover);
            painter->drawRoundedRect(row, space::kRadius, space::kRadius);
        }
        const int side = scaled(kIcon);
        const QRect box(row.left() + space::kS, row.center().y() - side / 2 + 1, side, side);
        drawIcon(painter, box, index.data(SidebarModel::IconNameRole).toString(),
            isHere ? c.accent : plain);
        QFont font = fontOf(TextRole::Body);
        font.setWeight(isHere ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(isHere ? c.text : plain);
        const int left = box.right() + space::kS + space::kXs;
        const int width = row.right() - space::kS - left;
        m_lines.draw(*painter, QRect(left, row.top(), width, row.height()), Qt::AlignLeft,
            index.data().toString());
        stylepaint::itemFocus(painter, option, row, c, space::kRadius);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const int text = QFontMetrics(fontOf(TextRole::Body)).height();
        return { 100, index.data(SidebarModel::HeadingRole).toBool() ? text + 26 : text + 16 };
    }

private:
    mutable TextLines m_lines { kLinesKept };
};

} // namespace

SidebarModel::SidebarModel(const Capabilities& capabilities, QObject* parent)
    : QAbstractListModel(parent)
    , m_capabilities(capabilities)
{
    connect(&capabilities, &Capabilities::changed, this, [this] {
        if (!m_entries.isEmpty()) {
            Q_EMIT dataChanged(index(0), index(int(m_entries.size()) - 1));
        }
    });
}

bool SidebarModel::isUsable(const SidebarEntry& entry) const
{
    return !entry.isHeading && (!entry.needs || m_capabilities.can(*entry.needs));
}

void SidebarModel::add(SidebarEntry entry)
{
    const auto at = std::ranges::upper_bound(
        m_entries, entry.position, std::ranges::less(), &SidebarEntry::position);
    const int row = int(at - m_entries.begin());
    beginInsertRows({}, row, row);
    m_entries.insert(row, std::move(entry));
    endInsertRows();
}

void SidebarModel::setPlaylists(const QList<types::PlaylistRow>& playlists)
{
    QList<SidebarEntry> entries;
    for (const SidebarEntry& entry : std::as_const(m_entries)) {
        if (entry.position < kPlaylists) {
            entries.append(entry);
        }
    }
    if (!playlists.isEmpty()) {
        entries.append({ {}, tr("Playlists"), {}, kPlaylists, true });
    }
    for (const types::PlaylistRow& playlist : playlists) {
        entries.append({ { Route::Place::Playlist, playlist.id.value, {} }, playlist.title,
            playlist.smart ? u"smart"_s : u"playlist"_s, kPlaylists + 1, false,
            account::Feature::ReadPlaylists, !playlist.smart && !playlist.isVideo });
    }
    if (entries != m_entries) {
        beginResetModel();
        m_entries = entries;
        endResetModel();
    }
}

int SidebarModel::rowOf(const Route& route) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        const SidebarEntry& entry = m_entries.at(row);
        if (!entry.isHeading && entry.route.place == route.place && entry.route.id == route.id) {
            return row;
        }
    }
    return -1;
}

int SidebarModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant SidebarModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const SidebarEntry& entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case HeadingRole:
        return entry.isHeading;
    case IconNameRole:
        return entry.iconName;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        const QString reason = entry.needs ? m_capabilities.reason(*entry.needs) : QString();
        return reason.isEmpty()       ? QVariant()
            : role == Qt::ToolTipRole ? plainToolTip(reason)
                                      : reason;
    }
    default:
        return {};
    }
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex& index) const
{
    return index.isValid() && isUsable(entry(index.row()))
        ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
        : Qt::ItemFlags(Qt::NoItemFlags);
}

Sidebar::Sidebar(const Capabilities& capabilities, QWidget* parent)
    : QWidget(parent)
    , m_model(capabilities)
    , m_list(new QListView)
    , m_drop(new SidebarDrop(*m_list, m_model, this))
    , m_sync(new QWidget)
    , m_syncText(new TextLabel(TextRole::Caption, Tone::Secondary))
    , m_progress(new QProgressBar)
    , m_pending(new TextLabel(TextRole::Caption, Tone::Secondary))
{
    setObjectName(u"sidebar"_s);
    m_list->setObjectName(u"sidebarList"_s);
    m_list->setAccessibleName(tr("Navigation"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new SidebarDelegate(this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_progress->setObjectName(u"syncProgress"_s);
    m_progress->setAccessibleName(tr("Synchronisation"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_pending->setObjectName(u"pendingChanges"_s);
    m_syncText->setObjectName(u"syncText"_s);
    m_syncText->setWordWrap(true);
    auto* sync = new QVBoxLayout(m_sync);
    sync->setContentsMargins(0, 0, 0, 0);
    sync->setSpacing(6);
    sync->addWidget(m_syncText);
    sync->addWidget(m_progress);
    auto* status = new QVBoxLayout;
    status->setContentsMargins(space::kM, space::kS, space::kM, space::kM);
    status->setSpacing(space::kS);
    status->addWidget(m_sync);
    status->addWidget(m_pending);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::kXs, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addLayout(status);
    m_sync->hide();
    m_pending->hide();
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    const auto openHere = [this](const QModelIndex& index) { open(index, OpenIn::Here); };
    connect(m_drop, &SidebarDrop::insertRequested, this, &Sidebar::insertRequested);
    connect(m_drop, &SidebarDrop::filesDropped, this, &Sidebar::filesDropped);
    connect(m_drop, &SidebarDrop::newPlaylistRequested, this, &Sidebar::newPlaylistRequested);
    connect(m_drop, &SidebarDrop::refused, this, &Sidebar::refused);
    connect(m_drop, &SidebarDrop::openRequested, this, openHere);
    connect(m_list, &QListView::clicked, this, openHere);
    connect(m_list, &QListView::activated, this, openHere);
    connect(m_list, &QWidget::customContextMenuRequested, this, &Sidebar::popupMenu);
}

void Sidebar::open(const QModelIndex& index, OpenIn where)
{
    if (index.isValid() && index.flags() & Qt::ItemIsEnabled) {
        Q_EMIT routeRequested(m_model.entry(index.row()).route, where);
    }
}

bool Sidebar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress
        && opensNewPane(*static_cast<QKeyEvent*>(event))) {
        open(m_list->currentIndex(), OpenIn::NewPane);
        return true;
    }
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (opensNewPane(*mouse)) {
            open(m_list->indexAt(mouse->position().toPoint()), OpenIn::NewPane);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Sidebar::popupMenu(const QPoint& position)
{
    const QPersistentModelIndex index = m_list->indexAt(position);
    if (!index.isValid() || !(index.flags() & Qt::ItemIsEnabled)) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(u"sidebarMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addOpenActions(*menu, [this, index](OpenIn where) { open(index, where); });
    const SidebarEntry& entry = m_model.entry(index.row());
    if (entry.route.place == Route::Place::Playlist) {
        menu->addSeparator();
        addPlaylistActions(*menu, entry.iconName == u"smart",
            [this, playlist = types::PlaylistId { entry.route.id }](
                PlaylistAction action) { Q_EMIT playlistActionRequested(action, playlist); });
    }
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void Sidebar::setLibrary(const library::CacheKey& library)
{
    m_drop->setLibrary(library);
}

void Sidebar::showRoute(const Route& route)
{
    const int row = m_model.rowOf(route);
    if (row >= 0) {
        m_list->setCurrentIndex(m_model.index(row));
    } else {
        m_list->selectionModel()->clear();
    }
}

void Sidebar::setSync(bool isRunning, const QString& what, qint64 done, qint64 total)
{
    m_sync->setVisible(isRunning);
    if (!isRunning) {
        return;
    }
    m_syncText->setText(total > 0
            ? tr("%1 · %2 of %3").arg(what, format::count(done), format::count(total))
            : what);
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    m_progress->setValue(total > 0 ? int(done * 1000 / total) : 0);
}

void Sidebar::setPending(int steps)
{
    m_pending->setVisible(steps > 0);
    m_pending->setText(tr("%Ln change(s) pending", nullptr, steps));
    m_pending->setToolTip(tr("They are sent as soon as the server can be reached."));
}

void Sidebar::applyMetrics()
{
    m_list->doItemsLayout();
}

void Sidebar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorsOf(palette()).canvas);
}

} // namespace ui
