// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/caches.h"
#include "ui/common/connectionform.h"
#include "ui/common/covers.h"
#include "ui/common/filepicker.h"
#include "ui/common/serverwork.h"
#include "ui/shell/accountmenus.h"
#include "ui/shell/checkdialog.h"

class QThreadPool;

namespace account {
class Pins;
}
namespace change {
class Changes;
}
namespace library {
class Library;
class OnDemand;
} // namespace library
namespace playback {
class Player;
}
namespace playlist {
class Importing;
class Playlists;
} // namespace playlist
namespace rating {
class Ratings;
}
namespace settings {
class Settings;
class State;
} // namespace settings
namespace util {
class Clock;
class LogBuffer;
} // namespace util

namespace ui {

class Theme;

/// What the window works with. Everything outlives it.
struct Services
{
    library::Library& library;
    change::Changes& changes;
    rating::Ratings& ratings;
    playlist::Playlists& playlists;
    playback::Player& player;
    settings::Settings& settings;
    settings::State& state;
    Theme& theme;
    const util::Clock& clock;
    Covers::Reader readCover;
    ConnectionForm::Test testConnection;
    account::Accounts& accounts;
    account::PlexAccounts& plexAccounts;
    account::Pins& pins;
    CheckDialog::Check checkConnection;
    AccountMenus::SwitchUser switchUser;
    std::function<bool(const QUrl& page)> openPage; ///< in the browser; false if there is none
    const util::LogBuffer& log;
    Caches caches;
    library::OnDemand& onDemand;
    playlist::Importing& importing;
    QThreadPool& pool; ///< for what takes long and is of the window alone
    ServerWork work {};
    FilePicker files = systemFilePicker();
    /// Makes, when it is first asked for, a second player: for what is heard beside the queue.
    std::function<playback::Player&()> clips {};
};

} // namespace ui
