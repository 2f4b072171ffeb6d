// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/fold.h"

#include <array>

using namespace Qt::StringLiterals;

namespace util {

namespace {

constexpr std::array kArticles { "the"_L1, "an"_L1, "a"_L1 };

bool isJoiner(QChar c)
{
    switch (c.unicode()) {
    case '/':
    case '.':
    case '\'':
    case '-':
    case '!':
    case '$':
    case 0x2019: // the typographic apostrophe, which NFKC keeps
    case 0x2010: // hyphen
    case 0x2011: // non-breaking hyphen
        return true;
    default:
        return false;
    }
}

bool standsAlone(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == 0x30fc;
    default:
        return c == 0x30fc; // the prolonged sound mark belongs to no single script
    }
}

bool losesMarks(QChar::Script script)
{
    return script == QChar::Script_Latin || script == QChar::Script_Greek
        || script == QChar::Script_Cyrillic;
}

QLatin1StringView mapped(char32_t c)
{
    switch (c) {
    case 0xf8:
        return "o"_L1;
    case 0x142:
        return "l"_L1;
    case 0x111:
    case 0xf0:
        return "d"_L1;
    case 0xdf:
    case 0x1e9e:
        return "ss"_L1;
    case 0xe6:
        return "ae"_L1;
    case 0x153:
        return "oe"_L1;
    case 0xfe:
        return "th"_L1;
    case 0x131:
        return "i"_L1;
    default:
        return {};
    }
}

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

/// Lower case, without marks, ligatures and compatibility forms; separators stay.
QString plain(QStringView text)
{
    if (isAscii(text)) {
        QString lower(text.size(), Qt::Uninitialized);
        std::transform(text.begin(), text.end(), lower.begin(), [](QChar c) {
            const char16_t u = c.unicode();
            return QChar(u >= 'A' && u <= 'Z' ? char16_t(u + 32) : u);
        });
        return lower;
    }
    const QString folded = text.toString()
                               .normalized(QString::NormalizationForm_KC)
                               .toCaseFolded()
                               .normalized(QString::NormalizationForm_D);
    QString out;
    out.reserve(folded.size());
    QChar::Script base = QChar::Script_Common;
    for (const char32_t c : folded.toUcs4()) {
        if (QChar::isMark(c)) {
            if (!losesMarks(base)) {
                out += QString::fromUcs4(&c, 1);
            }
            continue;
        }
        base = QChar::script(c);
        if (const auto replacement = mapped(c); !replacement.isEmpty()) {
            out += replacement;
        } else {
            out += QString::fromUcs4(&c, 1);
        }
    }
    // Hangul and kana are composed again: は and ば are different characters.
    return out.normalized(QString::NormalizationForm_C);
}

struct Token
{
    QString text;
    bool joinedToNext = false; ///< only a joiner stood between this and the next
    bool alone = false; ///< one character of a script written without spaces
};

QList<Token> tokens(QStringView text)
{
    QList<Token> result;
    const QString lower = plain(text);
    bool open = false;
    for (qsizetype i = 0; i < lower.size(); ++i) {
        const QChar c = lower.at(i);
        char32_t point = c.unicode();
        qsizetype units = 1;
        if (c.isHighSurrogate() && i + 1 < lower.size()) {
            point = QChar::surrogateToUcs4(c, lower.at(i + 1));
            units = 2;
        }
        const QStringView piece = QStringView(lower).mid(i, units);
        i += units - 1;
        if (standsAlone(point)) {
            result.append({ piece.toString(), false, true });
            open = false;
        } else if (QChar::isLetterOrNumber(point) || (QChar::isMark(point) && open)) {
            if (!open) {
                result.append(Token {});
                open = true;
            }
            result.last().text += piece;
        } else {
            const bool next = i + 1 < lower.size() && lower.at(i + 1).isLetterOrNumber();
            if (open && isJoiner(c) && next) {
                result.last().joinedToNext = true;
            }
            open = false;
        }
    }
    return result;
}

/// Takes a leading article off if a word is left; returns it.
QString dropArticle(QList<Token>& list)
{
    if (list.size() < 2 || list.first().joinedToNext) {
        return {};
    }
    QString first = list.first().text;
    if (std::find(kArticles.begin(), kArticles.end(), first) == kArticles.end()) {
        return {};
    }
    list.removeFirst();
    return first;
}

/// Words that were written as one across joiners.
QStringList joinedWords(const QList<Token>& list)
{
    QStringList joined;
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (!list.at(i).joinedToNext) {
            continue;
        }
        QString word = list.at(i).text;
        while (i + 1 < list.size() && list.at(i).joinedToNext) {
            word += list.at(++i).text;
        }
        joined.append(word);
    }
    return joined;
}

QString spaced(const QList<Token>& list)
{
    QString out;
    for (const Token& token : list) {
        if (!out.isEmpty()) {
            out += u' ';
        }
        out += token.text;
    }
    return out;
}

} // namespace

QString fold(QStringView text)
{
    QList<Token> list = tokens(text);
    const QStringList joined = joinedWords(list);
    const QString article = dropArticle(list);
    QString out = spaced(list);
    for (const QString& word : joined) {
        out += u' ' + word;
    }
    if (!article.isEmpty()) {
        out += u' ' + article;
    }
    return out;
}

QString sortKey(QStringView text)
{
    QList<Token> list = tokens(text);
    (void)dropArticle(list);
    return spaced(list);
}

QString searchQuery(QStringView text)
{
    QList<Token> list = tokens(text);
    // "the" alone, or the article still being typed, is searched for as it stands.
    (void)dropArticle(list);
    QStringList clauses;
    for (qsizetype i = 0; i < list.size();) {
        if (list.at(i).alone) {
            QStringList phrase;
            while (i < list.size() && list.at(i).alone) {
                phrase.append(list.at(i++).text);
            }
            clauses.append(u'"' + phrase.join(u' ') + u'"');
            continue;
        }
        if (!list.at(i).joinedToNext) {
            const bool last = i + 1 == list.size();
            clauses.append(u'"' + list.at(i++).text + (last ? u"\" *"_s : u"\""_s));
            continue;
        }
        QStringList parts;
        QString word;
        bool more = true;
        while (i < list.size() && more) {
            more = list.at(i).joinedToNext;
            word += list.at(i).text;
            parts.append(u'"' + list.at(i++).text + u'"');
        }
        const QString star = i == list.size() ? u" *"_s : QString();
        clauses.append(
            u"(("_s + parts.join(u" AND "_s) + star + u") OR \""_s + word + u'"' + star + u')');
    }
    return clauses.join(u" AND "_s);
}

} // namespace util
