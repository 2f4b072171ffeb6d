// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/plextvreply.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace demo::plextv {

namespace {

/// Scalars as attributes, null as an empty one, the rest as elements below.
void writeElement(QXmlStreamWriter& xml, const QString& name, const QJsonObject& object)
{
    xml.writeStartElement(name);
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonValue value = it.value();
        if (value.isBool()) {
            xml.writeAttribute(it.key(), value.toBool() ? u"1"_s : u"0"_s);
        } else if (!value.isObject() && !value.isArray()) {
            xml.writeAttribute(it.key(), value.toVariant().toString());
        }
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.value().isObject()) {
            writeElement(xml, it.key(), it.value().toObject());
        } else if (it.value().isArray()) {
            xml.writeStartElement(it.key());
            for (const QJsonValue& row : it.value().toArray()) {
                // "users" holds "user", "features" holds "feature"
                const QJsonObject inside
                    = row.isObject() ? row.toObject() : QJsonObject { { u"id"_s, row } };
                writeElement(xml, it.key().chopped(1), inside);
            }
            xml.writeEndElement();
        }
    }
    xml.writeEndElement();
}

} // namespace

Response document(const Call& call, const QString& element, const QJsonValue& value, int status)
{
    Response response;
    if (call.format() == Writer::Format::Json) {
        response = Response::json(
            (value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject()))
                .toJson(QJsonDocument::Compact));
    } else {
        response.contentType = "application/xml";
        QXmlStreamWriter xml(&response.body);
        xml.writeStartDocument();
        if (value.isArray()) {
            xml.writeStartElement(element + u's');
            for (const QJsonValue& row : value.toArray()) {
                writeElement(xml, element, row.toObject());
            }
            xml.writeEndElement();
        } else {
            writeElement(xml, element, value.toObject());
        }
        xml.writeEndDocument();
    }
    response.status = status;
    return response;
}

Response failure(const Call& call, int status, int code, const QString& message)
{
    const QJsonObject error { { u"code"_s, code }, { u"message"_s, message },
        { u"status"_s, status } };
    const QJsonArray errors { error };
    return call.format() == Writer::Format::Json
        ? document(call, {}, QJsonObject { { u"errors"_s, errors } }, status)
        : document(call, u"error"_s, errors, status);
}

QString field(const Call& call, QStringView name)
{
    const QString given = call.request.valueOrHeader(name);
    if (!given.isEmpty()) {
        return given;
    }
    for (const auto& [key, value] : parseQuery(call.request.body)) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

} // namespace demo::plextv
