// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/sectionreader.h"

namespace library {

/// Compares which items of one type of one section the server has with which the cache has, by keys
/// alone, and tells where they differ.
///
/// Only suspects come out: a library that moves while it is paged shows some rows twice and others
/// not at all, so each is to be looked at by ItemRefresher before anything is done. Cost: a page of
/// keys and one read for each kPageSize rows. Thread: UI; destroyed after its future has finished,
/// or to give it up.
class KeyCheck : public QObject
{
    Q_OBJECT
public:
    static constexpr int kPageSize = 2000;
    static constexpr qsizetype kMost = 20'000; ///< suspects: beyond, all is to be read

    /// What is compared.
    enum class What
    {
        Existing, ///< all items
        Rated, ///< those with a rating above 0
        Played ///< those that were played
    };

    struct Suspects
    {
        QList<types::RatingKey> keys {};
        bool isComplete = true; ///< otherwise there are more
    };

    KeyCheck(Library& library, plex::Server& server, SectionReader::Part part, What what,
        std::stop_token stop, QObject* parent = nullptr);

    /// After a stop the server is not touched again.
    /// Errors: those of plex::Server::itemKeys, Database, Cancelled.
    [[nodiscard]] util::Future<Suspects> run();

    /// The server's way to say @p what: a field with its operator, and the value.
    [[nodiscard]] static std::pair<QString, QString> filterOf(What what);
    /// How many items of @p type the cache has that fit. Thread: a reader.
    [[nodiscard]] static util::Result<qint64> countOf(
        db::Connection& connection, types::ItemType type, What what);

private:
    void request();
    void receive(util::Result<plex::Page<types::RatingKey>> page);
    void compare();
    void finish(util::Result<Suspects> result);

    Library& m_library;
    plex::Server& m_server;
    SectionReader::Part m_part;
    What m_what;
    std::stop_token m_stop;
    util::Promise<Suspects> m_promise;
    std::shared_ptr<SeenIds> m_seen; // shared with reads, one at a time
    Suspects m_suspects;
    qint64 m_start = 0;
    types::RatingKey m_firstOfPage;
    bool m_isOver = false;
};

} // namespace library
