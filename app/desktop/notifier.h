// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>
#include <memory>

namespace app {

/// What the desktop shows for a moment. Texts are plain: what is mark-up to a desktop is escaped.
struct Notice
{
    struct Button
    {
        QString id {};
        QString text {};
        bool operator==(const Button&) const = default;
    };
    QString title {};
    QString text {};
    QUrl picture {}; ///< a file
    QList<Button> buttons {}; ///< left out where the desktop has none
    bool operator==(const Notice&) const = default;
};

/// Shows one notice at a time: a later one takes the place of the one before. On Linux by
/// org.freedesktop.Notifications; where nobody shows any, unshown() hands them back.
///
/// Thread: UI. Nobody waits for the desktop. Cost: nothing without a notice.
class Notifier final : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(QObject* parent = nullptr);
    ~Notifier() override;

    void show(const Notice& notice);

Q_SIGNALS:
    /// A button of the notice that is shown.
    void pressed(const QString& button);
    /// Nobody shows notices here.
    void unshown(const app::Notice& notice);

private:
    class Service;
    std::unique_ptr<Service> m_service;
};

} // namespace app
