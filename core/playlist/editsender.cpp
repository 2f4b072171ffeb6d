// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/editsender_p.h"

#include "core/playlist/rowreader_p.h"

#include <algorithm>

namespace async = util::async;
using util::Error;
using util::Future;
using util::Result;

namespace playlist {

namespace {

/// What Server::metadata() takes at once.
constexpr qsizetype kLookedUp = 100;
constexpr int kUriTooLong = 414;
constexpr qsizetype kNamed = 3; // titles in a message

} // namespace

EditSender::EditSender(plex::Server& server, types::RatingKey playlist, Edit edit,
    change::Aliases aliases, std::optional<Note> note, change::Sending sending, QObject* parent)
    : QObject(parent)
    , m_server(server)
    , m_playlist(std::move(playlist))
    , m_edit(std::move(edit))
    , m_aliases(std::move(aliases))
    , m_note(std::move(note))
    , m_sending(std::move(sending))
{
}

Future<void> EditSender::run()
{
    read();
    return m_promise.future();
}

void EditSender::read()
{
    m_isReadAgain = false;
    async::deliver((new RowReader(m_server, m_playlist, m_sending.stop, this))->run(), this,
        [this](const Result<RowReader::Rows>& rows) {
            if (rows) {
                receive(*rows);
            } else {
                finish(rows.error());
            }
        });
}

void EditSender::receive(const std::vector<types::PlaylistKey>& rows)
{
    std::vector<HeldRow> held;
    m_keys.clear();
    for (qsizetype i = 0; m_note && i < m_note->keys.size(); ++i) {
        m_keys.insert(m_note->wanted.at(static_cast<size_t>(i)), m_note->keys.at(i));
    }
    for (const types::PlaylistKey& row : rows) {
        if (row.playlistItemId == 0) {
            finish(Error { Error::Code::Unsupported,
                tr("A smart playlist has no order of its own. Its rules can be changed instead."),
                {}, 0, {} });
            return;
        }
        held.push_back({ row.playlistItemId, row.ratingKey.value });
        m_keys.insert(row.playlistItemId, row.ratingKey.value);
        m_highest = std::max(m_highest, row.playlistItemId);
        m_hasForeign = m_hasForeign || row.isForeign;
    }
    m_overlay = lay(m_edit, m_aliases.numbers(kEntryAlias), held, recognition());
    if (m_rounds == 0 && !m_overlay.disputed.empty()) {
        finish(Error { Error::Code::Conflict,
            tr("Somebody else moved the same tracks meanwhile. They were left where they are on "
               "the server."),
            {}, 0, {} });
        return;
    }
    const QSet<Token> isHeld(m_overlay.held.begin(), m_overlay.held.end());
    Tokens missing;
    for (const Token row : m_overlay.wanted) {
        if (m_sent.contains(row) && !isHeld.contains(row) && !m_refused.contains(row)) {
            missing.push_back(row);
        }
    }
    // Left out without a word: is it that the server does not have them?
    askFor(missing, [this] { begin(); });
}

Recognition EditSender::recognition() const
{
    return m_note ? Recognition { m_note->mark, m_note->wanted, m_note->keys } : Recognition {};
}

QString EditSender::keyOf(Token token) const
{
    const auto known = m_keys.constFind(token);
    if (known != m_keys.constEnd()) {
        return *known;
    }
    return m_edit.rows.value(m_overlay.originals.value(token, token)).ratingKey;
}

/// Notes which of @p rows the server does not have items for.
void EditSender::askFor(const Tokens& rows, std::function<void()> then)
{
    QList<Future<QList<types::Item>>> answers;
    QList<types::RatingKey> keys;
    for (size_t i = 0; i < rows.size(); ++i) {
        keys.append({ keyOf(rows[i]) });
        if (keys.size() == kLookedUp || i + 1 == rows.size()) {
            answers.append(m_server.metadata(keys, m_sending.stop));
            keys.clear();
        }
    }
    if (answers.isEmpty()) {
        then();
        return;
    }
    async::deliver(async::all(answers, this), this,
        [this, rows, then = std::move(then)](const Result<QList<QList<types::Item>>>& found) {
            if (!found) {
                finish(found.error());
                return;
            }
            QSet<QString> isThere;
            for (const auto& page : *found) {
                for (const types::Item& item : page) {
                    isThere.insert(item.ratingKey.value);
                }
            }
            for (const Token row : rows) {
                if (!isThere.contains(keyOf(row))) {
                    m_refused.insert(row);
                }
            }
            then();
        });
}

void EditSender::begin()
{
    Tokens wanted;
    std::ranges::copy_if(m_overlay.wanted, std::back_inserter(wanted),
        [this](Token row) { return !m_refused.contains(row); });
    const Plan plan = planFor(m_overlay.held, wanted, mayRebuild(wanted), m_overlay.moved);
    if (plan.isEmpty()) {
        finish(judged());
        return;
    }
    if (m_rounds++ == kRounds) {
        finish({}); // what it has come to is read back
        return;
    }
    if (!plan.isRebuild) {
        fill(plan);
        return;
    }
    const QSet<Token> isHeld(m_overlay.held.begin(), m_overlay.held.end());
    Tokens others;
    std::ranges::copy_if(
        wanted, std::back_inserter(others), [&isHeld](Token row) { return !isHeld.contains(row); });
    // What is removed must be there to be added again; what the server lists, it has.
    askFor(others, [this, wanted] { rebuild(wanted); });
}

bool EditSender::mayRebuild(const Tokens& wanted) const
{
    return !m_note && !m_hasForeign
        && std::ranges::none_of(wanted, [this](Token row) { return keyOf(row).isEmpty(); });
}

void EditSender::rebuild(const Tokens& wanted)
{
    Note note { m_highest, {}, {} };
    for (const Token row : wanted) {
        if (!m_refused.contains(row)) {
            note.wanted.push_back(row);
            note.keys.append(keyOf(row));
        }
    }
    append([this, note] { return m_sending.keepNote(payloadOf(note)); });
    append([this, note] {
        m_note = note;
        return m_server.clearPlaylist(m_playlist, m_sending.stop);
    });
    add(note.wanted);
    sendNext();
}

void EditSender::fill(const Plan& plan)
{
    for (const Token row : plan.removed) {
        append([this, row] { return m_server.removeFromPlaylist(m_playlist, row, m_sending.stop); },
            true);
    }
    if (!plan.added.empty() && !m_note) {
        append([this] {
            const Note note { m_highest, {}, {} };
            m_note = note;
            return m_sending.keepNote(payloadOf(note));
        });
    }
    add(plan.added);
    for (const Move& move : plan.moves) {
        append([this, move] {
            return m_server.moveInPlaylist(m_playlist, move.row, move.after, m_sending.stop);
        });
    }
    sendNext();
}

void EditSender::add(const Tokens& rows)
{
    QList<types::RatingKey> keys;
    for (size_t i = 0; i < rows.size(); ++i) {
        m_sent.insert(rows[i]);
        keys.append({ keyOf(rows[i]) });
        if (keys.size() == m_batch || i + 1 == rows.size()) {
            append([this, keys] {
                return m_server.addToPlaylist(m_playlist, { m_edit.server }, keys, m_sending.stop);
            });
            keys.clear();
            m_isReadAgain = true; // what the rows are called, and whether all are there
        }
    }
}

void EditSender::append(Request request, bool isRemoval)
{
    m_requests.emplace_back(std::move(request), isRemoval);
}

void EditSender::sendNext()
{
    if (m_requests.empty()) {
        m_isReadAgain ? read() : finish(judged());
        return;
    }
    if (m_sending.stop.stop_requested()) {
        finish(Error::cancelled());
        return;
    }
    auto [request, isRemoval] = std::move(m_requests.front());
    m_requests.pop_front();
    async::deliver(request(), this, [this, isRemoval = isRemoval](const Result<void>& sent) {
        if (!sent) {
            handleFailure(sent.error(), isRemoval);
            return;
        }
        ++m_done;
        if (m_sending.progress) {
            m_sending.progress(m_done, m_done + static_cast<int>(m_requests.size()));
        }
        sendNext();
    });
}

void EditSender::handleFailure(const Error& error, bool isRemoval)
{
    if (error.code == Error::Code::NotFound && isRemoval) {
        sendNext(); // somebody else removed it
        return;
    }
    const bool isTooLong = error.httpStatus == kUriTooLong && m_batch > 1;
    if (error.code != Error::Code::NotFound && !isTooLong) {
        finish(error);
        return;
    }
    // A row that was to be moved, or the one before it, is gone; or the whole playlist.
    if (isTooLong) {
        m_batch = m_batch / 2;
    }
    m_requests.clear();
    read();
}

/// Everything was sent that can be.
Result<void> EditSender::judged() const
{
    if (m_refused.isEmpty()) {
        return {};
    }
    QStringList titles;
    for (const Token row : m_overlay.wanted) {
        if (m_refused.contains(row) && titles.size() < kNamed) {
            titles.append(m_edit.rows.value(m_overlay.originals.value(row, row)).title);
        }
    }
    const auto count = static_cast<int>(m_refused.size());
    return Error { Error::Code::NotFound,
        tr("The server does not have %n track(s) any more, among them: %1.", nullptr, count)
            .arg(titles.join(tr(", "))),
        {}, 0, {} };
}

void EditSender::finish(Result<void> result)
{
    m_promise.finish(std::move(result));
    deleteLater();
}

} // namespace playlist
