// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/router.h"

#include <QJsonValue>

/// Answers in the form of plex.tv: JSON without an envelope, and XML unless JSON is asked for.
namespace demo::plextv {

/// The value as a document; @p element is the root's name in XML, or that of each row of a list,
/// which then is within an element of that name and an s.
[[nodiscard]] Response document(
    const Call& call, const QString& element, const QJsonValue& value, int status = 200);

/// An error with its code.
[[nodiscard]] Response failure(const Call& call, int status, int code, const QString& message);

/// A header, a query value or a value of a form in the body.
[[nodiscard]] QString field(const Call& call, QStringView name);

} // namespace demo::plextv
