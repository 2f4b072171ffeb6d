// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changes.h"

#include <QElapsedTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace ui {

class TextLabel;

/// Above the page while a change takes long to send: which, how far it is, and Stop. What is quick
/// is never seen here.
class ChangeBar final : public QWidget
{
    Q_OBJECT

public:
    /// For so long a change is sent before it is shown.
    static constexpr std::chrono::milliseconds kShownAfter { 1000 };

    /// @param changes  outlives it
    explicit ChangeBar(change::Changes& changes, QWidget* parent = nullptr);

    /// Nothing is sent any more, or again.
    void setConnected(bool isConnected);

Q_SIGNALS:
    void failed(const util::Error& error, const QString& what);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow(const change::Summary& summary);
    void showPart(types::ChangeId id, int done, int total);
    void showProgress();
    void stop();
    void end();

    change::Changes& m_changes;
    change::Summary m_change; ///< the one that is sent; an invalid id: none
    double m_part = 0; ///< 0 … 1 of the step that is being sent
    QElapsedTimer m_since;
    bool m_isConnected = true;
    TextLabel* m_text;
    QProgressBar* m_progress;
    QPushButton* m_stop;
};

} // namespace ui
