// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/log.h"
#include "core/account/tokenstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;
using util::Result;
using util::SecretString;

namespace account {

Q_LOGGING_CATEGORY(lcAccount, "account", QtInfoMsg)

namespace {

constexpr qint64 kMostBytes = 1024 * 1024;
constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto kOthersRead = QFileDevice::ReadGroup | QFileDevice::ReadOther;
constexpr auto kOthersWrite = QFileDevice::WriteGroup | QFileDevice::WriteOther;

Error storage(const QString& detail)
{
    return Error { Error::Code::Storage,
        QCoreApplication::translate(
            "account::TokenStore", "The file that keeps the sign-in cannot be used."),
        detail, 0, {} };
}

Error notFound()
{
    return Error { Error::Code::NotFound,
        QCoreApplication::translate("account::TokenStore", "No sign-in is stored for this server."),
        {}, 0, {} };
}

} // namespace

Future<SecretString> MemoryTokenStore::read(const QString& key)
{
    const auto found = m_tokens.constFind(key);
    return async::ready<SecretString>(
        found == m_tokens.cend() ? Result<SecretString>(notFound()) : *found);
}

Future<TokenPlace> MemoryTokenStore::write(const QString& key, const SecretString& token)
{
    m_tokens.insert(key, token);
    return async::ready<TokenPlace>(TokenPlace::Memory);
}

Future<void> MemoryTokenStore::remove(const QString& key)
{
    m_tokens.remove(key);
    return async::ready<void>({});
}

FileTokenStore::FileTokenStore(QString path)
    : m_path(std::move(path))
{
}

Result<FileTokenStore::Content> FileTokenStore::load() const
{
    QFile file(m_path);
    if (!file.exists()) {
        return Content();
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return storage(u"the token file cannot be opened"_s);
    }
    Content content;
    const QJsonDocument document
        = file.size() > kMostBytes ? QJsonDocument() : QJsonDocument::fromJson(file.readAll());
    if (!document.isObject()) {
        content.fault = u"the token file is damaged"_s;
    } else if (file.permissions().testAnyFlags(kOthersWrite)) {
        content.fault = u"others may write the token file"_s;
        return content; // nobody knows whose tokens they are
    } else if (file.permissions().testAnyFlags(kOthersRead)) {
        content.fault = u"others may read the token file"_s;
    }
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        content.tokens.insert(it.key(), it.value().toString().toUtf8());
    }
    return content;
}

Result<void> FileTokenStore::save(const Tokens& tokens) const
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder)) {
            return storage(u"the folder of the token file cannot be made"_s);
        }
        QFile::setPermissions(folder, kOwnerOnly | QFileDevice::ExeOwner);
    }
    QJsonObject object;
    for (auto it = tokens.begin(); it != tokens.end(); ++it) {
        object.insert(it.key(), QString::fromUtf8(it.value()));
    }
    QSaveFile file(m_path);
    // Before the first byte: a temporary file of 0644 would show the token for a moment.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwnerOnly)) {
        return storage(u"the token file cannot be written"_s);
    }
    file.write(QJsonDocument(object).toJson());
    if (!file.commit()) {
        return storage(u"the token file cannot be written"_s);
    }
    return {};
}

Future<SecretString> FileTokenStore::read(const QString& key)
{
    const Result<Content> content = load();
    if (!content || !content->fault.isEmpty()) {
        return async::ready<SecretString>(content ? storage(content->fault) : content.error());
    }
    const auto found = content->tokens.constFind(key);
    return async::ready<SecretString>(found == content->tokens.cend()
            ? Result<SecretString>(notFound())
            : Result<SecretString>(SecretString(*found)));
}

Future<TokenPlace> FileTokenStore::write(const QString& key, const SecretString& token)
{
    Result<Content> content = load();
    if (!content) {
        return async::ready<TokenPlace>(content.error());
    }
    if (!content->fault.isEmpty()) {
        qCWarning(lcAccount).noquote() << u"token file written anew reason="_s + content->fault;
    }
    content->tokens.insert(key, token.reveal());
    const Result<void> saved = save(content->tokens);
    return async::ready<TokenPlace>(
        saved ? Result<TokenPlace>(TokenPlace::File) : Result<TokenPlace>(saved.error()));
}

Future<void> FileTokenStore::remove(const QString& key)
{
    Result<Content> content = load();
    if (!content) {
        qCWarning(lcAccount).noquote() << u"token file left reason="_s + content.error().detail;
        return async::ready<void>(content.error());
    }
    const bool isThere = content->tokens.remove(key) > 0;
    if (!content->fault.isEmpty()) {
        qCWarning(lcAccount).noquote() << u"token file written anew reason="_s + content->fault;
    } else if (!isThere) {
        return async::ready<void>({});
    }
    if (content->tokens.isEmpty()) {
        return async::ready<void>(QFile::remove(m_path)
                ? Result<void>()
                : Result<void>(storage(u"the token file cannot be removed"_s)));
    }
    return async::ready<void>(save(content->tokens));
}

} // namespace account
