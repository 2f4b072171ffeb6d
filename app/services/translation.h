// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace app {

/// Installs the texts of the user's language, else the English ones (which carry the plurals).
///
/// Call once, before the first translated text is made. @p application owns the translator.
void installTranslation(QCoreApplication& application);

} // namespace app
