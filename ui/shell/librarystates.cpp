// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/librarystates.h"

#include "core/library/itemwriter.h"
#include "core/library/playlistwriter.h"
#include "core/library/prepareditem.h"

using namespace Qt::StringLiterals;
using util::Result;

namespace ui {

namespace {

library::CacheKey scratch(const QString& name)
{
    return { { u"tour-"_s + name }, {} };
}

/// What is above a track, without one.
Result<library::WriteOutcome> writeShells(db::Connection& connection, db::ChangeSet& changes)
{
    constexpr qint64 kNoSection = 1; // it has no row: the folders of a section are the server's
    types::Item artist;
    artist.ratingKey = { u"1"_s };
    artist.type = types::ItemType::Artist;
    artist.title = u"Ada"_s;
    types::Item album;
    album.ratingKey = { u"2"_s };
    album.parentKey = artist.ratingKey;
    album.type = types::ItemType::Album;
    album.title = u"Blank tape"_s;
    album.parentTitle = artist.title;
    types::Playlist playlist;
    playlist.ratingKey = { u"3"_s };
    playlist.title = u"Later"_s;
    const auto lists = library::PlaylistWriter(connection, changes)
                           .writeAll({ playlist }, [](const types::Playlist&) { return false; });
    if (!lists) {
        return lists.error();
    }
    return library::ItemWriter(connection, changes)
        .write(kNoSection, library::prepare({ artist, album }), nullptr);
}

} // namespace

LibraryStates::LibraryStates(library::Library& library, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_full(library.key())
{
}

LibraryStates::~LibraryStates()
{
    freeReaders();
}

void LibraryStates::enter(State state, std::function<void()> then)
{
    if (state == m_state) {
        then();
        return;
    }
    m_state = state;
    freeReaders();
    switch (state) {
    case State::Loading:
        holdReaders();
        open(scratch(u"loading"_s), std::move(then));
        break;
    case State::Empty:
        open(scratch(u"empty"_s), [this, then = std::move(then)] { fill(then); });
        break;
    case State::Error:
        // Opened twice: pages that were there before it broke would show what they had read.
        open(scratch(u"error"_s), [this, then = std::move(then)] { breakTables(then); });
        break;
    case State::Full:
        open(m_full, std::move(then));
        break;
    }
}

void LibraryStates::open(const library::CacheKey& key, std::function<void()> then)
{
    util::async::deliver(m_library.open(key), this,
        [then = std::move(then)](const Result<void>&) { then(); }); // pages tell what is wrong
}

void LibraryStates::fill(std::function<void()> then)
{
    util::async::deliver(m_library.write(&writeShells), this,
        [then = std::move(then)](const Result<library::WriteOutcome>&) { then(); });
}

void LibraryStates::breakTables(std::function<void()> then)
{
    const auto broken = m_library.write([](db::Connection& c, db::ChangeSet&) -> Result<bool> {
        for (const auto table : { "item_tag"_L1, "external_id"_L1, "playlist_entry"_L1,
                 "playlist"_L1, "track_order"_L1, "group_order"_L1, "item"_L1, "section"_L1 }) {
            if (auto done = c.execute(u"DROP TABLE IF EXISTS "_s + table); !done) {
                return std::move(done).error();
            }
        }
        return true;
    });
    util::async::deliver(broken, this, [this, then = std::move(then)](const Result<bool>&) {
        open(scratch(u"loading"_s), [this, then] { open(scratch(u"error"_s), then); });
    });
}

void LibraryStates::holdReaders()
{
    for (; m_held < db::Threads::kReaders; ++m_held) {
        const auto held
            = m_library.read([gate = m_gate](db::Connection&, std::stop_token) -> Result<bool> {
                  gate->acquire();
                  return true;
              });
        util::async::deliver(held, this, [](const Result<bool>&) {});
    }
}

void LibraryStates::freeReaders()
{
    if (m_held > 0) {
        m_gate->release(std::exchange(m_held, 0));
    }
}

} // namespace ui
