// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/async.h"
#include "core/util/secretstring.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace ui {

class TextLabel;

/// Asks for the PIN of a user of the Home until one is right, and says why the last was not.
class PinDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Does what the PIN is for. Forbidden: it was wrong; RateLimited: it was tried too often.
    using Attempt = std::function<util::Future<void>(const util::SecretString& pin)>;

    /// @param parent  outlives the attempts
    PinDialog(const QString& user, Attempt attempt, QWidget& parent);

    /// How it ended: Cancelled when it was closed before an attempt; else the last one's outcome.
    [[nodiscard]] util::Future<void> outcome() const { return m_outcome.future(); }

private:
    void tryPin();
    void take(const util::Result<void>& result);
    void setTrying(bool isTrying);

    Attempt m_attempt;
    util::Promise<void> m_outcome;
    QLineEdit* m_field;
    QPushButton* m_ok = nullptr;
    TextLabel* m_message;
    bool m_isTrying = false;
};

/// Opens one over @p window.
[[nodiscard]] util::Future<void> askPin(
    QWidget& window, const QString& user, PinDialog::Attempt attempt);

} // namespace ui
