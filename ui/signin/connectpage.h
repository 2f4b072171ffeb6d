// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/connectionform.h"

namespace ui {

/// What a first start shows: connect to a server, or try the demo.
class ConnectPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectPage(ConnectionForm::Test test, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* focusTarget() const;
    void showError(const util::Error& error);

Q_SIGNALS:
    void connectRequested(const account::ServerAddress& address, const util::SecretString& token);
    void demoRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ConnectionForm* m_form;
};

} // namespace ui
