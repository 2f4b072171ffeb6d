// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lint/source.h"

#include <QMap>
#include <QSet>
#include <optional>

namespace lint {

/// What tests/lint/modules.txt says.
struct Modules
{
    QStringList coreOrder; ///< as in the file, top first
    QMap<QString, QStringList> rows; ///< "core/net" → "core/settings", …; "ui/*" means the layer
    QStringList shellEndings; ///< headers of a feature that the shell may see end so
    QMap<QString, QStringList> libraries; ///< header pattern → the modules that hide it
    QMap<QString, QStringList> forbidden; ///< layer → header patterns

    /// Whether the text could be read as the table it should be; lines that could not.
    QStringList errors;
};

/// Reads the table. A row of [core] that names a row below itself is an error.
[[nodiscard]] Modules parseModules(const QString& text);

/// "core/net" for core/net/client.h, "app/." for app/services.h; nothing outside core, ui and app.
[[nodiscard]] std::optional<QString> moduleOf(const QString& path);

/// Every #include of @p source that the table does not allow.
/// @param widgetHeaders  names of the headers of QtWidgets, which core must never see
[[nodiscard]] QList<Finding> checkIncludes(
    const Source& source, const Modules& modules, const QSet<QString>& widgetHeaders);

} // namespace lint
