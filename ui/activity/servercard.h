// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/serverwork.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace ui {

class ActivityLine;
class TextLabel;

/// What the server is doing by itself: asked every other second while it is seen, never else.
class ServerCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ServerCard(ServerWork work, QWidget* parent = nullptr);

    /// Another server, or none, or it is there again: what was refused is asked once more.
    void restart();

Q_SIGNALS:
    void failed(const util::Error& error, const QString& what);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void read();
    void show(const QList<types::Activity>& activities);
    void say(const util::Error& error);
    void cancel(const QString& uuid);

    ServerWork m_work;
    QTimer m_again;
    util::async::Latest m_read;
    TextLabel* m_text;
    QVBoxLayout* m_lines;
    QHash<QString, ActivityLine*> m_shown; ///< by uuid
    bool m_isRefused = false;
};

} // namespace ui
