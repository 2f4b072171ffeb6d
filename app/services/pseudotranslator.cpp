// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/pseudotranslator.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr QChar kOpen(0x27e6);
constexpr QChar kClose(0x27e7);
constexpr int kLongerPercent = 40;
constexpr QStringView kPlain { u"acdefgilnorstuyACEGILNORSTUYZ" };
constexpr QStringView kAccented { u"áçđéƒĝîļñöŕšţûýÅÇÉĜÎĻÑÖŔŠŤÛÝŽ" };

QChar accented(QChar letter)
{
    const qsizetype at = kPlain.indexOf(letter);
    return at < 0 ? letter : kAccented.at(at);
}

/// How many characters from @p at on are no words: "%1", "%L12", "%n", "&F"; 0 if it is a word's.
qsizetype fixedFrom(const QString& text, qsizetype at)
{
    if (text.at(at) == u'&') {
        return qMin<qsizetype>(2, text.size() - at);
    }
    if (text.at(at) != u'%') {
        return 0;
    }
    qsizetype end = at + 1;
    if (end < text.size() && text.at(end) == u'L') {
        ++end;
    }
    if (end < text.size() && text.at(end) == u'n') {
        return end + 1 - at;
    }
    while (end < text.size() && text.at(end).isDigit()) {
        ++end;
    }
    return end - at;
}

/// Words, @p length characters of them at least.
QString padding(qsizetype length)
{
    static const QStringList numbers { u" óñé"_s, u" ţŵó"_s, u" ţĥŕéé"_s, u" ƒöûŕ"_s, u" ƒîṽé"_s,
        u" šîẋ"_s };
    QString words;
    for (qsizetype i = 0; words.size() < length; ++i) {
        words += numbers.at(i % numbers.size());
    }
    return words;
}

} // namespace

PseudoTranslator::PseudoTranslator(QObject* parent)
    : QTranslator(parent)
{
    (void)m_english.load(u":/i18n/plexm8_en.qm"_s); // without it the plurals are the source's
}

QString PseudoTranslator::altered(const QString& text)
{
    QString result;
    qsizetype letters = 0;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype fixed = fixedFrom(text, at);
        if (fixed > 0) {
            result += text.mid(at, fixed);
            at += fixed;
            continue;
        }
        letters += text.at(at).isLetter() ? 1 : 0;
        result += accented(text.at(at));
        ++at;
    }
    if (letters == 0) {
        return text;
    }
    // The brackets count too.
    const qsizetype more = (text.size() * kLongerPercent + 99) / 100 - 2;
    return kOpen + result + padding(qMax<qsizetype>(0, more)) + kClose;
}

QString PseudoTranslator::translate(
    const char* context, const char* source, const char* disambiguation, int n) const
{
    if (context && *context == 'Q') {
        return {};
    }
    const QString english = m_english.translate(context, source, disambiguation, n);
    return altered(english.isEmpty() ? QString::fromUtf8(source) : english);
}

} // namespace app
