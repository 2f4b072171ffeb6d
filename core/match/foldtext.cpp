// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/foldtext.h"

#include <QStringDecoder>
#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace match {

namespace {

/// No title is longer; two that were would be compared for ever.
constexpr qsizetype kLongest = 500;

/// What Windows-1252 has in 0x80 … 0x9f; 0 where it has nothing.
constexpr std::array<char16_t, 32> kWindows1252 { 0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020,
    0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d,
    0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178 };

/// а … я. The letters of passports and most track names, not those of libraries: х as kh, not h.
constexpr std::array kCyrillic { "a"_L1, "b"_L1, "v"_L1, "g"_L1, "d"_L1, "e"_L1, "zh"_L1, "z"_L1,
    "i"_L1, "y"_L1, "k"_L1, "l"_L1, "m"_L1, "n"_L1, "o"_L1, "p"_L1, "r"_L1, "s"_L1, "t"_L1, "u"_L1,
    "f"_L1, "kh"_L1, "ts"_L1, "ch"_L1, "sh"_L1, "shch"_L1, ""_L1, "y"_L1, ""_L1, "e"_L1, "yu"_L1,
    "ya"_L1 };

/// ѐ … џ, those with marks as they are without: the letters of the neighbours.
constexpr std::array kFurtherCyrillic { "e"_L1, "yo"_L1, "dj"_L1, "g"_L1, "ye"_L1, "dz"_L1, "i"_L1,
    "yi"_L1, "j"_L1, "lj"_L1, "nj"_L1, "c"_L1, "k"_L1, "i"_L1, "u"_L1, "dz"_L1 };

/// α … ω, with the final sigma.
constexpr std::array kGreek { "a"_L1, "v"_L1, "g"_L1, "d"_L1, "e"_L1, "z"_L1, "i"_L1, "th"_L1,
    "i"_L1, "k"_L1, "l"_L1, "m"_L1, "n"_L1, "x"_L1, "o"_L1, "p"_L1, "r"_L1, "s"_L1, "s"_L1, "t"_L1,
    "y"_L1, "f"_L1, "ch"_L1, "ps"_L1, "o"_L1 };

/// The byte that Windows-1252 reads as @p c; nothing if none.
std::optional<char> windowsByte(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit < 0x100) {
        return static_cast<char>(unit);
    }
    const auto* const found = std::ranges::find(kWindows1252, unit);
    if (found == kWindows1252.end()) {
        return std::nullopt;
    }
    return static_cast<char>(0x80 + (found - kWindows1252.begin()));
}

std::optional<QString> readAgain(const QString& text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    bool isAscii = true;
    for (const QChar c : text) {
        const auto byte = windowsByte(c);
        if (!byte) {
            return std::nullopt;
        }
        isAscii = isAscii && c.unicode() < 0x80;
        bytes.append(*byte);
    }
    if (isAscii) {
        return std::nullopt;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString again = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(again);
}

/// The ASCII signs that stand for what is written in several ways; 0 for what is left out.
char16_t plainSign(char16_t unit)
{
    switch (unit) {
    case u'`':
    case 0xb4: // ´, which NFKC would take apart
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x2bc:
    case 0x2032:
        return u'\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0xab:
    case 0xbb:
    case 0x2033:
        return u'"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return u'-';
    case u'_':
        return u' ';
    case u'[':
    case u'{':
    case 0x3010:
        return u'(';
    case u']':
    case u'}':
    case 0x3011:
        return u')';
    case 0x130: // İ, which toCaseFolded() of Qt 6.4 loses
        return u'i';
    case 0x266f: // ♯
        return u'#';
    case 0xad: // soft hyphen
    case 0xa9: // ©
    case 0xae: // ®
    case 0x2122: // ™, which NFKC would write as letters
    case 0xfeff:
        return 0;
    default:
        return unit >= 0x200b && unit <= 0x200f ? 0 : unit == 0x2060 ? 0 : unit;
    }
}

QString withPlainSigns(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (const char16_t sign = plainSign(c.unicode()); sign != 0) {
            out += QChar(sign);
        }
    }
    return out;
}

/// A base letter in Latin letters; itself where it has none.
QString inLatin(char32_t c)
{
    if (c >= 0x430 && c <= 0x44f) {
        return kCyrillic.at(c - 0x430);
    }
    if (c >= 0x450 && c <= 0x45f) {
        return kFurtherCyrillic.at(c - 0x450);
    }
    if (c >= 0x3b1 && c <= 0x3c9) {
        return kGreek.at(c - 0x3b1);
    }
    switch (c) {
    case 0xf8:
        return u"o"_s;
    case 0x142:
        return u"l"_s;
    case 0x111:
    case 0xf0:
        return u"d"_s;
    case 0xdf:
        return u"ss"_s;
    case 0xe6:
        return u"ae"_s;
    case 0x153:
        return u"oe"_s;
    case 0xfe:
        return u"th"_s;
    case 0x131:
        return u"i"_s;
    case 0x491: // ґ
        return u"g"_s;
    default:
        return QString::fromUcs4(&c, 1);
    }
}

bool losesMarks(char32_t c)
{
    const QChar::Script script = QChar::script(c);
    return script == QChar::Script_Latin || script == QChar::Script_Greek
        || script == QChar::Script_Cyrillic;
}

/// Whether a composed letter is another one than its base, and not the base with a mark.
bool isOwnLetter(char32_t c)
{
    return c == 0x439 || (c >= 0x450 && c <= 0x45f); // й, ё, ї, ў …
}

/// Case-folded text, composed, in Latin letters as far as they go.
QString latinised(const QString& composed)
{
    QString out;
    out.reserve(composed.size() + 8);
    bool dropsMarks = false;
    bool hasOther = false;
    char32_t before = 0;
    const auto add = [&](char32_t c) {
        if (QChar::isMark(c)) {
            if (!dropsMarks) {
                out += QString::fromUcs4(&c, 1);
            }
            return;
        }
        dropsMarks = losesMarks(c);
        hasOther = hasOther || (c >= 0x80 && !dropsMarks);
        out += before == 0x3bf && c == 0x3c5 ? u"u"_s : inLatin(c); // ου is one vowel
        before = c;
    };
    for (const char32_t c : composed.toUcs4()) {
        if (c < 0x80 || isOwnLetter(c)) {
            add(c);
            continue;
        }
        for (const char32_t part :
            QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_D).toUcs4()) {
            add(part);
        }
    }
    return hasOther ? out.normalized(QString::NormalizationForm_C) : out;
}

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

QString foldedAscii(QStringView text)
{
    QString out(text.size(), Qt::Uninitialized);
    std::ranges::transform(text, out.begin(), [](QChar c) {
        const char16_t u = c.unicode();
        return QChar(u >= 'A' && u <= 'Z' ? char16_t(u + 32) : plainSign(u));
    });
    return out;
}

bool isApostrophe(QChar c)
{
    return c == u'\'';
}

bool isWordPart(QStringView text, qsizetype at, bool isInside)
{
    const QChar c = text.at(at);
    if (c.unicode() < 0x80) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
    }
    if (c.isHighSurrogate() && at + 1 < text.size()) {
        return QChar::isLetterOrNumber(QChar::surrogateToUcs4(c, text.at(at + 1)));
    }
    if (c.isLowSurrogate() && at > 0) {
        return isInside;
    }
    return c.isLetterOrNumber() || (isInside && c.isMark());
}

} // namespace

QString repairedEncoding(const QString& text)
{
    constexpr int kTimes = 2;
    QString best = text;
    for (int i = 0; i < kTimes; ++i) {
        const auto again = readAgain(best);
        if (!again) {
            break;
        }
        best = *again;
    }
    return best;
}

QString folded(QStringView text)
{
    text = text.first(std::min(text.size(), kLongest));
    if (isAscii(text)) {
        return foldedAscii(text);
    }
    return latinised(withPlainSigns(repairedEncoding(text.toString()))
                         .normalized(QString::NormalizationForm_KC)
                         .toCaseFolded()
                         .normalized(QString::NormalizationForm_C));
}

QStringList wordsOf(QStringView text)
{
    QStringList words;
    QString word;
    bool hasAnd = false;
    const auto close = [&] {
        if (word.isEmpty()) {
            return;
        }
        hasAnd = hasAnd || word == "and"_L1;
        words.append(word);
        word = QString();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isWordPart(text, i, !word.isEmpty())) {
            word += text.at(i);
        } else if (!isApostrophe(text.at(i))) {
            close();
        }
    }
    close();
    if (hasAnd && std::ranges::any_of(words, [](const QString& w) { return w != "and"_L1; })) {
        words.removeAll(u"and"_s);
    }
    return words;
}

Form formOf(const QStringList& words)
{
    Form form;
    form.letters = words.size() == 1 ? words.first() : words.join(QString());
    if (std::ranges::is_sorted(words)) {
        form.sorted = form.letters;
        return form;
    }
    QStringList sorted = words;
    std::ranges::sort(sorted);
    form.sorted = sorted.join(QString());
    return form;
}

Form formOf(QStringView text)
{
    const QStringList words = wordsOf(text);
    if (!words.isEmpty()) {
        return formOf(words);
    }
    QString signs = text.toString();
    signs.remove(u' ');
    return { signs, signs };
}

bool isEastAsian(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) {
        if (c.unicode() < 0x1100) {
            return false;
        }
        switch (c.script()) {
        case QChar::Script_Han:
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
        case QChar::Script_Hangul:
            return true;
        default:
            return false;
        }
    });
}

} // namespace match
