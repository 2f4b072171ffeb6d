// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/fold.h"

#include <QVarLengthArray>
#include <algorithm>
#include <array>
#include <span>

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
    if (c < 0x1100) { // the first jamo; the scripts below begin there
        return false;
    }
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

bool isLetterOrDigit(char32_t c)
{
    if (c < 0x80) { // most of all text
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
    return QChar::isLetterOrNumber(c);
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

/// A run of letters and digits, or one character of a script written without spaces.
struct Token
{
    QStringView text;
    bool joinedToNext = false; ///< only a joiner stood between this and the next
    bool alone = false; ///< one character of a script written without spaces
};

/// A text in plain form and the tokens that lie in it.
class Tokens
{
public:
    explicit Tokens(QStringView text)
        : m_plain(plain(text))
    {
        split();
        dropArticle();
    }
    Q_DISABLE_COPY_MOVE(Tokens) // the tokens point into the text

    /// Without the leading article.
    [[nodiscard]] std::span<const Token> list() const
    {
        return std::span(m_list.data(), size_t(m_list.size())).subspan(m_hasArticle ? 1 : 0);
    }
    [[nodiscard]] QStringView article() const
    {
        return m_hasArticle ? m_list.first().text : QStringView();
    }

private:
    void split();
    void dropArticle();

    QString m_plain;
    QVarLengthArray<Token, 16> m_list;
    bool m_hasArticle = false;
};

void Tokens::split()
{
    const QStringView text = m_plain;
    qsizetype start = -1; // of the token that is open
    const auto close = [&](qsizetype end) {
        if (start >= 0) {
            m_list.append({ text.sliced(start, end - start), false, false });
            start = -1;
        }
    };
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text.at(i);
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size();
        const char32_t point = isPair ? QChar::surrogateToUcs4(c, text.at(i + 1)) : c.unicode();
        const qsizetype next = i + (isPair ? 2 : 1);
        if (standsAlone(point)) {
            close(i);
            m_list.append({ text.sliced(i, next - i), false, true });
        } else if (isLetterOrDigit(point) || (start >= 0 && QChar::isMark(point))) {
            start = start >= 0 ? start : i;
        } else if (start >= 0) {
            close(i);
            m_list.last().joinedToNext
                = isJoiner(c) && next < text.size() && text.at(next).isLetterOrNumber();
        }
        i = next;
    }
    close(text.size());
}

/// A leading article is set aside if a word is left.
void Tokens::dropArticle()
{
    m_hasArticle = m_list.size() > 1 && !m_list.first().joinedToNext
        && std::find(kArticles.begin(), kArticles.end(), m_list.first().text) != kArticles.end();
}

void appendWord(QString& out, QStringView word)
{
    if (!out.isEmpty()) {
        out += u' ';
    }
    out += word;
}

QString spaced(std::span<const Token> list, qsizetype room)
{
    QString out;
    out.reserve(room);
    for (const Token& token : list) {
        appendWord(out, token.text);
    }
    return out;
}

/// Appends the words that were written as one across joiners.
void appendJoined(QString& out, std::span<const Token> list)
{
    for (size_t i = 0; i < list.size(); ++i) {
        if (!list[i].joinedToNext) {
            continue;
        }
        appendWord(out, list[i].text);
        while (i + 1 < list.size() && list[i].joinedToNext) {
            out += list[++i].text;
        }
    }
}

} // namespace

QString fold(QStringView text)
{
    const Tokens tokens(text);
    QString out = spaced(tokens.list(), text.size() + text.size() / 2);
    appendJoined(out, tokens.list());
    if (!tokens.article().isEmpty()) {
        appendWord(out, tokens.article());
    }
    return out;
}

QString sortKey(QStringView text)
{
    return spaced(Tokens(text).list(), text.size());
}

QString searchQuery(QStringView text)
{
    // "the" alone, or the article still being typed, is searched for as it stands.
    const Tokens tokens(text);
    const std::span<const Token> list = tokens.list();
    QStringList clauses;
    for (size_t i = 0; i < list.size();) {
        if (list[i].alone) {
            QStringList phrase;
            while (i < list.size() && list[i].alone) {
                phrase.append(list[i++].text.toString());
            }
            clauses.append(u'"' + phrase.join(u' ') + u'"');
            continue;
        }
        if (!list[i].joinedToNext) {
            const bool last = i + 1 == list.size();
            clauses.append(u'"' + list[i++].text.toString() + (last ? u"\" *"_s : u"\""_s));
            continue;
        }
        QStringList parts;
        QString word;
        bool more = true;
        while (i < list.size() && more) {
            more = list[i].joinedToNext;
            word += list[i].text;
            parts.append(u'"' + list[i++].text.toString() + u'"');
        }
        const QString star = i == list.size() ? u" *"_s : QString();
        clauses.append(
            u"(("_s + parts.join(u" AND "_s) + star + u") OR \""_s + word + u'"' + star + u')');
    }
    return clauses.join(u" AND "_s);
}

} // namespace util
