// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// Text as people search and sort it: case, accents, width, ligatures and the leading article do
/// not matter. SQLite's unicode61 does not fold ø ł ß æ nor find inside Han text, so the index
/// holds what these functions make, and queries go through the same ones.
namespace util {

/// Space-separated tokens of [a-z0-9] and non-ASCII letters, for the full-text index.
///
/// NFKC, case-folded; marks of Latin, Greek and Cyrillic letters stripped; ø ł đ ß æ œ þ ı mapped;
/// each Han, kana or hangul character is a token; at the end come the words joined across
/// / . ' - ! $ ("AC/DC" → "ac dc acdc") and the leading article that was dropped.
/// Cost: about 0.3 µs for an ASCII title.
[[nodiscard]] QString fold(QStringView text);

/// fold() without its extra tokens: what lists sort by and type-ahead matches against.
[[nodiscard]] QString sortKey(QStringView text);

/// An FTS5 query that finds what fold() indexed: all words, the last one as a prefix.
/// Empty if @p text holds nothing that can be searched for.
[[nodiscard]] QString searchQuery(QStringView text);

} // namespace util
