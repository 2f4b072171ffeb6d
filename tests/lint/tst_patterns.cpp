// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/patterns.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// Forbidden forms, with the file and line where they stand.
class TestPatterns : public QObject
{
    Q_OBJECT

private:
    static QStringList rulesFoundIn(const QString& path, const QString& text)
    {
        lint::Exceptions none;
        const lint::Source source { path, text };
        QStringList rules;
        for (const auto& finding :
            lint::checkPatterns(source, none) + lint::checkCaptures(source, none)) {
            rules.append(finding.rule);
        }
        return rules;
    }
    static QString read(const QString& path)
    {
        QFile file(lint::sourceRoot() + u'/' + path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private Q_SLOTS:
    void badFormsAreFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rule");
        const auto bad = [](const char* rule, const QString& text,
                             const QString& path = u"core/library/a.cpp"_s) {
            QTest::addRow("%s: %s", rule, qPrintable(text))
                << path << text << QString::fromLatin1(rule);
        };
        bad("raw-future", u"f.then(this, g);"_s);
        bad("raw-future", u"f.waitForFinished();"_s);
        bad("raw-future", u"QFutureWatcher<int> w;"_s);
        bad("raw-future", u"auto x = future.result();"_s);
        bad("event-loop", u"QEventLoop loop;"_s);
        bad("event-loop", u"QCoreApplication::processEvents();"_s);
        bad("blocking-connection", u"Qt::BlockingQueuedConnection"_s);
        bad("mutex", u"QMutexLocker locker(&m);"_s);
        bad("mutex", u"std::mutex m;"_s);
        bad("sleep", u"QThread::msleep(5);"_s);
        bad("sleep", u"QTest::qWait(500);"_s, u"tests/ui/tst_a.cpp"_s);
        bad("sql", u"QSqlQuery query(db);"_s);
        bad("sql", u"sqlite3_step(statement);"_s);
        bad("http", u"QNetworkAccessManager manager;"_s);
        bad("http", u"QNetworkAccessManager manager;"_s, u"core/demo/server.cpp"_s);
        bad("tls", u"reply->ignoreSslErrors();"_s);
        bad("tls", u"c.setPeerVerifyMode(QSslSocket::VerifyNone);"_s);
        bad("bare-log", u"qWarning() << 1;"_s);
        bad("bare-log", u"qDebug(\"x\");"_s, u"app/main/main.cpp"_s);
        bad("error-string", u"auto t = reply->errorString();"_s);
        bad("reveal", u"use(token.reveal());"_s);
        bad("proxy-model", u"QSortFilterProxyModel proxy;"_s);
        bad("string-connect", u"connect(a, SIGNAL(x()), b, SLOT(y()));"_s);
        bad("string-connect", u"auto* b = sender();"_s);
        bad("singleton", u"Settings::instance().read();"_s);
        bad("singleton", u"static Settings& instance();"_s);
        bad("singleton", u"QCoreApplication::instance()->quit();"_s, u"ui/shell/a.cpp"_s);
        bad("singleton-in-app", u"Settings::instance().read();"_s, u"app/main/main.cpp"_s);
        bad("delete", u"delete m_thing;"_s);
        bad("delete", u"    delete[] buffer;"_s);
        bad("delete", u"if (x) { delete x; }"_s);
        bad("exceptions", u"throw 1;"_s);
        bad("unwatched-window", u"QTEST_"_s + u"MAIN(TestA)"_s, u"tests/ui/tst_a.cpp"_s);
        bad("exceptions", u"} catch (const std::exception& e) {"_s);
        bad("dialog-exec", u"dialog.exec();"_s, u"ui/settings/a.cpp"_s);
        bad("dialog-exec", u"menu->exec(pos);"_s, u"ui/settings/a.cpp"_s);
        bad("dialog-exec-in-app", u"box.exec();"_s, u"app/main/main.cpp"_s);
        bad("views", u"for (auto x : v | std::views::reverse) {}"_s);
        bad("namespace", u"using namespace std;"_s);
        bad("foreach", u"foreach (auto x, list) {}"_s);
        bad("capture", u"connect(a, &A::b, this, [=] { x(); });"_s);
        bad("capture", u"connect(a, &A::b, this,\n    [&, y](int z) { x(); });"_s);
        bad("capture", u"async::deliver(f, this, [&](Result<int> r) { x(r); });"_s);
        bad("open-note", u"// TO"_s + u"DO later"_s);
        bad("open-note", u"# FIX"_s + u"ME"_s, u"packaging/run"_s);
        bad("machine-path", u"QFile f(\"/ho"_s + u"me/someone/x\");"_s);
        bad("machine-path", u"DIR=/t"_s + u"mp/x"_s, u"packaging/run"_s);
    }
    void badFormsAreFound()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(QString, rule);
        const QStringList found = rulesFoundIn(path, u"int a;\n"_s + text + u'\n');
        QVERIFY2(found.contains(rule), qPrintable(found.join(u' ')));
    }

    void goodFormsPass_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        const auto good = [](const QString& text, const QString& path = u"core/library/a.cpp"_s) {
            QTest::addRow("%s: %s", qPrintable(path), qPrintable(text)) << path << text;
        };
        good(u"// delete this; throw it; QSqlQuery"_s);
        good(u"/* qDebug() */ auto t = u\"SIGNAL(x)\"_s;"_s);
        good(u"auto t = R\"sql(delete from x where qDebug())sql\";"_s);
        good(u"auto n = 1'000'000; auto c = '\\''; auto d = '\"'; int e;"_s);
        good(u"A(const A&) = delete;"_s);
        good(u"A(const A&)=delete;"_s);
        good(u"void deleteTrack(int id);"_s);
        good(
            u"connect(a, &A::b, this, [this, id] { any_of(v, [&](int x) { return x == id; }); });"_s);
        good(u"QNetworkAccessManager m_manager;"_s, u"core/net/client.h"_s);
        good(u"sqlite3_step(statement);"_s, u"core/db/statement.cpp"_s);
        good(u"QFutureWatcher<int> w;"_s, u"core/util/async.h"_s);
        good(u"return app.exec();"_s, u"app/main/main.cpp"_s);
        good(u"return QCoreApplication::exec();"_s, u"app/cli/main.cpp"_s);
        good(u"QCoreApplication::instance()->quit();"_s, u"app/main/main.cpp"_s);
        good(u"qCWarning(lcNet) << 1;"_s);
        good(u"using namespace Qt::StringLiterals;"_s);
        good(u"// see TO"_s + u"DO(#12)"_s);
        good(u"get(u\"/api/home/users\"_s);"_s);
        good(u"PLEXM8_GUI_TEST_MAIN(TestA)"_s, u"tests/ui/tst_a.cpp"_s);
        good(u"QTEST_GUILESS_MAIN(TestA)"_s, u"tests/core/tst_a.cpp"_s);
    }
    void goodFormsPass()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QCOMPARE(rulesFoundIn(path, text + u'\n'), QStringList());
    }

    void everyRuleHasABadExample()
    {
        QStringList shown;
        const QString self = read(u"tests/lint/tst_patterns.cpp"_s);
        for (const lint::Pattern& pattern : lint::patterns()) {
            QVERIFY2(pattern.form.isValid(), qPrintable(pattern.rule));
            QVERIFY2(self.contains(u"bad(\"%1\""_s.arg(pattern.rule)), qPrintable(pattern.rule));
        }
    }

    void findingsNameTheLine()
    {
        lint::Exceptions none;
        const auto findings = lint::checkPatterns(
            { u"core/net/a.cpp"_s, u"/* one\n two */\nint a;\n  delete a;\n"_s }, none);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().line, 4);
    }

    void exceptionsCountOnlyWithReasonAndNeed()
    {
        lint::Exceptions list;
        list.add(u"# comment\n\ndelete core/net/a.cpp frees what C gave\nsql core/net/a.cpp\n"_s);
        const auto findings
            = lint::checkPatterns({ u"core/net/a.cpp"_s, u"delete a;\nthrow 1;\n"_s }, list);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().rule, u"exceptions"_s);
        QCOMPARE(list.faults().size(), 2);
    }

    void filesWithoutLicenceOrTooLongAreFound()
    {
        const QString top
            = u"// SPDX-FileCopyrightText: 2026 x\n// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;
        QCOMPARE(lint::checkShape({ u"core/a.h"_s, u"#pragma once\n"_s }).size(), 1);
        QCOMPARE(lint::checkShape({ u"core/a.h"_s, top + QString(998, u'\n') }).size(), 0);
        QCOMPARE(lint::checkShape({ u"core/a.h"_s, top + QString(999, u'\n') }).size(), 1);
    }

    void treeHasNoForbiddenForm()
    {
        lint::Exceptions exceptions;
        exceptions.add(read(u"tests/lint/exceptions.txt"_s));
        exceptions.add(read(u"tests/lint/reveal-callers.txt"_s), u"reveal"_s);
        auto sources = lint::readTree(lint::sourceRoot(),
            { u"core"_s, u"ui"_s, u"app"_s, u"tests"_s, u"packaging"_s, u"resources"_s, u".ci"_s },
            { u".h"_s, u".cpp"_s, u".h.in"_s, u".txt"_s, u".sh"_s, u".js"_s, u".mjs"_s, u".sql"_s,
                u".cmake"_s, u"/run"_s, u"/check"_s, u".desktop"_s, u".xml"_s });
        sources.append({ u"README.md"_s, read(u"README.md"_s) });
        QVERIFY(sources.size() > 20);
        QList<lint::Finding> findings;
        for (const lint::Source& source : sources) {
            findings.append(lint::checkPatterns(source, exceptions));
            findings.append(lint::checkCaptures(source, exceptions));
        }
        QVERIFY2(findings.isEmpty(), qPrintable(lint::join(findings)));
        QVERIFY2(exceptions.faults().isEmpty(), qPrintable(exceptions.faults().join(u'\n')));
    }

    void everyFileHasItsLicenceAndAFairLength()
    {
        QList<lint::Finding> findings;
        for (const lint::Source& source : lint::readTree(lint::sourceRoot(),
                 { u"core"_s, u"ui"_s, u"app"_s, u"tests"_s, u"packaging"_s, u"resources"_s,
                     u".ci"_s },
                 { u".h"_s, u".cpp"_s, u".h.in"_s, u".sh"_s, u".js"_s, u".mjs"_s, u".sql"_s,
                     u".svg"_s, u"/run"_s, u"/check"_s })) {
            findings.append(lint::checkShape(source));
        }
        QVERIFY2(findings.isEmpty(), qPrintable(lint::join(findings)));
    }
};

QTEST_GUILESS_MAIN(TestPatterns)
#include "tst_patterns.moc"
