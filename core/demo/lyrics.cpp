// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/lyrics.h"

#include "core/demo/names.h"

namespace demo::lyrics {

namespace {

constexpr int kLines = 16;
constexpr int kPauseAfter = 4; // after each verse

bool isTimed(LyricKind kind)
{
    return kind != LyricKind::Untimed;
}

QByteArray stamp(qint64 ms)
{
    const QByteArray minutes = QByteArray::number(ms / 60'000).rightJustified(2, '0');
    const QByteArray seconds = QByteArray::number(ms % 60'000 / 1000).rightJustified(2, '0');
    const QByteArray rest = QByteArray::number(ms % 1000 / 10).rightJustified(2, '0');
    return '[' + minutes + ':' + seconds + '.' + rest + ']';
}

} // namespace

std::vector<Line> linesOf(quint32 track, qint64 duration)
{
    std::vector<Line> lines;
    Draw draw(mix(track) ^ (quint64 { 77 } << 40));
    for (int i = 0; i < kLines; ++i) {
        Line line;
        line.start = duration * i / kLines;
        line.end = duration * (i + 1) / kLines;
        if (i % (kPauseAfter + 1) != kPauseAfter) {
            line.text = names::title(draw, names::Script::Latin) + ", "
                + names::title(
                    draw, draw.chance(15) ? names::Script::Accented : names::Script::Latin)
                      .toLower();
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

void writeStream(Writer& out, quint32 index, LyricKind kind)
{
    if (kind == LyricKind::None) {
        return;
    }
    const QByteArray id = QByteArray::number(kFirstStream + index);
    const bool isLocal = kind == LyricKind::Sidecar;
    out.beginItem("Stream");
    out.text("id", id);
    out.text("key", "/library/streams/" + id);
    out.number("streamType", 4);
    out.text("codec", isTimed(kind) ? "lrc" : "txt");
    out.text("format", isTimed(kind) ? "lrc" : "txt");
    if (isTimed(kind)) {
        out.text("timed", "1");
        out.text("minLines", "3");
    }
    out.text(
        "provider", isLocal ? "com.plexapp.agents.localmedia" : "com.plexapp.agents.lyricfind");
    out.text("displayTitle", isLocal ? "LRC (Local)" : "LyricFind");
    out.text("extendedDisplayTitle", isLocal ? "LRC (Local)" : "LyricFind");
    out.endItem();
}

void writeDocument(Writer& out, const std::vector<Line>& lines, LyricKind kind)
{
    out.beginItem("Lyrics");
    out.text("provider",
        kind == LyricKind::Sidecar ? "com.plexapp.agents.localmedia"
                                   : "com.plexapp.agents.lyricfind");
    out.flag("timed", isTimed(kind));
    out.number("minLines", 3);
    out.text("author", "Nobody in particular");
    out.text("by", "demo");
    out.beginList("Line");
    for (const Line& line : lines) {
        const auto times = [&out, &line, kind] {
            if (isTimed(kind)) {
                out.number("startOffset", line.start);
                out.number("endOffset", line.end);
            }
        };
        out.beginItem("Line");
        times();
        out.beginList("Span");
        // A line may come in pieces; together they are the line.
        for (const QByteArray& piece : { line.text.left(line.text.indexOf(' ') + 1),
                 line.text.mid(line.text.indexOf(' ') + 1) }) {
            if (!piece.isEmpty()) {
                out.beginItem("Span");
                out.text("text", piece);
                times();
                out.endItem();
            }
        }
        out.endList();
        out.endItem();
    }
    out.endList();
    out.endItem();
}

QByteArray lrc(const std::vector<Line>& lines)
{
    QByteArray text = "[ar:Nobody in particular]\n[by:demo]\n[offset:+0]\n";
    for (const Line& line : lines) {
        if (&line == &lines.front()) {
            text += stamp(lines.back().start); // the first line again at the end
        }
        if (&line != &lines.back()) {
            text += stamp(line.start) + line.text + '\n';
        }
    }
    return text;
}

} // namespace demo::lyrics
