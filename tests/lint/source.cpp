// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/source.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lint {
namespace {

/// Walks over C++ text and blanks what is not code.
class Blanker
{
public:
    explicit Blanker(QString text)
        : m_text(std::move(text))
    {
    }

    QString run()
    {
        while (m_at < m_text.size()) {
            step();
        }
        return m_text;
    }

private:
    [[nodiscard]] bool sees(QLatin1StringView word) const
    {
        return QStringView(m_text).sliced(m_at).startsWith(word);
    }
    void blankTo(qsizetype end)
    {
        for (; m_at < std::min(end, m_text.size()); ++m_at) {
            if (m_text.at(m_at) != u'\n') {
                m_text[m_at] = u' ';
            }
        }
    }
    /// The end of what @p closing ends, or of the text.
    [[nodiscard]] qsizetype endAt(const QString& closing, qsizetype from) const
    {
        const qsizetype found = m_text.indexOf(closing, from);
        return found < 0 ? m_text.size() : found + closing.size();
    }

    void step()
    {
        if (sees("//"_L1)) {
            const qsizetype end = m_text.indexOf(u'\n', m_at);
            blankTo(end < 0 ? m_text.size() : end);
        } else if (sees("/*"_L1)) {
            blankTo(endAt(u"*/"_s, m_at + 2));
        } else if (sees("R\""_L1)) {
            const qsizetype open = m_text.indexOf(u'(', m_at);
            const QString delimiter = m_text.mid(m_at + 2, open - m_at - 2);
            blankTo(endAt(u')' + delimiter + u'"', open));
        } else if (sees("#include"_L1)) {
            m_at = std::max(m_at, m_text.indexOf(u'\n', m_at));
            m_at = m_at < 0 ? m_text.size() : m_at + 1;
        } else if (m_text.at(m_at) == u'"' || (m_text.at(m_at) == u'\'' && !inNumber())) {
            blankLiteral(m_text.at(m_at));
        } else {
            ++m_at;
        }
    }
    /// Whether the quote at hand separates digits, as in 1'000.
    [[nodiscard]] bool inNumber() const
    {
        return m_at > 0 && m_at + 1 < m_text.size() && m_text.at(m_at - 1).isLetterOrNumber()
            && m_text.at(m_at + 1).isLetterOrNumber() && m_text.at(m_at - 1) != u'u'
            && m_text.at(m_at - 1) != u'L' && m_text.at(m_at - 1) != u'U';
    }
    void blankLiteral(QChar quote)
    {
        ++m_at;
        while (m_at < m_text.size() && m_text.at(m_at) != quote && m_text.at(m_at) != u'\n') {
            const qsizetype width = m_text.at(m_at) == u'\\' ? 2 : 1;
            blankTo(m_at + width);
        }
        ++m_at;
    }

    QString m_text;
    qsizetype m_at = 0;
};

} // namespace

QString Finding::toString() const
{
    return u"%1:%2: %3: %4"_s.arg(path).arg(line).arg(rule, what);
}

QList<Source> readTree(const QString& root, const QStringList& folders, const QStringList& endings)
{
    QList<Source> sources;
    for (const QString& folder : folders) {
        QDirIterator files(
            root + u'/' + folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const bool wanted = std::ranges::any_of(
                endings, [&path](const QString& ending) { return path.endsWith(ending); });
            if (!wanted || path.contains(u"/node_modules/"_s)) {
                continue;
            }
            QFile file(path);
            if (file.open(QIODevice::ReadOnly)) {
                sources.append({ path.mid(root.size() + 1), QString::fromUtf8(file.readAll()) });
            }
        }
    }
    std::ranges::sort(sources, {}, &Source::path);
    return sources;
}

QString codeOnly(const QString& text)
{
    return Blanker(text).run();
}

int lineOf(const QString& text, qsizetype offset)
{
    return static_cast<int>(QStringView(text).first(offset).count(u'\n')) + 1;
}

QString join(const QList<Finding>& findings)
{
    QStringList lines;
    for (const Finding& finding : findings) {
        lines.append(finding.toString());
    }
    return u"%1 finding(s)\n%2"_s.arg(findings.size()).arg(lines.join(u'\n'));
}

QString sourceRoot()
{
    return qEnvironmentVariable("PLEXM8_SOURCE_DIR");
}

} // namespace lint
