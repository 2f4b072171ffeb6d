// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/playlistpage.h"

#include "ui/common/errorbar.h"
#include "ui/common/format.h"
#include "ui/common/itemdrag.h"
#include "ui/common/lists.h"
#include "ui/common/pagehead.h"
#include "ui/common/tracktable.h"
#include "ui/common/typeahead.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kCover = 168;

} // namespace

PlaylistPage::PlaylistPage(
    library::Library& library, Covers& covers, Capabilities& capabilities, QWidget* parent)
    : TrackPage(parent)
    , m_library(library)
    , m_model(library)
    , m_head(new PageHead(covers, capabilities, kCover, u"playlist"_s))
    , m_table(new TrackTable(covers, capabilities))
{
    setObjectName(u"playlistPage"_s);
    hideHeader();
    m_head->setDrag([this] {
        const bool isMusic = !m_model.playlist().isVideo;
        return isMusic ? ItemDrag::of(Route::playlist(m_playlist), m_library.key()) : ItemDrag();
    });
    m_table->setObjectName(u"playlistTable"_s);
    m_table->setAccessibleName(tr("Tracks of the playlist"));
    m_table->setTrackModel(&m_model, &m_model);
    m_table->setColumns({ TrackColumn::Position, TrackColumn::Title, TrackColumn::Artist,
                            TrackColumn::Album, TrackColumn::Rating, TrackColumn::Duration },
        {});
    m_states = makeStates(inset(m_table), StatePage::Skeleton::Rows);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_states, 1);
    setContent(content);
    auto* typeAhead = new TypeAhead(
        findInTexts(
            [this](int first, int count, std::stop_token stop) {
                const auto& spine = m_model.spine();
                const QList<qint64> ids(spine.begin() + first, spine.begin() + first + count);
                return util::async::andThen(m_library.playlistEntries(ids, std::move(stop)), this,
                    [](const QList<types::PlaylistEntryRow>& entries) {
                        QStringList texts;
                        texts.reserve(entries.size());
                        for (const types::PlaylistEntryRow& entry : entries) {
                            texts.append(entry.track.title);
                        }
                        return texts;
                    });
            },
            [this] { return m_model.rowCount(); }, this),
        this);
    connect(m_table, &TrackTable::typeAheadRequested, typeAhead, &TypeAhead::find);
    connect(typeAhead, &TypeAhead::found, m_table, &TrackTable::selectRow);
    connect(m_table, &TrackTable::rowActivated, this, [this](int row) { play(row, false); });
    connect(m_head, &PageHead::playRequested, this, [this] { play(0, false); });
    connect(m_head, &PageHead::shuffleRequested, this, [this] { play(0, true); });
    connect(&m_model, &EntryModel::playlistChanged, this, &PlaylistPage::updateHead);
    connect(&m_model, &PagedModelBase::stateChanged, this, &PlaylistPage::updateState);
    connect(m_states, &StatePage::retryRequested, this, [this] { m_model.reloadNow(); });
    connect(&m_model, &PagedModelBase::pageFailed, this, [this](const util::Error& error) {
        errorBar().show(error, tr("Some tracks could not be read."), false);
    });
}

QWidget* PlaylistPage::focusTarget()
{
    return m_table;
}

int PlaylistPage::rowInQueue(int position) const
{
    return m_played.isValid() && m_played == m_playlist ? m_playedRow + position : -1;
}

void PlaylistPage::open(const Route& route)
{
    m_playlist = { route.id };
    m_model.show(m_playlist);
}

void PlaylistPage::updateHead()
{
    const types::PlaylistRow& playlist = m_model.playlist();
    setHeader(playlist.title, {});
    m_head->setCover(playlist.composite, playlist.smart ? u"smart"_s : u"playlist"_s);
    m_head->setKind(playlist.isVideo ? tr("Video playlist")
            : playlist.smart         ? tr("Smart playlist")
                                     : tr("Playlist"));
    m_head->setName(playlist.title);
    QStringList facts { playlist.isVideo ? format::items(playlist.count)
                                         : format::tracks(playlist.count) };
    if (playlist.duration.count() > 0) {
        facts.append(format::longDuration(playlist.duration));
    }
    m_head->setFacts(facts);
    const QString summary = playlist.summary.simplified();
    m_head->setSummary(summary.isEmpty() ? QStringList() : QStringList { summary });
}

void PlaylistPage::updateState()
{
    m_head->setVisible(true);
    m_head->setPlayable(m_model.rowCount() > 0 && !m_model.playlist().isVideo);
    switch (m_model.state()) {
    case PagedModelBase::State::Loading:
        m_states->showLoading();
        break;
    case PagedModelBase::State::Failed:
        m_head->setVisible(m_model.playlist().id == m_playlist); // not of the one before
        m_states->showError(m_model.error(), tr("The playlist could not be read."));
        break;
    case PagedModelBase::State::Empty:
        m_states->showEmpty(u"playlist"_s, tr("This playlist is empty"),
            tr("Tracks that are added to it in Plex appear here after the next synchronisation."));
        break;
    case PagedModelBase::State::Ready:
        m_states->showContent();
        break;
    }
}

void PlaylistPage::play(int row, bool shuffled)
{
    if (m_model.playlist().isVideo) {
        errorBar().showNotice(tr("Films and episodes are not played here yet. Plex plays them."));
        return;
    }
    const auto& spine = m_model.spine();
    const auto first = spine.begin() + qMin(std::ssize(spine), qsizetype(row));
    const auto last = spine.begin() + qMin(std::ssize(spine), qsizetype(row + lists::kMostPlayed));
    const QList<qint64> ids(first, last);
    const std::stop_token stop = m_playing.begin();
    m_playing.deliver(m_library.playlistEntries(ids, stop), this,
        [this, shuffled, row, playlist = m_playlist](
            util::Result<QList<types::PlaylistEntryRow>> entries) {
            if (!entries) {
                errorBar().show(entries.error(), tr("The playlist could not be played."), false);
                return;
            }
            QList<types::ItemId> items;
            for (const types::PlaylistEntryRow& entry : *entries) {
                if (!entry.isMissing) {
                    items.append(entry.track.id);
                }
            }
            m_played = shuffled ? types::PlaylistId() : playlist;
            m_playedRow = row;
            if (shuffled) {
                Q_EMIT shuffleRequested(items);
            } else {
                Q_EMIT playListRequested(items, 0);
            }
        });
}

} // namespace ui
