// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/text.h"
#include "app/services/services.h"
#include "core/playlist/exporting.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;
namespace async = util::async;
using playlist::ExportSummary;
using playlist::FileContent;
using playlist::FileFormat;
using util::Error;
using util::Future;
using util::Result;

namespace cli {

namespace {

/// What was asked for.
struct Wish
{
    types::RatingKey key {};
    playlist::ExportOptions options {};
    QString paths {}; ///< the style's name
    QString out {}; ///< empty = standard output
};

/// "SERVER=HERE", the folders of both.
Result<std::vector<match::PathRule>> foldersFrom(const QString& text)
{
    if (text.isEmpty()) {
        return std::vector<match::PathRule>();
    }
    const qsizetype sign = text.indexOf(u'=');
    if (sign <= 0 || sign + 1 == text.size()) {
        return usage(Text::tr("--map is the server's folder, \"=\" and the same folder here."));
    }
    QString here = QDir::cleanPath(QFileInfo(text.sliced(sign + 1)).absoluteFilePath());
    return std::vector<match::PathRule> { { match::plainPath(text.first(sign)), here, 0 } };
}

Result<Wish> wishFrom(const Context& context)
{
    if (context.operands.size() != 1) {
        return usage(Text::tr("Name one playlist by its id."));
    }
    const Arguments& arguments = context.arguments;
    Wish wish;
    wish.key = { ratingKeyFrom(context.operands.first()) };
    wish.out = arguments.value(u"out"_s);
    QStringList endings;
    for (const FileFormat format : playlist::fileFormats()) {
        endings.append(playlist::endingOf(format));
    }
    const auto format = arguments.has(u"format"_s)
        ? playlist::formatNamed(arguments.value(u"format"_s))
        : playlist::formatOf(wish.out.isEmpty() ? u"a.m3u8"_s : wish.out);
    if (!format) {
        return usage(Text::tr("--format is one of %1.").arg(endings.join(u", "_s)));
    }
    wish.paths = arguments.has(u"paths"_s) ? arguments.value(u"paths"_s).toLower() : u"absolute"_s;
    const auto style = playlist::pathStyleNamed(wish.paths);
    if (!style) {
        return usage(Text::tr("--paths is one of %1.").arg(u"absolute, relative, server"_s));
    }
    auto folders = foldersFrom(arguments.value(u"map"_s));
    if (!folders) {
        return std::move(folders).error();
    }
    wish.options = { *format, *style, std::move(folders).value() };
    return wish;
}

Reply replyOf(const Wish& wish, const QString& title, const ExportSummary& summary)
{
    Reply reply;
    reply.json = { { u"id"_s, wish.key.value }, { u"title"_s, title },
        { u"format"_s, playlist::endingOf(wish.options.format) }, { u"paths"_s, wish.paths },
        { u"rows"_s, summary.rows }, { u"withoutFile"_s, summary.withoutFile } };
    if (summary.withoutFile > 0) {
        reply.trouble = Text::tr("The server does not tell where %Ln of the tracks lie.", nullptr,
            int(summary.withoutFile));
        reply.code = ExitCode::Partly;
    }
    return reply;
}

Future<Reply> writeOut(const Context& context, const Wish& wish, const FileContent& content)
{
    const QString path = QFileInfo(wish.out).absoluteFilePath();
    return async::andThen(playlist::exportTo(context.services.pool, content, path, wish.options),
        &context.owner, [wish, path, title = content.title](const ExportSummary& summary) {
            Reply reply = replyOf(wish, title, summary);
            reply.json.insert("file"_L1, path);
            reply.text
                = Text::tr("%Ln track(s) of \"%1\" were written to %2.", nullptr, int(summary.rows))
                      .arg(title, QDir::toNativeSeparators(path))
                + u'\n';
            return reply;
        });
}

/// The file itself, which is text in UTF-8 there, whatever the format's own encoding is.
Reply printed(const Wish& wish, const FileContent& content)
{
    const FileContent placed = playlist::withLocations(content, wish.options, QDir::currentPath());
    const auto withoutFile = std::ranges::count_if(
        placed.rows, [](const playlist::FileRow& row) { return row.location.isEmpty(); });
    Reply reply
        = replyOf(wish, content.title, { qsizetype(placed.rows.size()), qsizetype(withoutFile) });
    const FileFormat format
        = wish.options.format == FileFormat::M3u ? FileFormat::M3u8 : wish.options.format;
    reply.text = QString::fromUtf8(playlist::fileBytes(placed, format));
    reply.json.insert("text"_L1, reply.text);
    return reply;
}

} // namespace

Future<Reply> runPlaylistsExport(const Context& context)
{
    const auto wish = wishFrom(context);
    if (!wish) {
        return async::ready<Reply>(wish.error());
    }
    return async::andThen(openFilledCache(context), &context.owner, [context, wish = *wish] {
        return async::andThen(context.services.library.playlists(), &context.owner,
            [context, wish](const QList<types::PlaylistRow>& playlists) -> Future<Reply> {
                const auto found
                    = std::ranges::find(playlists, wish.key, &types::PlaylistRow::ratingKey);
                if (found == playlists.end()) {
                    return async::ready<Reply>(Error { Error::Code::NotFound,
                        Text::tr("There is no such playlist. Run sync if it is new."), {}, 0, {} });
                }
                return async::andThen(
                    playlist::playlistContent(context.services.library, found->id), &context.owner,
                    [context, wish](const FileContent& content) {
                        return wish.out.isEmpty() ? async::ready<Reply>(printed(wish, content))
                                                  : writeOut(context, wish, content);
                    });
            });
    });
}

} // namespace cli
