// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lint/source.h"

namespace lint {

/// The values of all constants named k…Token… in @p sources: what the demo hands out.
[[nodiscard]] QStringList tokensIn(const QList<Source>& sources);

/// Every line of the files below @p folder, of those that end with one of @p endings, which holds
/// one of @p tokens: as it is, percent-encoded or in base64. The finding does not repeat it.
[[nodiscard]] QList<Finding> scanLogs(
    const QString& folder, const QStringList& tokens, const QStringList& endings);

} // namespace lint
