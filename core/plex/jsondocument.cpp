// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plex/jsondocument.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plex::json {

util::Result<std::unique_ptr<Document>> Document::read(
    const QByteArray& body, const QString& endpoint)
{
    auto document = std::make_unique<Document>();
    const auto parse = [&document](const QByteArray& bytes) {
        return document->m_parser.parse(bytes.constData(), size_t(bytes.size()))
            .get(document->m_root);
    };
    auto code = parse(body);
    if (code == simdjson::UTF8_ERROR || code == simdjson::STRING_ERROR) {
        code = parse(repaired(body));
    }
    if (code != simdjson::SUCCESS) {
        return broken(endpoint, u"no JSON: "_s + QString::fromUtf8(simdjson::error_message(code)));
    }
    return document;
}

util::Error broken(const QString& endpoint, const QString& what)
{
    return { util::Error::Code::Protocol,
        QCoreApplication::translate("plex", "The server's answer could not be understood."),
        endpoint + u": "_s + what, 0, {} };
}

} // namespace plex::json
