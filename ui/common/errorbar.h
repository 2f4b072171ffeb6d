// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QWidget>
#include <functional>

class QPushButton;
class QToolButton;

namespace ui {

class TextLabel;

/// The one place where something that failed is told: what failed, what can be done, Retry if it
/// makes sense, and the details for a report. Also says good news with an Undo.
class ErrorBar : public QWidget
{
    Q_OBJECT

public:
    explicit ErrorBar(QWidget* parent = nullptr);

    /// @param what  one sentence in the words of the page; empty: the error's own
    /// Cancelled is never shown.
    void show(const util::Error& error, const QString& what, bool canRetry);
    /// Something of a change that failed, in its own words; History has the rest.
    /// @param action  what @p retry does, which tries it once more; empty: nothing can be done
    void showFailure(const QString& text, const QString& reason, const QString& action = {},
        std::function<void()> retry = {});
    /// Something that went well or is only a hint; goes away by itself.
    void showNotice(const QString& text, const QString& action = {});
    void dismiss();
    /// Dismisses @p text if it is what is shown: the reason for it is gone.
    void retract(const QString& text);

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void retryRequested();
    void actionRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fill(const QString& text, const QString& advice, const QString& action);

    TextLabel* m_text;
    TextLabel* m_advice;
    QPushButton* m_action;
    QPushButton* m_copy;
    QToolButton* m_close;
    QString m_detail;
    bool m_isError = false;
    std::function<void()> m_retry; ///< of a change; empty: the page is asked
    class QTimer* m_timer;
};

} // namespace ui
