// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace app {

/// Gives @p window, which is shown, the focus because somebody asked for it just now: by a click in
/// the tray, or by starting the program again.
///
/// @param token  the desktop's leave, as a later start hands it over; may be empty
/// Where the desktop decides otherwise the window only asks for attention.
void activateFor(QWidget& window, const QString& token);

} // namespace app
