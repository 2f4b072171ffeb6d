// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/normalform.h"

#include "core/match/foldtext.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace match {

namespace {

constexpr qsizetype kId3v1Length = 30;
constexpr QLatin1StringView kDash { " - " };

struct NumberWord
{
    QLatin1StringView word;
    NumberKind kind;
    QLatin1StringView as; ///< how the word is written in the normal form
};

constexpr std::array kNumberWords {
    NumberWord { "no"_L1, NumberKind::Bare, ""_L1 },
    NumberWord { "nr"_L1, NumberKind::Bare, ""_L1 },
    NumberWord { "number"_L1, NumberKind::Bare, ""_L1 },
    NumberWord { "pt"_L1, NumberKind::Part, "part"_L1 },
    NumberWord { "pts"_L1, NumberKind::Part, "part"_L1 },
    NumberWord { "part"_L1, NumberKind::Part, "part"_L1 },
    NumberWord { "parts"_L1, NumberKind::Part, "part"_L1 },
    NumberWord { "vol"_L1, NumberKind::Volume, "vol"_L1 },
    NumberWord { "volume"_L1, NumberKind::Volume, "vol"_L1 },
    NumberWord { "op"_L1, NumberKind::Opus, "op"_L1 },
    NumberWord { "opus"_L1, NumberKind::Opus, "op"_L1 },
    NumberWord { "bwv"_L1, NumberKind::Catalogue, "bwv"_L1 },
    NumberWord { "k"_L1, NumberKind::Catalogue, "k"_L1 },
    NumberWord { "kv"_L1, NumberKind::Catalogue, "k"_L1 },
    NumberWord { "hwv"_L1, NumberKind::Catalogue, "hwv"_L1 },
    NumberWord { "rv"_L1, NumberKind::Catalogue, "rv"_L1 },
    NumberWord { "d"_L1, NumberKind::Catalogue, "d"_L1 },
    NumberWord { "woo"_L1, NumberKind::Catalogue, "woo"_L1 },
    NumberWord { "act"_L1, NumberKind::Chapter, "act"_L1 },
    NumberWord { "scene"_L1, NumberKind::Chapter, "scene"_L1 },
    NumberWord { "chapter"_L1, NumberKind::Chapter, "chapter"_L1 },
    NumberWord { "episode"_L1, NumberKind::Chapter, "episode"_L1 },
    NumberWord { "book"_L1, NumberKind::Chapter, "book"_L1 },
};

constexpr std::array kSpelled { "one"_L1, "two"_L1, "three"_L1, "four"_L1, "five"_L1, "six"_L1,
    "seven"_L1, "eight"_L1, "nine"_L1, "ten"_L1 };

constexpr std::array kRoman { "i"_L1, "ii"_L1, "iii"_L1, "iv"_L1, "v"_L1, "vi"_L1, "vii"_L1,
    "viii"_L1, "ix"_L1, "x"_L1, "xi"_L1, "xii"_L1, "xiii"_L1, "xiv"_L1, "xv"_L1, "xvi"_L1,
    "xvii"_L1, "xviii"_L1, "xix"_L1, "xx"_L1 };

constexpr std::array kNobody { "various artists"_L1, "various"_L1, "va"_L1, "unknown artist"_L1,
    "unknown"_L1, "verschiedene interpreten"_L1, "diverse"_L1 };

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

std::optional<int> digits(QStringView word)
{
    constexpr qsizetype kMost = 8;
    if (word.isEmpty() || word.size() > kMost || !std::ranges::all_of(word, isDigit)) {
        return std::nullopt;
    }
    return word.toInt();
}

std::optional<int> placeIn(const auto& list, QStringView word)
{
    const auto* const found = std::find(list.begin(), list.end(), word);
    return found == list.end() ? std::nullopt
                               : std::optional(static_cast<int>(found - list.begin()) + 1);
}

/// The value of a word after "part" and the like: digits, Roman, or spelled out.
std::optional<int> countOf(QStringView word)
{
    if (const auto value = digits(word)) {
        return value;
    }
    const auto roman = placeIn(kRoman, word);
    return roman ? roman : placeIn(kSpelled, word);
}

/// Writes numbers in one way and tells which there are.
QStringList withPlainNumbers(const QStringList& words, Numbers& numbers)
{
    QStringList out;
    out.reserve(words.size());
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words.at(i);
        const auto* const kind = word.size() > 7 || i + 1 == words.size()
            ? kNumberWords.end()
            : std::ranges::find(kNumberWords, word, &NumberWord::word);
        if (kind != kNumberWords.end()) {
            const bool isWritten
                = kind->kind == NumberKind::Part || kind->kind == NumberKind::Volume;
            const auto value = isWritten ? countOf(words.at(i + 1)) : digits(words.at(i + 1));
            if (value) {
                if (!kind->as.isEmpty()) {
                    out.append(kind->as);
                }
                out.append(QString::number(*value));
                numbers.append({ kind->kind, *value });
                ++i;
                continue;
            }
        }
        if (const auto value = digits(word)) {
            numbers.append({ NumberKind::Bare, *value });
            out.append(QString::number(*value));
        } else {
            out.append(word);
        }
    }
    return out;
}

/// "II. Andante" at the beginning or after a colon or dash.
void addMovements(QStringView text, Numbers& numbers)
{
    for (qsizetype dot = text.indexOf(u'.'); dot > 0; dot = text.indexOf(u'.', dot + 1)) {
        qsizetype start = dot;
        while (start > 0 && text.at(start - 1).isLetter()) {
            --start;
        }
        const bool begins = start == 0
            || (start > 1 && text.at(start - 1) == u' '
                && (text.at(start - 2) == u':' || text.at(start - 2) == u'-'));
        const auto value = begins ? placeIn(kRoman, text.sliced(start, dot - start)) : std::nullopt;
        if (value) {
            numbers.append({ NumberKind::Movement, *value });
        }
    }
}

/// What a text is without the brackets and last parts that @p drops says are none of it.
template <class Drops>
QString stripped(QStringView text, const Drops& drops)
{
    QString out;
    out.reserve(text.size());
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype open = text.indexOf(u'(', at);
        if (open < 0) {
            out += text.sliced(at);
            break;
        }
        out += text.sliced(at, open - at);
        const qsizetype close = text.indexOf(u')', open);
        const qsizetype end = close < 0 ? text.size() : close;
        const QStringView inside = text.sliced(open + 1, end - open - 1);
        if (!drops(wordsOf(inside), Enclosure::Bracket)) {
            out += u' ';
            out += inside;
            out += u' ';
        }
        at = std::min(end + 1, text.size());
    }
    for (qsizetype dash = out.lastIndexOf(kDash); dash > 0; dash = out.lastIndexOf(kDash)) {
        if (!drops(wordsOf(QStringView(out).sliced(dash + kDash.size())), Enclosure::Dash)) {
            break;
        }
        out.truncate(dash);
    }
    return out;
}

bool hasSegments(QStringView text)
{
    return text.contains(u'(') || text.contains(kDash);
}

/// Cuts off "feat. somebody" that stands without brackets.
void cutGuests(QStringList& words)
{
    for (qsizetype i = 1; i + 1 < words.size(); ++i) {
        if (isGuestWord(words.at(i))) {
            words.erase(words.begin() + i, words.end());
            return;
        }
    }
}

/// "Mirror II": a number where more than that is said.
void addLastRoman(const QStringList& words, Numbers& numbers)
{
    const auto value = words.size() > 1 ? placeIn(kRoman, words.last()) : std::nullopt;
    if (value) {
        numbers.append({ NumberKind::Bare, *value });
    }
}

size_t longestWordsOf(QStringList words)
{
    if (words.size() < 2) {
        return 0;
    }
    const auto isLonger = [](const QString& a, const QString& b) {
        return a.size() == b.size() ? a < b : a.size() > b.size();
    };
    std::ranges::partial_sort(words, words.begin() + 2, isLonger);
    return qHashMulti(1, words.at(0), words.at(1)) | 1;
}

void setCore(TitleForm& form, QStringList words, QStringView text)
{
    cutGuests(words);
    words = withPlainNumbers(words, form.numbers);
    form.core = words.isEmpty() ? formOf(text) : formOf(words);
    form.spaced = words.size() == 1 ? form.core.letters : words.join(u' ');
    form.longestWords = longestWordsOf(words);
    addLastRoman(words, form.numbers);
    addMovements(text, form.numbers);
    std::sort(form.numbers.begin(), form.numbers.end());
}

bool looksCut(qsizetype length)
{
    return length == kId3v1Length || length == kId3v1Length - 1; // a space at the end was trimmed
}

/// The text before its guests.
QStringView beforeGuests(QStringView text)
{
    for (const QLatin1StringView word : { "feat"_L1, "ft"_L1, "featuring"_L1 }) {
        qsizetype at = text.indexOf(word, 1);
        for (; at > 0; at = text.indexOf(word, at + 1)) {
            const qsizetype end = at + word.size();
            const bool isWord = (text.at(at - 1) == u' ' || text.at(at - 1) == u'(')
                && end < text.size() && (text.at(end) == u' ' || text.at(end) == u'.');
            if (isWord) {
                return text.first(at - 1);
            }
        }
    }
    return text;
}

/// The first of several artists: before the first sign or word that joins them, "and" only where
/// nothing else does, as it is part of many names.
QStringView firstOf(QStringView text)
{
    qsizetype end = text.size();
    for (const QChar sign : { u';', u'/', u',', u'&', u'+' }) {
        const qsizetype at = text.indexOf(sign);
        end = at > 0 ? std::min(end, at) : end;
    }
    for (const QLatin1StringView word : { " with "_L1, " vs "_L1, " vs. "_L1, " x "_L1 }) {
        const qsizetype at = text.indexOf(word);
        end = at > 0 ? std::min(end, at) : end;
    }
    const qsizetype at = end == text.size() ? text.indexOf(" and "_L1) : end;
    return text.first(at > 0 ? at : end);
}

QStringList withoutArticle(QStringList words)
{
    if (words.size() > 1
        && (words.first() == "the"_L1 || words.first() == "a"_L1 || words.first() == "an"_L1)) {
        words.removeFirst();
    }
    return words;
}

/// A form that is never empty for a text that is not.
Form formOr(const QStringList& words, QStringView text)
{
    return words.isEmpty() ? formOf(text) : formOf(words);
}

/// Takes "disc 2" or "cd2" from the end; 0 if there is none.
int takeDisc(QStringList& words)
{
    const auto isDisc
        = [](const QString& w) { return w == "disc"_L1 || w == "disk"_L1 || w == "cd"_L1; };
    const qsizetype count = words.size();
    if (count > 0 && words.last().startsWith("cd"_L1)) {
        if (const auto value = digits(QStringView(words.last()).sliced(2))) {
            words.removeLast();
            return *value;
        }
    }
    if (count > 1 && isDisc(words.at(count - 2))) {
        if (const auto value = countOf(words.last())) {
            words.resize(count - 2);
            return *value;
        }
    }
    return 0;
}

bool isLiveAlbum(const QStringList& words)
{
    Version version;
    for (const QString& word : { u"unplugged"_s, u"concert"_s }) {
        if (words.contains(word)) {
            return true;
        }
    }
    return words.contains(u"live"_s)
        && classify(words, Enclosure::Dash, version) == Segment::Version && version.has(Mark::Live);
}

} // namespace

NumberFit compare(const Numbers& a, const Numbers& b)
{
    if (a == b) {
        return NumberFit::Same;
    }
    bool isOneSided = false;
    bool agrees = false;
    for (int i = 0; i <= int(NumberKind::Chapter); ++i) {
        const auto ofKind = [i](const Numbers& all) {
            Numbers some;
            std::ranges::copy_if(all, std::back_inserter(some),
                [i](const Number& n) { return n.kind == NumberKind(i); });
            return some;
        };
        const Numbers ours = ofKind(a);
        const Numbers theirs = ofKind(b);
        if (!ours.isEmpty() && !theirs.isEmpty() && ours != theirs) {
            return NumberFit::Different;
        }
        agrees = agrees || (!ours.isEmpty() && ours == theirs);
        isOneSided = isOneSided || ours.isEmpty() != theirs.isEmpty();
    }
    return isOneSided && !agrees ? NumberFit::OneSided : NumberFit::Same;
}

TitleForm titleForm(QStringView text, qsizetype length)
{
    TitleForm form;
    form.isCut = looksCut(length);
    form.isEastAsian = isEastAsian(text);
    const QStringList all = wordsOf(text);
    if (!hasSegments(text)) {
        setCore(form, all, text);
        form.whole = form.core.letters;
        return form;
    }
    Numbers ignored;
    form.whole = formOr(withPlainNumbers(all, ignored), text).letters;
    QString core = stripped(text, [&form](const QStringList& words, Enclosure enclosure) {
        return words.isEmpty() || classify(words, enclosure, form.version) != Segment::Part;
    });
    QStringList words = wordsOf(core);
    if (words.isEmpty()) { // nothing but a mark: that is the title
        form.version = {};
        words = all;
        core = text.toString();
    }
    setCore(form, words, core);
    return form;
}

ArtistForm artistForm(const QString& text)
{
    ArtistForm form;
    QString all = folded(text).trimmed();
    constexpr QLatin1StringView kTrailing { ", the" };
    if (all.endsWith(kTrailing) && all.size() > kTrailing.size()) {
        all = u"the "_s + all.chopped(kTrailing.size());
    }
    form.words = wordsOf(all);
    if (all.isEmpty() || std::ranges::find(kNobody, form.words.join(u' ')) != kNobody.end()) {
        form.words.clear();
        return form;
    }
    const QStringView main = beforeGuests(all);
    form.main = formOr(withoutArticle(wordsOf(main)), all);
    const QStringList first = withoutArticle(wordsOf(firstOf(main)));
    form.first = first.isEmpty() ? form.main : formOf(first);
    form.full = main.size() == all.size() ? form.main : formOr(withoutArticle(form.words), all);
    form.isTribute = isTribute(form.words);
    form.isCut = looksCut(text.size());
    return form;
}

AlbumForm albumForm(const QString& text)
{
    AlbumForm form;
    const QString all = folded(text).trimmed();
    const QStringList words = wordsOf(all);
    const QString spaced = words.join(u' ');
    if (all.isEmpty() || spaced == "unknown album"_L1 || spaced == "unknown"_L1) {
        return form;
    }
    form.isTribute = isTribute(words);
    form.isCut = looksCut(text.size());
    form.isLive = isLiveAlbum(words);
    Numbers ignored;
    form.plain = formOr(withPlainNumbers(words, ignored), all);
    QStringList core = words;
    if (hasSegments(all)) {
        const QString rest = stripped(all, [&form](QStringList inside, Enclosure enclosure) {
            Version version;
            if (inside.isEmpty() || classify(inside, enclosure, version) == Segment::Ignored) {
                form.disc = std::max(form.disc, takeDisc(inside));
                return true;
            }
            form.isLive = form.isLive || version.has(Mark::Live) || version.has(Mark::Acoustic);
            return false;
        });
        core = wordsOf(rest);
    }
    QStringList further = core;
    if (const int disc = takeDisc(further); disc > 0 && !further.isEmpty()) {
        core = further;
        form.disc = disc;
    }
    form.core = core.isEmpty() ? form.plain : formOf(withPlainNumbers(core, form.numbers));
    std::sort(form.numbers.begin(), form.numbers.end());
    return form;
}

QStringView withoutLeadingNumber(QStringView text, int number)
{
    constexpr qsizetype kMostDigits = 3;
    text = text.trimmed();
    qsizetype end = 0;
    while (end < text.size() && isDigit(text.at(end))) {
        ++end;
    }
    if (end == 0 || end > kMostDigits || end == text.size()) {
        return {};
    }
    const bool isNumber = text.front() == u'0' || text.first(end).toInt() == number;
    QStringView rest = text.sliced(end).trimmed();
    const bool hasSign = rest.startsWith(u'-') || rest.startsWith(u'.') || rest.startsWith(u')');
    if (hasSign) {
        rest = rest.sliced(1);
    }
    const bool isApart = rest.startsWith(u' ') || (!hasSign && text.at(end) == u' ');
    if (!isApart || !(hasSign || isNumber) || wordsOf(rest).isEmpty()) {
        return {};
    }
    return rest.trimmed();
}

} // namespace match
