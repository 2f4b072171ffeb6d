// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/demo/server.h"
#include "core/types/item.h"
#include "tests/support/leaks.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <functional>

namespace support {

/// How one run of plexm8-cli ended and what it said.
struct Ended
{
    int code = -1; ///< -1: it crashed, was killed or did not end in time
    QByteArray out {};
    QByteArray err {};
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    /// For a test that fails: everything that is known.
    [[nodiscard]] QByteArray text() const
    {
        return "code " + QByteArray::number(code) + "\n" + out + err;
    }
};

/// plexm8-cli with a folder of its own for its files, at a server in this process.
class CommandLine
{
public:
    static constexpr std::chrono::seconds kPatience { 50 };

    void use(const demo::Endpoints& endpoints)
    {
        QVERIFY(holdsToken(endpoints.token.reveal())); // otherwise nothing would ever be found
        m_endpoints = endpoints;
    }
    /// From now on by the account: without a token and a server of the environment.
    void useAccount() { m_isByAccount = true; }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString userFile() const { return path(QStringLiteral("data/user.db")); }
    /// The only cache there is; its file is named after server and user.
    [[nodiscard]] QString cacheFile() const
    {
        const QDir folder(path(QStringLiteral("cache/libraries")));
        const QStringList files = folder.entryList({ QStringLiteral("*.db") }, QDir::Files);
        return files.isEmpty() ? QString() : folder.filePath(files.first());
    }

    /// @param inChild  called between fork and exec, for limits
    void start(QProcess& program, const QStringList& arguments,
        const std::function<void()>& inChild = {}) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("PLEXM8_SERVER_URL"));
        environment.remove(QStringLiteral("PLEXM8_LOG"));
        QStringList all { QStringLiteral("--data-dir"), m_folder.path() };
        environment.insert(QStringLiteral("PLEXM8_PLEXTV_URL"), m_endpoints.plexTv.toString());
        if (m_isByAccount) {
            environment.remove(QStringLiteral("PLEXM8_TOKEN"));
        } else {
            environment.insert(
                QStringLiteral("PLEXM8_TOKEN"), QString::fromUtf8(m_endpoints.token.reveal()));
            all << QStringLiteral("--server") << m_endpoints.pms.toString();
        }
        program.setProcessEnvironment(environment);
        if (inChild) {
            program.setChildProcessModifier(inChild);
        }
        program.start(qEnvironmentVariable("PLEXM8_CLI"), all + arguments);
        program.waitForStarted();
    }
    /// How a program that was started ended. Of every one no token is to be left.
    [[nodiscard]] Ended ended(QProcess& program) const
    {
        const bool isOver = program.state() == QProcess::NotRunning;
        if (!isOver) {
            program.kill();
            program.waitForFinished();
        }
        const Ended result {
            isOver && program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1,
            program.readAllStandardOutput(), program.readAllStandardError()
        };
        verifyNoTokenIsLeft(result.out + result.err, m_folder.path());
        return result;
    }
    /// @param input  what is typed
    [[nodiscard]] Ended run(const QStringList& arguments, const std::function<void()>& inChild = {},
        const QByteArray& input = {}) const
    {
        QProcess program;
        start(program, arguments, inChild);
        program.write(input);
        program.closeWriteChannel();
        program.waitForFinished(int(std::chrono::milliseconds(kPatience).count()));
        return ended(program);
    }
    /// The words of a command that takes no spaces.
    [[nodiscard]] Ended run(const char* words) const
    {
        return run(QString::fromLatin1(words).split(QLatin1Char(' ')));
    }
    [[nodiscard]] QJsonArray listed(const char* words, const QString& name) const
    {
        QStringList arguments = QString::fromLatin1(words).split(QLatin1Char(' '));
        return run(arguments << QStringLiteral("--json")).json()[name].toArray();
    }
    /// Rating keys of the tracks in the cache, which no program has open for writing.
    [[nodiscard]] QStringList trackKeys() const
    {
        QStringList keys;
        const auto cache = db::Connection::open({ cacheFile(), true, false, 1 });
        if (cache) {
            auto row = (*cache)->prepare("SELECT rating_key FROM item WHERE type = ? ORDER BY id");
            row.bind(qint64(types::ItemType::Track));
            while (row.next()) {
                keys.append(row.text(0));
            }
        }
        return keys;
    }

private:
    QTemporaryDir m_folder;
    demo::Endpoints m_endpoints;
    bool m_isByAccount = false;
};

} // namespace support
