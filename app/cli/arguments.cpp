// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/reply.h"
#include "app/cli/text.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

const QSet<QString>& flags()
{
    static const QSet<QString> set { u"json"_s, u"quiet"_s, u"verbose"_s, u"version"_s, u"help"_s,
        u"clear"_s, u"full"_s, u"pregenerate"_s, u"no-browser"_s, u"top"_s, u"save"_s, u"best"_s };
    return set;
}

const QSet<QString>& valued()
{
    static const QSet<QString> set { u"data-dir"_s, u"server"_s, u"section"_s, u"type"_s,
        u"limit"_s, u"stars"_s, u"bucket"_s, u"port"_s, u"tracks"_s, u"seed"_s, u"music"_s,
        u"title"_s, u"summary"_s, u"add"_s, u"before"_s, u"after"_s, u"by"_s, u"how"_s, u"format"_s,
        u"out"_s, u"paths"_s, u"map"_s, u"into"_s, u"missing"_s };
    return set;
}

} // namespace

util::Result<Arguments> parseArguments(const QStringList& list)
{
    Arguments result;
    bool optionsEnded = false;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString& word = list.at(i);
        if (optionsEnded || !word.startsWith("--"_L1)) {
            if (word == "-h"_L1 && !optionsEnded) {
                result.options.insert(u"help"_s, {});
                continue;
            }
            result.words.append(word);
            continue;
        }
        if (word == "--"_L1) {
            optionsEnded = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        if (flags().contains(name)) {
            if (equals >= 0) {
                return usage(Text::tr("--%1 takes no value.").arg(name));
            }
            result.options.insert(name, {});
            continue;
        }
        if (!valued().contains(name)) {
            return usage(Text::tr("Unknown option --%1.").arg(name));
        }
        if (equals >= 0) {
            result.options.insert(name, word.mid(equals + 1));
        } else if (i + 1 < list.size() && !list.at(i + 1).startsWith("--"_L1)) {
            result.options.insert(name, list.at(++i));
        } else {
            return usage(Text::tr("--%1 needs a value.").arg(name));
        }
    }
    result.dataDir = result.value(u"data-dir"_s);
    result.server = result.value(u"server"_s);
    result.json = result.has(u"json"_s);
    result.quiet = result.has(u"quiet"_s);
    result.verbose = result.has(u"verbose"_s);
    result.version = result.has(u"version"_s);
    result.help = result.has(u"help"_s);
    return result;
}

util::Result<int> countOption(
    const Arguments& arguments, const QString& option, int fallback, int max)
{
    if (!arguments.has(option)) {
        return fallback;
    }
    bool ok = false;
    const int value = arguments.value(option).toInt(&ok);
    if (!ok || value < 1 || value > max) {
        return usage(Text::tr("--%1 must be a number from 1 to %2.").arg(option).arg(max));
    }
    return value;
}

QString ratingKeyFrom(const QString& word)
{
    constexpr QLatin1StringView kPrefix { "/library/metadata/" };
    return word.startsWith(kPrefix) ? word.mid(kPrefix.size()) : word;
}

} // namespace cli
