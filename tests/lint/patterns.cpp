// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/patterns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lint {
namespace {

constexpr int kMostLines = 1000;

const QStringList& program()
{
    static const QStringList folders { u"core/"_s, u"ui/"_s, u"app/"_s };
    return folders;
}
const QStringList& everything()
{
    static const QStringList folders { u"core/"_s, u"ui/"_s, u"app/"_s, u"tests/"_s,
        u"packaging/"_s, u"resources/"_s, u"README.md"_s, u"CMakeLists.txt"_s };
    return folders;
}

Pattern rule(const char* name, const QString& form, const char* why,
    const QStringList& folders = program(), const QStringList& except = {})
{
    return { QString::fromLatin1(name), QRegularExpression(form), QString::fromLatin1(why), folders,
        except };
}

QList<Pattern> asyncPatterns()
{
    const QStringList async { u"core/util/async.h"_s };
    return {
        rule("raw-future",
            uR"((\.|->)then\(|\bwaitForFinished\(|\bQFutureWatcher\b|[fF]uture(\(\))?\.result\()"_s,
            "futures are consumed through core/util/async.h", program(), async),
        rule("event-loop", uR"(\bQEventLoop\b|\bprocessEvents\s*\()"_s, "no nested event loop"),
        rule("blocking-connection", uR"(\bBlockingQueuedConnection\b)"_s,
            "threads do not wait for each other"),
        rule("mutex",
            uR"(\bQ(Recursive)?Mutex(Locker)?\b|\bQReadWriteLock\b|\bQWaitCondition\b|\bQSemaphore\b|\bstd::(recursive_|shared_|timed_)?mutex\b|\bstd::condition_variable\b)"_s,
            "locks live in core/util and core/db", program(), { u"core/util/"_s, u"core/db/"_s }),
        rule("sleep",
            uR"(\bsleep_(for|until)\b|\bqSleep\s*\(|\bQThread::\w*sleep\s*\(|\bqWait\s*\()"_s,
            "wait for a condition, not for time", { u"core/"_s, u"ui/"_s, u"app/"_s, u"tests/"_s }),
    };
}

QList<Pattern> layerPatterns()
{
    return {
        rule("sql", uR"(\bsqlite3_\w+\s*\(|\bQSql(Database|Query)\b)"_s, "SQL runs in core/db",
            program(), { u"core/db/"_s }),
        rule("http", uR"(\bQNetwork(AccessManager|Reply)\b)"_s, "HTTP goes through core/net",
            program(), { u"core/net/"_s }),
        rule("tls", uR"(\bsetInsecure\b|\bignoreSslErrors\b|\bVerifyNone\b)"_s,
            "TLS errors are failures"),
        rule("bare-log", uR"(\bq(Debug|Info|Warning|Critical)\s*\()"_s,
            "log through the module's category"),
        rule("error-string", uR"((\.|->)errorString\(\))"_s,
            "a reply's errorString() holds its URL", program(),
            { u"core/net/"_s, u"core/demo/"_s }),
        rule("reveal", uR"((\.|->)reveal\(\))"_s,
            "callers are listed in tests/lint/reveal-callers.txt"),
        rule("proxy-model", uR"(\bQSortFilterProxyModel\b)"_s, "a view is a query"),
    };
}

QList<Pattern> languagePatterns()
{
    const QStringList code { u"core/"_s, u"ui/"_s, u"app/"_s, u"tests/"_s };
    return {
        rule("string-connect", uR"(\bSIGNAL\s*\(|\bSLOT\s*\(|\bsender\(\))"_s,
            "connect pointers to members", code),
        rule("singleton", uR"(::instance\(\)|\b\w+[&*]\s*instance\(\))"_s,
            "take what you need in the constructor", program(), { u"app/"_s }),
        rule("singleton-in-app", uR"((?<!Application)::instance\(\)|\b\w+[&*]\s*instance\(\))"_s,
            "only the application object has an instance", { u"app/"_s }),
        rule("delete", uR"(\bdelete(\s*\[\]\s*|\s+|(?=\())[\w(*:])"_s,
            "owners are unique_ptr or a parent", code),
        rule("exceptions", uR"(\bthrow\b|\bcatch\s*\(|\btry\s*\{)"_s, "errors are Results",
            program()),
        rule("dialog-exec", uR"((\.|->)exec\s*\()"_s, "dialogs use open()", { u"ui/"_s }),
        rule("dialog-exec-in-app", uR"((?<!app)(?<!application)(\.|->)exec\s*\()"_s,
            "dialogs use open()", { u"app/"_s }),
        rule("views", uR"(\bstd::(ranges::)?views\b)"_s, "clang-tidy 14 cannot parse them", code),
        rule("namespace",
            uR"(\busing namespace (?!Qt::StringLiterals\b|std::chrono(_literals)?;|std::literals\b))"_s,
            "names are qualified"),
        rule("unwatched-window", uR"(\bQTEST_MAIN\s*\()"_s,
            "a test with a window ends with PLEXM8_GUI_TEST_MAIN", { u"tests/"_s }),
        rule("foreach", uR"(\bforeach\s*\(|\bQ_FOREACH\b)"_s, "range for", code),
    };
}

QList<Pattern> textPatterns()
{
    // Put together here, so that this file does not breach its own rules.
    const QString notes
        = uR"(\b(%1|%2)\b(?!\(#\d+\)))"_s.arg(u"TO"_s + u"DO"_s, u"FIX"_s + u"ME"_s);
    const QString paths = uR"((^|[\s"'=(<`])/(%1)/\w)"_s.arg(
        QStringList { u"home"_s, u"Users"_s, u"root"_s, u"work"_s, u"tmp"_s }.join(u'|'));
    QList<Pattern> patterns { rule("open-note", notes, "an issue number, or do it now",
                                  everything()),
        rule("machine-path", paths, "a path of one machine", everything()) };
    for (Pattern& pattern : patterns) {
        pattern.inComments = true;
        pattern.form.setPatternOptions(QRegularExpression::MultilineOption);
    }
    return patterns;
}

bool startsWithAny(const QString& path, const QStringList& beginnings)
{
    return std::ranges::any_of(
        beginnings, [&path](const QString& beginning) { return path.startsWith(beginning); });
}

bool isCode(const QString& path)
{
    return path.endsWith(u".h"_s) || path.endsWith(u".cpp"_s) || path.endsWith(u".h.in"_s);
}

/// Where the parenthesis that opens at @p open is closed.
qsizetype closingOf(const QString& code, qsizetype open)
{
    int depth = 0;
    for (qsizetype at = open; at < code.size(); ++at) {
        if (code.at(at) == u'(') {
            ++depth;
        } else if (code.at(at) == u')' && --depth == 0) {
            return at;
        }
    }
    return code.size();
}

/// The offset of a default capture that is itself an argument of the call, not one inside its
/// lambda's body; -1 if there is none.
qsizetype defaultCaptureIn(const QString& code, qsizetype open, qsizetype close)
{
    int braces = 0;
    for (qsizetype at = open; at < close; ++at) {
        if (code.at(at) == u'{') {
            ++braces;
        } else if (code.at(at) == u'}') {
            --braces;
        } else if (code.at(at) == u'[' && braces == 0 && at + 2 < close
            && (code.at(at + 1) == u'=' || code.at(at + 1) == u'&')
            && (code.at(at + 2) == u']' || code.at(at + 2) == u',')) {
            return at;
        }
    }
    return -1;
}

} // namespace

const QList<Pattern>& patterns()
{
    static const QList<Pattern> all
        = asyncPatterns() + layerPatterns() + languagePatterns() + textPatterns();
    return all;
}

void Exceptions::add(const QString& text, const QString& rule)
{
    for (const QString& raw : text.split(u'\n')) {
        const QString line = raw.simplified();
        if (line.isEmpty() || line.startsWith(u'#')) {
            continue;
        }
        const QString row = rule.isEmpty() ? line : rule + u' ' + line;
        if (row.section(u' ', 2).isEmpty()) {
            m_unfounded.append(u"no reason: "_s + row);
        }
        m_rows.insert({ row.section(u' ', 0, 0), row.section(u' ', 1, 1) });
    }
}

bool Exceptions::allows(const QString& rule, const QString& path)
{
    if (!m_rows.contains({ rule, path })) {
        return false;
    }
    m_needed.insert({ rule, path });
    return true;
}

QStringList Exceptions::faults() const
{
    QStringList faults = m_unfounded;
    for (const auto& [rule, path] : m_rows) {
        if (!m_needed.contains({ rule, path })) {
            faults.append(u"not needed: %1 %2"_s.arg(rule, path));
        }
    }
    return faults;
}

QList<Finding> checkPatterns(const Source& source, Exceptions& exceptions)
{
    QList<Finding> findings;
    const QString code = isCode(source.path) ? codeOnly(source.text) : QString();
    for (const Pattern& pattern : patterns()) {
        if (!startsWithAny(source.path, pattern.folders)
            || startsWithAny(source.path, pattern.except)) {
            continue;
        }
        const QString& text = pattern.inComments ? source.text : code;
        auto found = pattern.form.globalMatch(text);
        while (found.hasNext()) {
            const QRegularExpressionMatch match = found.next();
            if (exceptions.allows(pattern.rule, source.path)) {
                break;
            }
            findings.append({ source.path, lineOf(text, match.capturedStart(0)), pattern.rule,
                u"%1 (%2)"_s.arg(match.captured(0).simplified(), pattern.why) });
        }
    }
    return findings;
}

QList<Finding> checkCaptures(const Source& source, Exceptions& exceptions)
{
    static const QRegularExpression call(
        uR"(\b(connect|deliver|andThen|watchProgress|singleShot|invokeMethod)\s*\()"_s);
    if (!isCode(source.path) || !startsWithAny(source.path, program())) {
        return {};
    }
    QList<Finding> findings;
    const QString code = codeOnly(source.text);
    auto found = call.globalMatch(code);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        const qsizetype open = match.capturedEnd(0) - 1;
        const qsizetype capture = defaultCaptureIn(code, open, closingOf(code, open));
        if (capture >= 0 && !exceptions.allows(u"capture"_s, source.path)) {
            findings.append({ source.path, lineOf(code, capture), u"capture"_s,
                u"a lambda given to %1 names what it captures"_s.arg(match.captured(1)) });
        }
    }
    return findings;
}

QList<Finding> checkShape(const Source& source)
{
    QList<Finding> findings;
    const QStringList lines = source.text.split(u'\n');
    const QString top = lines.mid(0, 4).join(u'\n');
    if (!top.contains(u"SPDX-FileCopyrightText: "_s)
        || !top.contains(u"SPDX-License-Identifier: GPL-3.0-or-later"_s)) {
        findings.append({ source.path, 1, u"licence"_s, u"the two SPDX lines are missing"_s });
    }
    if (lines.size() > kMostLines + 1) {
        findings.append({ source.path, 0, u"length"_s,
            u"%1 lines, at most %2"_s.arg(lines.size() - 1).arg(kMostLines) });
    }
    return findings;
}

} // namespace lint
