// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/services.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void profilesKeepTheirTokensApart()
    {
        const QTemporaryDir one;
        const QTemporaryDir other;
        const auto groupOf = [](const QTemporaryDir& folder) {
            const app::Paths paths = app::Paths::below(folder.path());
            settings::Settings settings(paths.config + u"/settings.ini"_s);
            return app::tokenGroup(paths, settings);
        };
        const QString first = groupOf(one);
        QVERIFY(first.startsWith(u"PlexM8 "));
        QCOMPARE(groupOf(one), first);
        QVERIFY(groupOf(other) != first);
        settings::Settings settings(one.filePath(u"standard.ini"_s));
        QCOMPARE(app::tokenGroup(app::Paths::standard(), settings), u"PlexM8"_s);
    }
};

QTEST_GUILESS_MAIN(TestServices)
#include "tst_services.moc"
