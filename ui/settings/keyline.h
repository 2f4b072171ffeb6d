// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/keymap.h"

#include <QWidget>

class QKeySequenceEdit;
class QPushButton;
class QToolButton;

namespace ui {

class TextLabel;

/// One action with its keys: a button with them, which waits for others once it is pressed, and
/// the way back to those that the program came with.
class KeyLine final : public QWidget
{
    Q_OBJECT

public:
    /// @param keys  knows @p action and outlives the line
    KeyLine(KeyMap& keys, const ActionSpec& action, QWidget* parent = nullptr);

    /// @param sentence  why the keys do nothing; empty: they do
    void setFault(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void update();
    void beginChoice();
    void endChoice();
    void take();
    void showFault(const QString& sentence);

    KeyMap& m_keys;
    QString m_id;
    QString m_name;
    QString m_sentence;
    bool m_isOneKey; ///< what is pressed after it is none of its keys
    QPushButton* m_present;
    QKeySequenceEdit* m_choice;
    QToolButton* m_reset;
    TextLabel* m_fault;
};

} // namespace ui
