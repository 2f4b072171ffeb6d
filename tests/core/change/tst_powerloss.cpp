// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/journal.h"
#include "tests/support/await.h"
#include "tests/support/rounds.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using support::await;
using util::Result;

namespace {

constexpr int kRequired = 100;
constexpr qint64 kPage = 8192;
constexpr int kMostSteps = 30;

change::Owner owner()
{
    return { { u"s"_s }, { u"u"_s } };
}

QString labelOf(int number)
{
    return u"change %1"_s.arg(number);
}

/// How many steps the change of that number has.
int stepsOf(int number)
{
    return number * 7 % kMostSteps + 1;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

/// The user's file as it lies on the disk.
struct OnDisk
{
    QByteArray main {};
    QByteArray log {}; ///< the -wal
    static OnDisk at(const QString& path)
    {
        return { contentOf(path), contentOf(path + u"-wal"_s) };
    }
    void writeTo(const QString& path) const
    {
        QFile::remove(path + u"-shm"_s);
        put(path, main);
        put(path + u"-wal"_s, log);
    }
};

/// How many changes there are, of which each must be whole and none may lack before the last.
Result<int> wholeChanges(db::Connection& connection, const std::stop_token&)
{
    const auto broken = [](const QString& why) {
        return util::Error { util::Error::Code::Internal, why, {}, 0, {} };
    };
    auto check = connection.prepare("PRAGMA integrity_check(1)");
    if (!check.next() || check.text(0) != u"ok") {
        return broken(u"integrity_check"_s);
    }
    const auto history = change::journal::history(connection, owner(), 10'000);
    if (!history) {
        return history.error();
    }
    const int count = int(history->size());
    for (int i = 0; i < count; ++i) {
        const change::Summary& summary = history->at(count - 1 - i); // newest first
        if (summary.label != labelOf(i) || summary.steps != stepsOf(i)) {
            return broken(u"%1 with %2 steps"_s.arg(summary.label).arg(summary.steps));
        }
    }
    return count;
}

} // namespace

/// The user's file as a power loss leaves it. What was said to be saved is there.
///
/// A power loss cannot be had in a test; this is what it does: of what was not yet synchronised
/// with the disk, any part arrived, in any order. What was acknowledged had been (synchronous=FULL
/// and SQLite's word for it); so only what was written later is spoilt, except where said.
class TestPowerLoss : public QObject
{
    Q_OBJECT

    support::Rounds m_rounds { kRequired };
    db::Threads m_threads;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<db::Database> m_file;
    QList<qint64> m_ends; // of the log after each change
    int m_made = 0;

    QString path() const { return m_folder->filePath(u"user.db"_s); }

    /// Until the files of databases that were destroyed are closed, and can be removed.
    void awaitClosing()
    {
        QList<util::Future<void>> closed;
        const auto finish = [&closed] {
            util::Promise<void> promise;
            closed.append(promise.future());
            return [promise] { promise.finish({}); };
        };
        for (int i = 0; i < db::Threads::kReaders; ++i) {
            m_threads.postRead(i, finish());
        }
        m_threads.postWrite(finish());
        for (const auto& future : closed) {
            QVERIFY(await(future));
        }
    }
    void begin()
    {
        cleanup();
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = std::make_unique<db::Database>(
            m_threads, db::Database::Options { path(), u":/sql/user"_s, true });
        m_ends.clear();
        m_made = 0;
        QVERIFY(await(m_file->open()));
    }
    /// Makes changes, each acknowledged before the next.
    void change(int count)
    {
        for (int i = 0; i < count; ++i) {
            change::NewChange made { u"rate"_s, labelOf(m_made), {}, change::Role::Do, {}, false };
            for (int step = 0; step < stepsOf(m_made); ++step) {
                made.parts.append({ u"item:%1"_s.arg(m_made * kMostSteps + step),
                    QJsonObject { { u"to"_s, m_made } }, {} });
            }
            QVERIFY(await(m_file->write([made](db::Connection& connection, db::ChangeSet&) {
                return change::journal::insert(connection, owner(), made, 1);
            })));
            ++m_made;
            m_ends.append(QFileInfo(path() + u"-wal"_s).size());
        }
    }
    /// Writes what is in the log into the main file, and nothing else, which trim() may do.
    void foldBack() const
    {
        const auto connection = db::Connection::open({ path(), false, true, 1 });
        QVERIFY(connection);
        QVERIFY((*connection)->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    }
    /// How many whole changes a start finds in @p found; −1 and a failure if it is unusable.
    int changesIn(const OnDisk& found)
    {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(u"user.db"_s);
        found.writeTo(copy);
        auto reopened = std::make_unique<db::Database>(
            m_threads, db::Database::Options { copy, u":/sql/user"_s, true });
        const auto opened = await(reopened->open());
        const auto count
            = opened ? await(reopened->read(wholeChanges)) : Result<int>(opened.error());
        reopened.reset();
        awaitClosing();
        if (!count) {
            qWarning().noquote() << count.error().message << count.error().detail;
        }
        return count.value_or(-1);
    }
    /// Changes that were acknowledged while the log was at most so long.
    int endedBy(qint64 size) const
    {
        return int(std::ranges::count_if(m_ends, [size](qint64 end) { return end <= size; }));
    }
    void spoil(QByteArray& bytes, qint64 from)
    {
        const qint64 at = m_rounds.number(from, qint64(bytes.size()));
        const qint64 length = m_rounds.number(qint64(1), qint64(bytes.size()) - at + 1);
        for (qint64 i = at; i < at + length; ++i) {
            const bool isZeroed = length % 2 == 0;
            bytes[i] = isZeroed ? '\0' : char(m_rounds.number(0, 256));
        }
    }

private Q_SLOTS:
    void cleanup()
    {
        m_file.reset();
        awaitClosing();
    }

    /// What the other tests take for granted.
    void acknowledgedMeansSynchronised()
    {
        begin();
        const auto level = await(m_file->write([](db::Connection& connection, db::ChangeSet&) {
            return connection.integer(u"PRAGMA synchronous"_s);
        }));
        QVERIFY(level);
        QCOMPARE(*level, 2); // FULL
    }

    /// The last writes arrived in part: the log ends anywhere behind what was acknowledged, or
    /// holds anything there.
    void whatWasAcknowledgedSurvivesATornEnd()
    {
        for (int i = 0; i < m_rounds.count(); ++i) {
            begin();
            if (m_rounds.number(0, 2) == 1) { // the log starts again, over its former content
                change(m_rounds.number(1, 10));
                QVERIFY(await(m_file->trim()));
            }
            change(m_rounds.number(1, 20));
            const int acknowledged = m_made;
            const qint64 durable = m_ends.last();
            change(m_rounds.number(1, 10));
            OnDisk found = OnDisk::at(path());
            QVERIFY(found.log.size() > durable);
            if (i % 2 == 0) {
                found.log.truncate(m_rounds.number(durable, qint64(found.log.size()) + 1));
            } else {
                spoil(found.log, durable);
            }
            const int count = changesIn(found);
            QVERIFY2(count >= acknowledged && count <= m_made,
                qPrintable(u"%1 of %2"_s.arg(count).arg(acknowledged)));
        }
    }

    /// The log cut anywhere, as no honest disk leaves it: exactly what ended before the cut.
    void aCutLogHoldsEveryChangeBeforeTheCut()
    {
        for (int i = 0; i < m_rounds.count(); ++i) {
            begin();
            QVERIFY(await(m_file->trim())); // what made the tables is in the main file
            change(m_rounds.number(1, 30));
            OnDisk found = OnDisk::at(path());
            found.log.truncate(m_rounds.number(qint64(0), qint64(found.log.size()) + 1));
            QCOMPARE(changesIn(found), endedBy(found.log.size()));
        }
    }

    /// Some pages of the main file arrived whole, some half, some not; the log is there until
    /// all of them have.
    void aTornFoldingBackOfTheLogLosesNothing()
    {
        for (int i = 0; i < m_rounds.count(); ++i) {
            begin();
            change(m_rounds.number(1, 10));
            QVERIFY(await(m_file->trim()));
            change(m_rounds.number(1, 30));
            OnDisk found = OnDisk::at(path());
            foldBack();
            const QByteArray whole = contentOf(path());
            QVERIFY(whole != found.main);
            found.main = found.main.leftJustified(whole.size(), '\0');
            for (qint64 page = 0; page < whole.size(); page += kPage) {
                const qint64 arrived = m_rounds.number(0, 3) * kPage / 2;
                found.main.replace(page, arrived, whole.mid(page, arrived));
            }
            QCOMPARE(changesIn(found), m_made);
        }
    }
};

QTEST_GUILESS_MAIN(TestPowerLoss)
#include "tst_powerloss.moc"
