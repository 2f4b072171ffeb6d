// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/outcome.h"
#include "app/cli/playlists.h"
#include "app/cli/text.h"
#include "app/services/services.h"
#include "app/services/session.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;
namespace async = util::async;
using playlist::ImportReview;
using playlist::ImportRow;
using playlist::RowState;
using util::Error;
using util::Future;

namespace cli {

namespace {

QString stateName(RowState state)
{
    switch (state) {
    case RowState::Found:
        return u"found"_s;
    case RowState::ToDecide:
        return u"unsure"_s;
    case RowState::Missing:
        break;
    }
    return u"missing"_s;
}

/// Rows that are not taken, with the candidate that comes nearest.
QJsonArray notTaken(const ImportReview& review)
{
    QJsonArray rows;
    for (const ImportRow& row : review.rows) {
        if (row.state == RowState::Found) {
            continue;
        }
        QJsonObject one { { "location"_L1, row.file.location }, { "title"_L1, row.file.title },
            { "artist"_L1, row.file.artist }, { "state"_L1, stateName(row.state) },
            { "reason"_L1, playlist::reasonText(row) } };
        if (!row.candidates.empty()) {
            const match::LibraryTrack& track = review.tracks.at(size_t(row.candidates[0].track));
            one.insert("candidate"_L1,
                QJsonObject { { "ratingKey"_L1, track.key.value },
                    { "title"_L1, track.track.title }, { "artist"_L1, track.track.artist },
                    { "score"_L1, double(row.candidates[0].score) } });
        }
        rows.append(one);
    }
    return rows;
}

/// Takes the best candidate of each row that is not sure.
void takeBest(ImportReview& review)
{
    for (size_t i = 0; i < review.rows.size(); ++i) {
        const ImportRow& row = review.rows[i];
        if (row.state == RowState::ToDecide && !row.candidates.empty()) {
            const match::LibraryTrack track = review.tracks.at(size_t(row.candidates[0].track));
            review.choose(qsizetype(i), track);
        }
    }
}

/// What was imported, with what was not.
Reply withRest(Reply reply, const ImportReview& review)
{
    const playlist::ImportCounts counts = review.counts();
    reply.json.insert("rows"_L1, counts.all());
    reply.json.insert("found"_L1, counts.found);
    reply.json.insert("unsure"_L1, counts.toDecide);
    reply.json.insert("missing"_L1, counts.missing);
    reply.json.insert("unreadable"_L1, review.leftOutCount);
    reply.json.insert("notTaken"_L1, notTaken(review));
    if (counts.found == counts.all() && review.leftOutCount == 0) {
        return reply;
    }
    const QString rest = Text::tr("%1 of %2 rows were found; %3 are not sure, %4 are missing, %5 "
                                  "could not be read.")
                             .arg(counts.found)
                             .arg(counts.all())
                             .arg(counts.toDecide)
                             .arg(counts.missing)
                             .arg(review.leftOutCount);
    reply.trouble = QStringList { rest, reply.trouble }.join(u' ').trimmed();
    if (reply.code == ExitCode::Done) {
        reply.code = ExitCode::Partly;
    }
    return reply;
}

Future<Reply> submit(const Context& context, const ImportReview& review)
{
    playlist::Source source;
    source.keys = playlist::chosenKeys(review);
    const library::CacheKey library = context.services.library.key();
    const QString asked = context.arguments.value(u"title"_s);
    if (!context.arguments.has(u"into"_s)) {
        const QString title = asked.isEmpty() ? review.title : asked;
        return whenSettled(context, context.services.playlists.create(library, title, {}, source));
    }
    const auto inserted = async::andThen(findPlaylist(context, context.arguments.value(u"into"_s)),
        &context.owner, [context, library, source](const types::PlaylistRow& playlist) {
            return context.services.playlists.insert(library, playlist.id, source);
        });
    return whenSettled(context, inserted);
}

Future<Reply> importRows(const Context& context, ImportReview review)
{
    if (context.arguments.has(u"best"_s)) {
        takeBest(review);
    }
    const QString missing = context.arguments.value(u"missing"_s);
    const auto saved = missing.isEmpty()
        ? async::ready<void>({})
        : context.services.importing.saveMissing(review, QFileInfo(missing).absoluteFilePath());
    return async::andThen(saved, &context.owner, [context, review]() -> Future<Reply> {
        if (review.counts().found == 0) {
            Reply reply = errorReply({ Error::Code::NotFound,
                Text::tr("None of it was found in the library."), {}, 0, {} });
            reply.code = ExitCode::Failed;
            Reply whole = withRest(std::move(reply), review);
            return async::ready<Reply>(std::move(whole));
        }
        return async::andThen(submit(context, review), &context.owner,
            [review](const Reply& reply) { return withRest(reply, review); });
    });
}

} // namespace

Future<Reply> runPlaylistsImport(const Context& context)
{
    QStringList paths;
    for (const QString& word : context.operands) {
        paths.append(QFileInfo(word).absoluteFilePath());
    }
    if (paths.isEmpty()) {
        return async::ready<Reply>(
            usage(Text::tr("Name a playlist file, or music files and folders.")));
    }
    return async::andThen(context.session.openForWriting(), &context.owner, [context, paths] {
        return async::andThen(context.services.importing.reviewFiles(paths), &context.owner,
            [context](const ImportReview& review) { return importRows(context, review); });
    });
}

} // namespace cli
