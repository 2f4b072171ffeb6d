// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/tokenstore.h"

#include "tests/support/await.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using account::TokenPlace;
using util::Error;
using util::SecretString;

namespace {

constexpr auto kToken = "s3cr3t-Tok";

/// A store that fails, or holds one token, as told.
class StubStore final : public account::TokenStore
{
public:
    std::optional<Error::Code> failure;
    bool refusesToRemove = false;
    account::MemoryTokenStore inner;

    util::Future<SecretString> read(const QString& key) override
    {
        return failure ? util::async::ready<SecretString>(error()) : inner.read(key);
    }
    util::Future<TokenPlace> write(const QString& key, const SecretString& token) override
    {
        if (failure) {
            return util::async::ready<TokenPlace>(error());
        }
        (void)support::await(inner.write(key, token));
        return util::async::ready<TokenPlace>(TokenPlace::SystemStore);
    }
    util::Future<void> remove(const QString& key) override
    {
        return failure || refusesToRemove ? util::async::ready<void>(error()) : inner.remove(key);
    }

private:
    Error error() const
    {
        return Error { failure.value_or(Error::Code::Storage), u"no"_s, {}, 0, {} };
    }
};

/// While it lives, this process can open no file.
class NoMoreFiles
{
public:
    NoMoreFiles()
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        const rlimit none { 0, m_before.rlim_max };
        setrlimit(RLIMIT_NOFILE, &none);
    }
    ~NoMoreFiles() { setrlimit(RLIMIT_NOFILE, &m_before); }
    Q_DISABLE_COPY_MOVE(NoMoreFiles)

private:
    rlimit m_before {};
};

} // namespace

class TestTokenStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"private/tokens.json"_s);
    }

    void theFileKeepsTokensForItsOwnerOnly()
    {
        account::FileTokenStore store(m_path);
        QCOMPARE(support::await(store.read(u"a"_s)).error().code, Error::Code::NotFound);
        QVERIFY(!QFile::exists(m_path));
        QCOMPARE(*support::await(store.write(u"a"_s, SecretString(kToken))), TokenPlace::File);
        (void)support::await(store.write(u"b"_s, SecretString("other")));
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther
            | QFileDevice::WriteGroup | QFileDevice::WriteOther;
        QVERIFY(!QFile::permissions(m_path).testAnyFlags(others));
        QVERIFY(!QFile::permissions(QFileInfo(m_path).absolutePath()).testAnyFlags(others));
        account::FileTokenStore again(m_path);
        QCOMPARE(support::await(again.read(u"a"_s))->reveal(), kToken);
        QVERIFY(support::await(again.remove(u"a"_s)));
        QVERIFY(support::await(again.remove(u"a"_s)));
        QCOMPARE(support::await(again.read(u"a"_s)).error().code, Error::Code::NotFound);
        QCOMPARE(support::await(again.read(u"b"_s))->reveal(), "other");
        QVERIFY(support::await(again.remove(u"b"_s)));
        QVERIFY(!QFile::exists(m_path));
    }

    void aFileThatOthersMayReadIsNotTrusted()
    {
        account::FileTokenStore store(m_path);
        (void)support::await(store.write(u"a"_s, SecretString(kToken)));
        QVERIFY(QFile::setPermissions(
            m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
        QCOMPARE(support::await(store.read(u"a"_s)).error().code, Error::Code::Storage);
    }

    void aDamagedFileIsAnErrorAndIsReplacedOnWrite_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("text") << "hello"_ba;
        QTest::newRow("array") << "[1]"_ba;
        QTest::newRow("cut") << "{\"a\":\"s3cr"_ba;
    }
    void aDamagedFileIsAnErrorAndIsReplacedOnWrite()
    {
        QFETCH(QByteArray, content);
        account::FileTokenStore store(m_path);
        (void)support::await(store.write(u"a"_s, SecretString(kToken)));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        file.close();
        const auto read = support::await(store.read(u"a"_s));
        QCOMPARE(read.error().code, Error::Code::Storage);
        QVERIFY(!read.error().detail.contains(u"s3cr"_s));
        QVERIFY(support::await(store.write(u"a"_s, SecretString(kToken))));
        QCOMPARE(support::await(store.read(u"a"_s))->reveal(), kToken);
    }

    /// Every sign-in that the system's store takes is removed from the file.
    void aFileThatOthersMayReadIsMendedAndKeepsTheOtherTokens()
    {
        account::FileTokenStore store(m_path);
        const auto readable
            = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther;
        for (const QString& key : { u"a"_s, u"b"_s, u"c"_s }) {
            (void)support::await(store.write(key, SecretString(kToken)));
        }
        QVERIFY(QFile::setPermissions(m_path, readable));
        QVERIFY(support::await(store.remove(u"a"_s)));
        QVERIFY(!QFile::permissions(m_path).testFlag(QFileDevice::ReadOther));
        QCOMPARE(support::await(store.read(u"a"_s)).error().code, Error::Code::NotFound);
        QCOMPARE(support::await(store.read(u"b"_s))->reveal(), kToken);
        QVERIFY(QFile::setPermissions(m_path, readable));
        QVERIFY(support::await(store.write(u"b"_s, SecretString("new"))));
        QCOMPARE(support::await(store.read(u"c"_s))->reveal(), kToken);
        QVERIFY(QFile::setPermissions(m_path, readable));
        QVERIFY(support::await(store.remove(u"nobody"_s)));
        QCOMPARE(support::await(store.read(u"b"_s))->reveal(), "new");
    }

    /// Mended like that of the test before, it would give away what others put there.
    void whatOthersMayHaveWrittenIsNotKept_data()
    {
        QTest::addColumn<QFileDevice::Permission>("right");
        QTest::newRow("everybody") << QFileDevice::WriteOther;
        QTest::newRow("the group") << QFileDevice::WriteGroup;
    }
    void whatOthersMayHaveWrittenIsNotKept()
    {
        QFETCH(QFileDevice::Permission, right);
        const auto tamper = [this, right] {
            QFile file(m_path);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write("{\"a\":\"theirs\",\"b\":\"theirs\"}");
            QVERIFY(file.setPermissions(file.permissions() | right));
        };
        account::FileTokenStore store(m_path);
        (void)support::await(store.write(u"b"_s, SecretString(kToken)));
        tamper();
        QVERIFY(support::await(store.write(u"a"_s, SecretString(kToken))));
        QCOMPARE(support::await(store.read(u"a"_s))->reveal(), kToken);
        const auto other = support::await(store.read(u"b"_s));
        QVERIFY(!other);
        QCOMPARE(other.error().code, Error::Code::NotFound);
        tamper();
        QVERIFY(support::await(store.remove(u"b"_s)));
        QCOMPARE(support::await(store.read(u"a"_s)).error().code, Error::Code::NotFound);
        QVERIFY(!QFile::exists(m_path));
    }

    void aFileThatCannotBeOpenedJustNowStays()
    {
        account::FileTokenStore store(m_path);
        (void)support::await(store.write(u"a"_s, SecretString(kToken)));
        (void)support::await(store.write(u"b"_s, SecretString(kToken)));
        util::Result<void> removed;
        {
            const NoMoreFiles limit;
            removed = support::await(store.remove(u"a"_s));
        }
        QCOMPARE(removed.error().code, Error::Code::Storage);
        QCOMPARE(support::await(store.read(u"a"_s))->reveal(), kToken);
        QCOMPARE(support::await(store.read(u"b"_s))->reveal(), kToken);
        QFile file(m_path); // a folder in its place cannot be opened either
        QVERIFY(file.rename(m_path + u".aside"_s));
        QVERIFY(QDir().mkpath(m_path));
        QVERIFY(!support::await(store.remove(u"a"_s)));
        QVERIFY(!support::await(store.write(u"a"_s, SecretString(kToken))));
        QVERIFY(QFileInfo(m_path).isDir());
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        QFile blocker(m_dir->filePath(u"private"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        account::FileTokenStore store(m_path);
        const auto written = support::await(store.write(u"a"_s, SecretString(kToken)));
        QCOMPARE(written.error().code, Error::Code::Storage);
    }

    void withoutASessionBusTheKeychainFailsAtOnce()
    {
        account::KeychainTokenStore store(u"PlexM8 test"_s, 5s);
        QElapsedTimer clock;
        clock.start();
        const auto read = support::await(store.read(u"a"_s));
        QVERIFY(!read);
        QVERIFY2(read.error().code == Error::Code::Unsupported,
            qPrintable(util::codeName(read.error().code) + read.error().detail));
        const auto written = support::await(store.write(u"a"_s, SecretString(kToken)));
        QCOMPARE(written.error().code, Error::Code::Unsupported);
        QVERIFY(clock.elapsed() < 3000);
    }

    void theKeychainMayGoBeforeItsAnswers()
    {
        for (int i = 0; i < 10; ++i) {
            account::KeychainTokenStore store(u"PlexM8 test"_s, 5s);
            (void)store.remove(u"a"_s);
            QCoreApplication::sendPostedEvents(); // it is under way now
        }
        // One after the other is answered, so that this is the last one.
        account::KeychainTokenStore store(u"PlexM8 test"_s, 20s);
        QVERIFY(!support::await(store.read(u"a"_s)));
    }

    void withoutASystemStoreTheFileIsUsed_data()
    {
        QTest::addColumn<Error::Code>("failure");
        QTest::newRow("none") << Error::Code::Unsupported;
        QTest::newRow("locked") << Error::Code::Timeout;
    }
    void withoutASystemStoreTheFileIsUsed()
    {
        QFETCH(Error::Code, failure);
        StubStore system;
        system.failure = failure;
        account::FileTokenStore file(m_path);
        account::FallbackTokenStore store(system, file);
        QCOMPARE(*support::await(store.write(u"a"_s, SecretString(kToken))), TokenPlace::File);
        QCOMPARE(support::await(store.read(u"a"_s))->reveal(), kToken);
        // The other store may hold what was not found here, so that is told.
        QCOMPARE(support::await(store.read(u"b"_s)).error().code, failure);
        QCOMPARE(bool(support::await(store.remove(u"a"_s))), failure == Error::Code::Unsupported);
        QVERIFY(!QFile::exists(m_path));
    }

    void aSystemStoreThatWorksEmptiesTheFile()
    {
        StubStore system;
        system.failure = Error::Code::Timeout;
        account::FileTokenStore file(m_path);
        account::FallbackTokenStore store(system, file);
        (void)support::await(store.write(u"a"_s, SecretString("old")));
        system.failure.reset();
        QCOMPARE(
            *support::await(store.write(u"a"_s, SecretString(kToken))), TokenPlace::SystemStore);
        QVERIFY(!QFile::exists(m_path));
        QCOMPARE(support::await(store.read(u"a"_s))->reveal(), kToken);
        QVERIFY(support::await(store.remove(u"a"_s)));
        QCOMPARE(support::await(store.read(u"a"_s)).error().code, Error::Code::NotFound);
    }

    void aFileThatCannotBeUsedIsInTheWayOfNothing_data()
    {
        QTest::addColumn<bool>("isDamaged");
        QTest::newRow("others may read it") << false;
        QTest::newRow("damaged") << true;
    }
    void aFileThatCannotBeUsedIsInTheWayOfNothing()
    {
        QFETCH(bool, isDamaged);
        const auto spoil = [this, isDamaged] {
            QFile file(m_path);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(isDamaged ? "{\"a\":\"o" : "{\"a\":\"old\"}");
            if (!isDamaged) {
                QVERIFY(file.setPermissions(file.permissions() | QFileDevice::ReadOther));
            }
        };
        StubStore system;
        account::FileTokenStore file(m_path);
        account::FallbackTokenStore store(system, file);
        (void)support::await(file.write(u"a"_s, SecretString("old")));
        spoil();
        QCOMPARE(
            *support::await(store.write(u"a"_s, SecretString(kToken))), TokenPlace::SystemStore);
        QVERIFY(!QFile::exists(m_path));
        QCOMPARE(support::await(store.read(u"a"_s))->reveal(), kToken);
        spoil();
        QVERIFY(support::await(store.remove(u"a"_s)));
        QVERIFY(!QFile::exists(m_path));
        QCOMPARE(support::await(store.read(u"a"_s)).error().code, Error::Code::NotFound);
    }

    void aFileThatCannotBeRemovedIsToldOnlyIfItsTokenWouldBeUsed()
    {
        StubStore system;
        StubStore other;
        other.failure = Error::Code::Storage;
        account::FallbackTokenStore store(system, other);
        QCOMPARE(
            *support::await(store.write(u"a"_s, SecretString(kToken))), TokenPlace::SystemStore);
        QCOMPARE(support::await(store.read(u"a"_s))->reveal(), kToken);
        other.failure.reset();
        (void)support::await(other.write(u"a"_s, SecretString("old")));
        other.refusesToRemove = true;
        QCOMPARE(support::await(store.write(u"a"_s, SecretString(kToken))).error().code,
            Error::Code::Storage);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestTokenStore)
#include "tst_tokenstore.moc"
