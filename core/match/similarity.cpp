// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/similarity.h"

#include <QVarLengthArray>
#include <algorithm>
#include <array>
#include <bit>
#include <vector>

namespace match {

namespace {

constexpr qsizetype kWord = 64;
constexpr size_t kAscii = 128;
constexpr double kSortedWeight = 0.97;

/// Where in a text of up to 64 units each unit stands, as bits.
class Places
{
public:
    explicit Places(QStringView text)
    {
        quint64 bit = 1;
        for (const QChar c : text) {
            const char16_t unit = c.unicode();
            if (unit < kAscii) {
                m_ascii.at(unit) |= bit;
            } else {
                addOther(unit, bit);
            }
            bit <<= 1;
        }
    }
    [[nodiscard]] quint64 of(char16_t unit) const
    {
        if (unit < kAscii) {
            return m_ascii[unit];
        }
        const auto* found = std::ranges::find(m_others, unit, &Other::unit);
        return found == m_others.end() ? 0 : found->bits;
    }

private:
    struct Other
    {
        char16_t unit;
        quint64 bits;
    };
    void addOther(char16_t unit, quint64 bit)
    {
        auto* const found = std::ranges::find(m_others, unit, &Other::unit);
        if (found == m_others.end()) {
            m_others.append({ unit, bit });
        } else {
            found->bits |= bit;
        }
    }

    std::array<quint64, kAscii> m_ascii {};
    QVarLengthArray<Other, 16> m_others;
};

qsizetype inOneWord(QStringView shorter, QStringView longer)
{
    const Places places(shorter);
    quint64 open = ~quint64(0); // a zero bit: a letter of the subsequence ends here
    for (const QChar c : longer) {
        const quint64 hits = open & places.of(c.unicode());
        open = (open + hits) | (open - hits);
    }
    const quint64 used = shorter.size() == kWord ? ~quint64(0) : (quint64(1) << shorter.size()) - 1;
    return std::popcount(~open & used);
}

/// a + b + carry; sets @p carry to what overflows.
quint64 addWithCarry(quint64 a, quint64 b, quint64& carry)
{
    const quint64 partial = a + carry;
    const quint64 sum = partial + b;
    carry = quint64(partial < carry) | quint64(sum < partial);
    return sum;
}

qsizetype inManyWords(QStringView shorter, QStringView longer)
{
    std::vector<Places> places;
    for (qsizetype at = 0; at < shorter.size(); at += kWord) {
        places.emplace_back(shorter.sliced(at, std::min(kWord, shorter.size() - at)));
    }
    QVarLengthArray<quint64, 4> open(qsizetype(places.size()), ~quint64(0));
    for (const QChar c : longer) {
        quint64 carry = 0;
        for (qsizetype i = 0; i < open.size(); ++i) {
            const quint64 before = open.at(i);
            const quint64 hits = before & places[size_t(i)].of(c.unicode());
            open[i] = addWithCarry(before, hits, carry) | (before - hits);
        }
    }
    const qsizetype rest = shorter.size() % kWord;
    qsizetype common = 0;
    for (qsizetype i = 0; i < open.size(); ++i) {
        const bool isPartly = i + 1 == open.size() && rest != 0;
        common += std::popcount(~open.at(i) & (isPartly ? (quint64(1) << rest) - 1 : ~quint64(0)));
    }
    return common;
}

double ratio(qsizetype common, QStringView a, QStringView b)
{
    return 2.0 * double(common) / double(a.size() + b.size());
}

} // namespace

qsizetype commonLetters(QStringView a, QStringView b)
{
    // What both begin and end with is common anyway.
    const auto [endA, endB] = std::ranges::mismatch(a, b);
    const qsizetype head = endA - a.begin();
    a = a.sliced(head);
    b = b.sliced(head);
    qsizetype tail = 0;
    while (tail < std::min(a.size(), b.size())
        && a.at(a.size() - 1 - tail) == b.at(b.size() - 1 - tail)) {
        ++tail;
    }
    a.chop(tail);
    b.chop(tail);
    if (a.isEmpty() || b.isEmpty()) {
        return head + tail;
    }
    const QStringView shorter = a.size() <= b.size() ? a : b;
    const QStringView longer = a.size() <= b.size() ? b : a;
    return head + tail
        + (shorter.size() <= kWord ? inOneWord(shorter, longer) : inManyWords(shorter, longer));
}

double indelRatio(QStringView a, QStringView b, double atLeast)
{
    if (a.isEmpty() && b.isEmpty()) {
        return 1;
    }
    if (ratio(std::min(a.size(), b.size()), a, b) < atLeast) {
        return 0;
    }
    return ratio(commonLetters(a, b), a, b);
}

double similarity(const Form& a, const Form& b, double atLeast)
{
    if (a.letters == b.letters) {
        return 1;
    }
    const double plain = indelRatio(a.letters, b.letters, atLeast);
    if (plain >= kSortedWeight || (a.sorted == a.letters && b.sorted == b.letters)) {
        return plain;
    }
    return std::max(plain, kSortedWeight * indelRatio(a.sorted, b.sorted, atLeast));
}

} // namespace match
