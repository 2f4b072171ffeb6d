// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace app {

/// Installs the texts of @p language, else the English ones (which carry the plurals), and those of
/// Qt itself where the system has them.
///
/// With a language other than the system's, dates and numbers follow it too, as they are written
/// in the system's country.
/// Call before the first translated text is made; a second call replaces what the first installed.
/// @p application owns the translators.
/// @param language  "en", "de", "pseudo" (PseudoTranslator); empty: as the system
void installTranslation(QCoreApplication& application, const QString& language = {});

} // namespace app
