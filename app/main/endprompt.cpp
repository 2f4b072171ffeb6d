// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/endprompt.h"

namespace app {

bool EndPrompt::isDue(const Heard& heard)
{
    if (!heard.entry.isValid() || heard.duration.count() <= 0) {
        return false;
    }
    if (heard.entry == m_asked && heard.position < heard.duration / 2) {
        m_asked = {}; // from the start again
    }
    const auto left = heard.duration - heard.position;
    // A short track has a shorter end: its second half.
    const auto window = qMin(kWindow, heard.duration / 2);
    const bool isNow = heard.isPlaying && !heard.isRated && heard.entry != m_asked && left <= window
        && left >= kTooLate;
    if (isNow) {
        m_asked = heard.entry;
    }
    return isNow;
}

} // namespace app
