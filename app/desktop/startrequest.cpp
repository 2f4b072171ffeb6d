// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/startrequest.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;
using util::Error;

namespace app {

namespace {

constexpr qsizetype kMostOpens = 100;
constexpr qsizetype kLongestOpen = 4096;
constexpr qsizetype kLongestActivation = 256;

Error refusal(const QString& detail)
{
    return { Error::Code::Protocol, {}, detail, 0, {} };
}

bool isOpen(const QJsonValue& value)
{
    const QString text = value.toString();
    return value.isString() && !text.isEmpty() && text.size() <= kLongestOpen
        && std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

/// It goes into the environment, and from there to the desktop.
bool isActivation(const QJsonValue& value)
{
    const QString text = value.toString();
    return (value.isString() || value.isUndefined()) && text.size() <= kLongestActivation
        && std::ranges::all_of(text, [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

} // namespace

util::Result<QByteArray> writeStartRequest(const StartRequest& request)
{
    const QJsonObject json { { u"opens"_s, QJsonArray::fromStringList(request.opens) },
        { u"activation"_s, request.activation } };
    QByteArray line = QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
    if (line.size() > kMostRequestBytes || !parseStartRequest(line)) {
        return Error { Error::Code::InvalidInput,
            QCoreApplication::translate(
                "app::StartRequest", "These are too many files or links to be opened at once."),
            {}, 0, {} };
    }
    return line;
}

util::Result<StartRequest> parseStartRequest(const QByteArray& line)
{
    if (line.size() > kMostRequestBytes || !line.endsWith('\n')) {
        return refusal(u"not one line"_s);
    }
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject()) {
        return refusal(u"no object"_s);
    }
    const QJsonValue opens = document.object().value("opens"_L1);
    const QJsonValue activation = document.object().value("activation"_L1);
    if (!opens.isArray() || opens.toArray().size() > kMostOpens || !isActivation(activation)) {
        return refusal(u"not a request"_s);
    }
    StartRequest request;
    request.activation = activation.toString();
    for (const auto& value : opens.toArray()) {
        if (!isOpen(value)) {
            return refusal(u"cannot be opened"_s);
        }
        request.opens.append(value.toString());
    }
    return request;
}

QString givenActivation()
{
    for (const char* name : { "XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID" }) {
        const QString value = qEnvironmentVariable(name);
        if (!value.isEmpty() && isActivation(value)) {
            return value;
        }
    }
    return {};
}

} // namespace app
