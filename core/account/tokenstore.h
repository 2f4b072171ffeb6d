// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/async.h"
#include "core/util/secretstring.h"

#include <QHash>
#include <QObject>

namespace account {

/// Where a token rests, as far as people should know.
enum class TokenPlace
{
    SystemStore, ///< the desktop's keyring, the system's credential store
    File, ///< a file that only this user can read
    Memory ///< gone when the program ends
};

/// Keeps tokens. A key names one, for example "server/<machineIdentifier>".
///
/// Where read() says Unsupported, nothing is known of the token: it may be in a store that this
/// run cannot reach, as the desktop's from another session.
/// Thread: UI. Errors of all: NotFound (read only), Storage, Unsupported (no such store here),
/// Timeout (a locked keyring), Cancelled.
class TokenStore
{
public:
    TokenStore() = default;
    virtual ~TokenStore() = default;
    Q_DISABLE_COPY_MOVE(TokenStore)

    [[nodiscard]] virtual util::Future<util::SecretString> read(const QString& key) = 0;
    /// @return where it was put, for the settings page to show
    [[nodiscard]] virtual util::Future<TokenPlace> write(
        const QString& key, const util::SecretString& token)
        = 0;
    /// Success also if there was none.
    [[nodiscard]] virtual util::Future<void> remove(const QString& key) = 0;
};

/// For tests and for tokens that came from the environment.
class MemoryTokenStore final : public TokenStore
{
public:
    [[nodiscard]] util::Future<util::SecretString> read(const QString& key) override;
    [[nodiscard]] util::Future<TokenPlace> write(
        const QString& key, const util::SecretString& token) override;
    [[nodiscard]] util::Future<void> remove(const QString& key) override;

private:
    QHash<QString, util::SecretString> m_tokens;
};

/// One file of mode 0600, written anew as a whole.
class FileTokenStore final : public TokenStore
{
public:
    /// @param path  its folder is made when needed, for this user only
    explicit FileTokenStore(QString path);

    /// A file that others may read or write is not trusted: Storage.
    [[nodiscard]] util::Future<util::SecretString> read(const QString& key) override;
    /// A file that others may read is for its owner only afterwards, with what else it holds; of
    /// one that they may write or that is damaged nothing is kept. One that cannot be opened just
    /// now stays as it is: Storage.
    [[nodiscard]] util::Future<TokenPlace> write(
        const QString& key, const util::SecretString& token) override;
    /// As write(); without any token left the file goes.
    [[nodiscard]] util::Future<void> remove(const QString& key) override;

private:
    using Tokens = QHash<QString, QByteArray>;
    /// What the file holds.
    struct Content
    {
        Tokens tokens {}; ///< none if it is damaged, or may be somebody else's
        QString fault {}; ///< why no token is to be read from it; empty if all is well
    };
    /// Errors: Storage, when the file cannot be opened.
    [[nodiscard]] util::Result<Content> load() const;
    [[nodiscard]] util::Result<void> save(const Tokens& tokens) const;

    QString m_path;
};

/// The system's secret store through QtKeychain.
///
/// A locked keyring never answers and shows a prompt (measured): after 5 s the call fails with
/// Timeout, and until that prompt is answered every further call fails at once.
class KeychainTokenStore final : public QObject, public TokenStore
{
    Q_OBJECT
public:
    /// @param service  name of the group of secrets, "PlexM8"
    explicit KeychainTokenStore(QString service,
        std::chrono::milliseconds limit = std::chrono::seconds(5), QObject* parent = nullptr);

    [[nodiscard]] util::Future<util::SecretString> read(const QString& key) override;
    [[nodiscard]] util::Future<TokenPlace> write(
        const QString& key, const util::SecretString& token) override;
    [[nodiscard]] util::Future<void> remove(const QString& key) override;

private:
    template <class Job, class T>
    util::Future<T> start(Job* job, const QString& key, util::Result<T> (*take)(const Job&));

    QString m_service;
    std::chrono::milliseconds m_limit;
    int m_stuck = 0; ///< jobs that have not answered in time
};

/// The system's store, or the file where that is missing or locked. What the program uses.
class FallbackTokenStore final : public QObject, public TokenStore
{
    Q_OBJECT
public:
    FallbackTokenStore(TokenStore& first, TokenStore& second, QObject* parent = nullptr);

    /// The second store is asked first, because it answers at once and holds a token only if the
    /// first one could not take it.
    [[nodiscard]] util::Future<util::SecretString> read(const QString& key) override;
    /// Success of the first store removes the token from the second; an error only if the second
    /// still gives away one, which would hide the new one.
    [[nodiscard]] util::Future<TokenPlace> write(
        const QString& key, const util::SecretString& token) override;
    /// From both; an error only if one of them may still hold it.
    [[nodiscard]] util::Future<void> remove(const QString& key) override;

private:
    TokenStore& m_first;
    TokenStore& m_second;
};

} // namespace account
