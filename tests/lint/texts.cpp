// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/texts.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace lint {
namespace {

constexpr QChar kEllipsis(0x2026);

/// The placeholders of @p text, sorted: a translation may put them into another order.
QStringList placeholdersIn(const QString& text)
{
    static const QRegularExpression form(u"%L?(\\d{1,2}|n)"_s);
    QStringList found;
    auto matches = form.globalMatch(text);
    while (matches.hasNext()) {
        found.append(matches.next().captured());
    }
    found.sort();
    return found;
}

/// How many letters of @p text are mnemonics; "&&" is an ampersand.
qsizetype mnemonicsIn(QString text)
{
    static const QRegularExpression form(u"&\\S"_s);
    return text.remove(u"&&"_s).count(form);
}

QString spaceBefore(const QString& text)
{
    static const QRegularExpression form(u"^\\s*"_s);
    return form.match(text).captured();
}

QString spaceAfter(const QString& text)
{
    static const QRegularExpression form(u"\\s*$"_s);
    return form.match(text).captured();
}

QString faultOf(const QString& source, const QString& text)
{
    if (placeholdersIn(source) != placeholdersIn(text)) {
        return u"other placeholders"_s;
    }
    if (mnemonicsIn(source) != mnemonicsIn(text)) {
        return u"a mnemonic lost or added"_s;
    }
    if (spaceBefore(source) != spaceBefore(text) || spaceAfter(source) != spaceAfter(text)) {
        return u"other spaces at an end"_s;
    }
    if (source.count(u'\n') != text.count(u'\n')) {
        return u"other line breaks"_s;
    }
    if (text.contains(u"..."_s)) {
        return u"three dots for an ellipsis"_s;
    }
    if (source.endsWith(kEllipsis) != text.endsWith(kEllipsis)) {
        return u"an ellipsis lost or added"_s;
    }
    return {};
}

} // namespace

QString Message::name() const
{
    return context + u": "_s + source;
}

QList<Message> messagesIn(const QString& path)
{
    QFile file(path);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly)) {
        return messages;
    }
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == u"name"_s) {
            context = xml.readElementText();
        } else if (xml.name() == u"message"_s) {
            messages.append(Message());
            messages.last().context = context;
            messages.last().isPlural = xml.attributes().value("numerus"_L1) == u"yes"_s;
        } else if (xml.name() == u"source"_s) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"translation"_s) {
            messages.last().isFinished = !xml.attributes().hasAttribute("type"_L1);
            if (!messages.last().isPlural) {
                messages.last().forms.append(xml.readElementText());
            }
        } else if (xml.name() == u"numerusform"_s) {
            messages.last().forms.append(xml.readElementText());
        }
    }
    return messages;
}

QStringList gapsIn(const Message& message)
{
    const int forms = message.isPlural ? 2 : 1;
    if (message.isFinished && message.forms.size() == forms && !message.forms.contains(QString())) {
        return {};
    }
    return { message.name() };
}

QStringList faultsIn(const Message& message)
{
    QStringList faults;
    for (const QString& text : message.forms) {
        const QString fault = text.isEmpty() ? QString() : faultOf(message.source, text);
        if (!fault.isEmpty()) {
            faults.append(u"%1 in “%2” (%3)"_s.arg(fault, text, message.name()));
        }
    }
    return faults;
}

} // namespace lint
