// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QStackedWidget>

class QPushButton;

namespace ui {

class TextLabel;

/// Around a page's content: what is shown while there is none. Loading (a skeleton of rows), empty
/// (what the page is for and the first step), error (what failed, what to do, Retry).
class StatePage : public QStackedWidget
{
    Q_OBJECT

public:
    enum class Skeleton
    {
        Rows,
        Covers
    };

    enum class State
    {
        Loading,
        Content,
        Empty,
        Error
    };

    StatePage(QWidget* content, Skeleton skeleton, QWidget* parent = nullptr);

    void showContent();
    /// After a moment, so that what is quick never flickers.
    void showLoading();
    void showEmpty(const QString& iconName, const QString& title, const QString& text,
        const QString& action = {});
    void showError(const util::Error& error, const QString& what);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString title() const;
    /// The button under the message: the first step, or Retry.
    [[nodiscard]] QWidget& action();

protected:
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    /// What was asked for is shown: content, that there is none, or an error.
    void settled();
    void actionRequested();
    void retryRequested();

private:
    void fitTexts();
    void fill(const QString& iconName, const QString& title, const QString& text,
        const QString& action, State state);

    QWidget* m_content;
    QWidget* m_skeleton;
    QWidget* m_message;
    QWidget* m_icon;
    TextLabel* m_title;
    TextLabel* m_text;
    QPushButton* m_action;
    class QTimer* m_delay;
    State m_state = State::Content;
    bool m_isError = false; ///< what the message is, also while it waits to give way
};

} // namespace ui
