// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/includes.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lint {
namespace {

bool matches(const QString& pattern, const QString& header)
{
    return pattern.endsWith(u'*') ? header.startsWith(QStringView(pattern).chopped(1))
                                  : header == pattern;
}

bool matchesAny(const QStringList& patterns, const QString& header)
{
    return std::ranges::any_of(
        patterns, [&header](const QString& pattern) { return matches(pattern, header); });
}

QString layerOf(const QString& module)
{
    return module.section(u'/', 0, 0);
}

void addRow(
    Modules& modules, const QString& section, const QString& name, const QStringList& allowed)
{
    if (section == u"libraries"_s) {
        modules.libraries.insert(name, allowed);
    } else if (section == u"forbidden"_s) {
        modules.forbidden.insert(name, allowed);
    } else if (section == u"core"_s) {
        QStringList full { u"core/util"_s };
        for (const QString& other : allowed) {
            if (!modules.coreOrder.contains(other)) {
                modules.errors.append(u"%1 names %2, which is not above it"_s.arg(name, other));
            }
            full.append(u"core/"_s + other);
        }
        modules.coreOrder.append(name);
        modules.rows.insert(u"core/"_s + name, full);
    } else {
        modules.rows.insert(section + u'/' + name, allowed);
    }
}

/// Whether a file of module @p from may include @p header of module @p to.
bool isAllowed(
    const Modules& modules, const QString& from, const QString& to, const QString& header)
{
    const QStringList row = modules.rows.value(from);
    if (from == to || row.contains(to) || row.contains(layerOf(to) + u"/*"_s)) {
        return true;
    }
    return row.contains(u"features"_s) && layerOf(to) == u"ui"_s
        && std::ranges::any_of(modules.shellEndings,
            [&header](const QString& ending) { return header.endsWith(ending); });
}

QString judge(const Modules& modules, const QSet<QString>& widgetHeaders, const QString& from,
    const QString& header)
{
    if (const std::optional<QString> to = moduleOf(header)) {
        if (!modules.rows.contains(*to)) {
            return u"%1 is not in modules.txt"_s.arg(*to);
        }
        return isAllowed(modules, from, *to, header) ? QString()
                                                     : u"%1 may not include %2"_s.arg(from, header);
    }
    const QString layer = layerOf(from);
    if (matchesAny(modules.forbidden.value(layer), header)
        || (layer == u"core"_s && widgetHeaders.contains(header))) {
        return u"%1 may never include %2"_s.arg(layer, header);
    }
    for (auto row = modules.libraries.cbegin(); row != modules.libraries.cend(); ++row) {
        if (matches(row.key(), header) && !row.value().contains(from)) {
            return u"%1 is hidden in %2"_s.arg(header, row.value().join(u", "_s));
        }
    }
    return {};
}

} // namespace

Modules parseModules(const QString& text)
{
    Modules modules;
    QString section;
    for (const QString& raw : text.split(u'\n')) {
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#')) {
            continue;
        }
        if (line.startsWith(u'[') && line.endsWith(u']')) {
            section = line.mid(1, line.size() - 2);
        } else if (section == u"shell"_s) {
            modules.shellEndings = line.split(u' ', Qt::SkipEmptyParts);
        } else if (const qsizetype colon = line.indexOf(u':'); colon > 0 && !section.isEmpty()) {
            addRow(modules, section, line.first(colon).trimmed(),
                line.mid(colon + 1).split(u' ', Qt::SkipEmptyParts));
        } else {
            modules.errors.append(u"not a row: "_s + line);
        }
    }
    return modules;
}

std::optional<QString> moduleOf(const QString& path)
{
    const QStringList parts = path.split(u'/');
    if (parts.size() < 2
        || (parts.first() != u"core"_s && parts.first() != u"ui"_s && parts.first() != u"app"_s)) {
        return std::nullopt;
    }
    return parts.first() + u'/' + (parts.size() == 2 ? u"."_s : parts.at(1));
}

QList<Finding> checkIncludes(
    const Source& source, const Modules& modules, const QSet<QString>& widgetHeaders)
{
    static const QRegularExpression include(
        uR"(^[ \t]*#[ \t]*include[ \t]*["<]([^">]+)[">])"_s, QRegularExpression::MultilineOption);
    const std::optional<QString> from = moduleOf(source.path);
    if (!from) {
        return {};
    }
    if (!modules.rows.contains(*from)) {
        return { { source.path, 0, u"module"_s, u"%1 is not in modules.txt"_s.arg(*from) } };
    }
    QList<Finding> findings;
    auto found = include.globalMatch(source.text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        const QString fault = judge(modules, widgetHeaders, *from, match.captured(1));
        if (!fault.isEmpty()) {
            findings.append(
                { source.path, lineOf(source.text, match.capturedStart(1)), u"include"_s, fault });
        }
    }
    return findings;
}

} // namespace lint
