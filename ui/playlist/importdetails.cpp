// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/importdetails.h"

#include "ui/common/filterfield.h"
#include "ui/common/icons.h"
#include "ui/common/textlabel.h"
#include "ui/playlist/importcandidates.h"
#include "ui/playlist/importdelegate.h"
#include "ui/playlist/importrows.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kMostFound = 50;

/// What the search tells of a track; its path and guid are read when it is chosen.
match::LibraryTrack trackOf(const types::TrackRow& row)
{
    match::LibraryTrack track;
    track.id = row.id;
    track.key = row.ratingKey;
    track.track.title = row.title;
    track.track.artist = row.artist;
    track.track.album = row.album;
    track.track.duration = row.duration;
    return track;
}

} // namespace

ImportDetails::ImportDetails(library::Library& library, QWidget* parent)
    : QWidget(parent)
    , m_library(library)
    , m_title(new TextLabel(TextRole::Title))
    , m_facts(new TextLabel(TextRole::Body, Tone::Secondary))
    , m_reason(new TextLabel(TextRole::Caption, Tone::Tertiary))
    , m_heading(new TextLabel(TextRole::Caption, Tone::Tertiary))
    , m_search(new FilterField(tr("Search your library")))
    , m_model(new ImportCandidates(this))
    , m_list(new QListView)
    , m_choose(new QPushButton(icon(u"check"_s), tr("Choose")))
    , m_leaveOut(new QPushButton(tr("Not in my library")))
{
    m_title->setObjectName(u"importRowTitle"_s);
    m_reason->setObjectName(u"importRowReason"_s);
    m_reason->setWordWrap(true);
    m_heading->setWordWrap(true);
    m_search->setObjectName(u"importSearch"_s);
    m_search->setAccessibleName(tr("Search your library for the track"));
    m_list->setObjectName(u"importCandidates"_s);
    m_list->setAccessibleName(tr("Tracks that it may be"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ImportDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    onTextSize(m_list, [this] { m_list->setMinimumHeight(ImportDelegate::height()); });
    m_search->installEventFilter(this);
    m_choose->setObjectName(u"importChoose"_s);
    m_choose->setAutoDefault(false);
    m_leaveOut->setObjectName(u"importLeaveOut"_s);
    m_leaveOut->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kS);
    buttons->addWidget(m_choose);
    buttons->addWidget(m_leaveOut);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kM, 0, 0, 0);
    column->setSpacing(space::kXs);
    column->addWidget(new TextLabel(tr("In the file"), TextRole::Caption, Tone::Tertiary));
    column->addWidget(m_title);
    column->addWidget(m_facts);
    column->addWidget(m_reason);
    column->addSpacing(space::kS);
    column->addWidget(m_search);
    column->addWidget(m_heading);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &ImportDetails::find);
    connect(m_list, &QListView::doubleClicked, this, &ImportDetails::chooseCurrent);
    connect(m_choose, &QPushButton::clicked, this, &ImportDetails::chooseCurrent);
    connect(m_leaveOut, &QPushButton::clicked, this, &ImportDetails::leftOut);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ImportDetails::updateButtons);
    clear();
}

QWidget& ImportDetails::search() const
{
    return *m_search;
}

void ImportDetails::clear()
{
    m_review = nullptr;
    m_row.reset();
    m_title->setText(tr("No row is selected"));
    m_facts->setText({});
    m_reason->setText({});
    m_search->clear();
    showCandidates();
}

void ImportDetails::show(const playlist::ImportReview& review, const playlist::ImportRow& row)
{
    m_review = &review;
    m_row = row;
    const TwoLines lines = linesOf(row.file);
    m_title->setText(lines.first);
    m_facts->setText(lines.second);
    m_reason->setText(playlist::reasonText(row));
    if (m_search->text().isEmpty()) {
        showCandidates();
    } else {
        m_search->clear(); // which shows them
    }
}

void ImportDetails::showCandidates()
{
    (void)m_searching.begin();
    m_model->show(m_row ? candidatesOf(*m_review, *m_row) : QList<ImportCandidates::Entry>());
    const int count = m_model->rowCount();
    m_heading->setText(!m_row ? QString()
            : count == 0      ? tr("Nothing like it was found. Search for it.")
                              : tr("%Ln track(s) that it may be", nullptr, count));
    m_list->setCurrentIndex(m_model->index(0));
    updateButtons();
}

void ImportDetails::find(const QString& text)
{
    if (text.trimmed().isEmpty() || !m_row) {
        showCandidates();
        return;
    }
    const std::stop_token stop = m_searching.begin();
    m_searching.deliver(m_library.search(text, kMostFound, stop), this,
        [this](const util::Result<library::SearchResult>& found) {
            if (!found) {
                Q_EMIT failed(found.error(), tr("The library could not be searched."));
                return;
            }
            QList<ImportCandidates::Entry> entries;
            for (const types::TrackRow& track : found->tracks) {
                entries.append({ trackOf(track), 0, {}, false });
            }
            m_model->show(entries);
            m_heading->setText(entries.isEmpty()
                    ? tr("No track has these words.")
                    : tr("%Ln track(s) found", nullptr, int(entries.size())));
            m_list->setCurrentIndex(m_model->index(0));
            updateButtons();
        });
}

void ImportDetails::enter()
{
    if (m_model->rowCount() > 0) {
        m_list->setFocus();
    } else {
        m_search->setFocus();
    }
}

void ImportDetails::chooseCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (m_row && current.isValid()) {
        const match::LibraryTrack track = m_model->at(current.row()).track; // the list may change
        Q_EMIT chosen(track);
    }
}

void ImportDetails::updateButtons()
{
    m_search->setEnabled(m_row.has_value());
    m_choose->setEnabled(m_row && m_list->currentIndex().isValid());
    m_leaveOut->setEnabled(m_row && m_row->reason != playlist::RowReason::LeftOut);
}

bool ImportDetails::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (isEnter) {
        chooseCurrent();
        return true;
    }
    if (watched == m_search && key == Qt::Key_Down) {
        m_list->setFocus();
        return true;
    }
    if (key == Qt::Key_Escape && (watched == m_list || m_search->text().isEmpty())) {
        Q_EMIT left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
