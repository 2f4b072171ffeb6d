// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/log.h"
#include "core/account/tokenstore.h"

#include <QCoreApplication>
#include <QTimer>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;
using util::Result;
using util::SecretString;

namespace account {
namespace {

struct KeychainText
{
    Q_DECLARE_TR_FUNCTIONS(account::TokenStore)
};

Error locked()
{
    return Error { Error::Code::Timeout,
        KeychainText::tr("The system's store for passwords is locked. Unlock it and try again."),
        u"the keychain did not answer"_s, 0, {} };
}

Error toError(const QKeychain::Job& job)
{
    const QString detail = u"keychain error %1"_s.arg(static_cast<int>(job.error()));
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return Error { Error::Code::NotFound,
            KeychainText::tr("No sign-in is stored for this server."), detail, 0, {} };
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return Error { Error::Code::Storage,
            KeychainText::tr("The system's store for passwords refused access."), detail, 0, {} };
    default:
        return Error { Error::Code::Unsupported,
            KeychainText::tr("This system has no store for passwords that can be used."), detail, 0,
            {} };
    }
}

/// Not the store: the system's library calls a job back when the store may have gone, and it
/// deletes itself after that.
QObject* ownerOfJobs()
{
    return qApp;
}

} // namespace

KeychainTokenStore::KeychainTokenStore(
    QString service, std::chrono::milliseconds limit, QObject* parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_limit(limit)
{
}

template <class Job, class T>
Future<T> KeychainTokenStore::start(Job* job, const QString& key, Result<T> (*take)(const Job&))
{
    // QtKeychain runs one job after the other: behind a stuck one, none would ever start.
    if (m_stuck > 0) {
        job->deleteLater();
        return async::ready<T>(locked());
    }
    util::Promise<T> promise;
    auto* limit = new QTimer(this);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, this, [this, promise, limit] {
        ++m_stuck;
        limit->setProperty("late", true);
        qCInfo(lcAccount) << "keychain does not answer";
        promise.finish(locked());
    });
    connect(job, &QKeychain::Job::finished, this, [this, promise, limit, take, job] {
        if (limit->property("late").toBool()) {
            --m_stuck;
        }
        limit->deleteLater();
        if (job->error() == QKeychain::NoError) {
            promise.finish(take(*job));
        } else {
            promise.finish(toError(*job));
        }
    });
    job->setKey(key);
    limit->start(m_limit);
    job->start();
    return promise.future();
}

Future<SecretString> KeychainTokenStore::read(const QString& key)
{
    using Job = QKeychain::ReadPasswordJob;
    return start<Job, SecretString>(new Job(m_service, ownerOfJobs()), key,
        [](const Job& job) { return Result<SecretString>(SecretString(job.binaryData())); });
}

Future<TokenPlace> KeychainTokenStore::write(const QString& key, const SecretString& token)
{
    using Job = QKeychain::WritePasswordJob;
    auto* job = new Job(m_service, ownerOfJobs());
    job->setBinaryData(token.reveal());
    return start<Job, TokenPlace>(
        job, key, [](const Job&) { return Result<TokenPlace>(TokenPlace::SystemStore); });
}

Future<void> KeychainTokenStore::remove(const QString& key)
{
    using Job = QKeychain::DeletePasswordJob;
    const auto removed = start<Job, void>(
        new Job(m_service, ownerOfJobs()), key, [](const Job&) { return Result<void>(); });
    util::Promise<void> promise;
    async::deliver(removed, this, [promise](const Result<void>& result) {
        const bool wasAbsent = !result && result.error().code == Error::Code::NotFound;
        promise.finish(wasAbsent ? Result<void>() : result);
    });
    return promise.future();
}

FallbackTokenStore::FallbackTokenStore(TokenStore& first, TokenStore& second, QObject* parent)
    : QObject(parent)
    , m_first(first)
    , m_second(second)
{
}

Future<SecretString> FallbackTokenStore::read(const QString& key)
{
    util::Promise<SecretString> promise;
    async::deliver(m_second.read(key), this, [this, key, promise](Result<SecretString> found) {
        if (found) {
            promise.finish(std::move(found));
            return;
        }
        async::deliver(m_first.read(key), this,
            [promise](Result<SecretString> other) { promise.finish(std::move(other)); });
    });
    return promise.future();
}

Future<TokenPlace> FallbackTokenStore::write(const QString& key, const SecretString& token)
{
    util::Promise<TokenPlace> promise;
    async::deliver(m_first.write(key, token), this,
        [this, key, token, promise](const Result<TokenPlace>& stored) {
            if (!stored) {
                qCInfo(lcAccount).noquote()
                    << u"token kept in a file code="_s + util::codeName(stored.error().code);
                async::deliver(m_second.write(key, token), this,
                    [promise](const Result<TokenPlace>& second) { promise.finish(second); });
                return;
            }
            async::deliver(m_second.remove(key), this,
                [this, key, promise, stored](const Result<void>& removed) {
                    if (removed) {
                        promise.finish(stored);
                        return;
                    }
                    async::deliver(m_second.read(key), this,
                        [promise, stored, removed](const Result<SecretString>& left) {
                            promise.finish(left ? Result<TokenPlace>(removed.error()) : stored);
                        });
                });
        });
    return promise.future();
}

Future<void> FallbackTokenStore::remove(const QString& key)
{
    util::Promise<void> promise;
    async::deliver(m_second.remove(key), this, [this, key, promise](const Result<void>& second) {
        async::deliver(m_first.remove(key), this, [promise, second](const Result<void>& first) {
            if (!second) {
                promise.finish(second);
            } else if (!first && first.error().code != Error::Code::Unsupported) {
                promise.finish(first);
            } else {
                promise.finish(Result<void>());
            }
        });
    });
    return promise.future();
}

} // namespace account
