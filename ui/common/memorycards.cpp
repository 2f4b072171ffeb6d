// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/memorycards.h"

namespace ui {

bool matchesWords(const QString& text, const QString& filter)
{
    const QStringList words = util::fold(text).split(u' ', Qt::SkipEmptyParts);
    const QStringList wanted = util::fold(filter).split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(wanted, [&words](const QString& begin) {
        return std::ranges::any_of(
            words, [&begin](const QString& word) { return word.startsWith(begin); });
    });
}

} // namespace ui
