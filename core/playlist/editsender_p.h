// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"
#include "core/playlist/overlay.h"
#include "core/playlist/plan.h"
#include "core/plex/server.h"

#include <deque>
#include <functional>

namespace playlist {

/// Brings one playlist on a server to what an edit asks for: read, plan, send one request after the
/// other, and read again where that cannot be known beforehand.
///
/// Made with new and a parent; deletes itself when it has finished. Thread: UI.
class EditSender final : public QObject
{
    Q_OBJECT
public:
    EditSender(plex::Server& server, types::RatingKey playlist, Edit edit, change::Aliases aliases,
        std::optional<Note> note, change::Sending sending, QObject* parent);

    /// Done as far as can be seen without reading once more.
    /// Errors: those of plex::Server; Conflict: somebody else moved the same rows; NotFound: the
    /// server does not have some of the items any more, the rest is done; Unsupported: a smart
    /// playlist; Cancelled.
    [[nodiscard]] util::Future<void> run();

private:
    using Request = std::function<util::Future<void>()>;
    /// How often is read and planned, at most: somebody else may be at work as well.
    static constexpr int kRounds = 6;

    void read();
    void receive(const std::vector<types::PlaylistKey>& rows);
    [[nodiscard]] Recognition recognition() const;
    [[nodiscard]] QString keyOf(Token token) const;
    void askFor(const Tokens& rows, std::function<void()> then);
    void begin();
    [[nodiscard]] bool mayRebuild(const Tokens& wanted) const;
    void rebuild(const Tokens& wanted);
    void fill(const Plan& plan);
    void add(const Tokens& rows);
    void keep(const Note& note);
    void sendNext();
    void handleFailure(const util::Error& error, bool isRemoval);
    void append(Request request, bool isRemoval = false);
    void finish(util::Result<void> result);
    [[nodiscard]] util::Result<void> judged() const;

    plex::Server& m_server;
    types::RatingKey m_playlist;
    Edit m_edit;
    change::Aliases m_aliases;
    std::optional<Note> m_note;
    change::Sending m_sending;
    util::Promise<void> m_promise;

    int m_rounds = 0;
    Overlay m_overlay; ///< at the latest reading
    QHash<Token, QString> m_keys; ///< of the rows that the server held then, and of the note's
    qint64 m_highest = 0; ///< id of a row then
    bool m_hasForeign = false; ///< rows that only another server could name
    QSet<Token> m_sent; ///< rows that were added
    QSet<Token> m_refused; ///< rows whose items the server does not have
    std::deque<std::pair<Request, bool>> m_requests; ///< of this round; whether a row is removed
    int m_done = 0; ///< requests of all rounds
    bool m_isReadAgain = false; ///< after this round
    qsizetype m_batch = kBatch;
};

} // namespace playlist
