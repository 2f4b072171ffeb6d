// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plex/jsonvalue.h"
#include "core/util/result.h"

#include <memory>

namespace plex::json {

/// A parsed body. What is read of it lives no longer than it does.
class Document
{
public:
    /// Errors: Protocol, naming @p endpoint, for what is no JSON: an HTML page, half a document,
    /// nesting beyond 1,024 levels.
    [[nodiscard]] static util::Result<std::unique_ptr<Document>> read(
        const QByteArray& body, const QString& endpoint);

    [[nodiscard]] const Value& root() const { return m_root; }

private:
    simdjson::dom::parser m_parser;
    Value m_root;
};

/// An answer that makes no sense. @p what is for the log.
[[nodiscard]] util::Error broken(const QString& endpoint, const QString& what);

} // namespace plex::json
