// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/mpris.h"

namespace app {

class Mpris::Service
{
};

Mpris::Mpris(playback::Player&, QObject* parent)
    : QObject(parent)
{
}

Mpris::~Mpris() = default;

void Mpris::setDetails(const TrackDetails&) { }

} // namespace app
