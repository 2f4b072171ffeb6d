// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/missingkeys.h"

#include "tests/core/library/librarydata.h"
#include "tests/support/await.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestMissingKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatNoItemHasIsMissing()
    {
        const QTemporaryDir folder;
        db::Threads threads;
        library::Library library(threads, folder.path());
        const QSet<QString> keys { u"b1"_s, u"t7"_s, u"a0"_s, u"b99"_s, u"42"_s, u"\"',\\"_s };
        const auto closed = support::await(library::missingKeys(library, keys));
        QCOMPARE(closed.error().code, util::Error::Code::NotFound);
        QVERIFY(support::await(library.open({ { u"server"_s }, {} })));
        QCOMPARE(*support::await(library::missingKeys(library, keys)), keys);
        QVERIFY(librarydata::write(library, librarydata::items(30)));
        const QSet<QString> missing { u"b99"_s, u"42"_s, u"\"',\\"_s };
        QCOMPARE(*support::await(library::missingKeys(library, keys)), missing);
        QCOMPARE(*support::await(library::missingKeys(library, {})), QSet<QString>());
    }

    void manyKeysAreOneReadOnAnIndex()
    {
        const QTemporaryDir folder;
        db::Threads threads;
        library::Library library(threads, folder.path());
        QVERIFY(support::await(library.open({ { u"server"_s }, {} })));
        QVERIFY(librarydata::write(library, librarydata::items(30)));
        QSet<QString> keys;
        for (int i = 0; i < 100'000; ++i) {
            keys.insert(u"b%1"_s.arg(i));
        }
        const auto missing = support::await(library::missingKeys(library, keys));
        QVERIFY(missing);
        QCOMPARE(missing->size(), 100'000 - 3);
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = support::await(library::missingKeys(library, keys, stop.get_token()));
        QCOMPARE(stopped.error().code, util::Error::Code::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestMissingKeys)
#include "tst_missingkeys.moc"
