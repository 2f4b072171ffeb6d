// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>

namespace app {

/// What the desktop says of how programs are to look, beyond the colours that Qt tells: whether
/// contrast is to be high, and whether things may move. Where nobody says, neither is wished for.
///
/// Thread: UI. The answers come later; changed() tells.
class DesktopLook final : public QObject
{
    Q_OBJECT

public:
    explicit DesktopLook(QObject* parent = nullptr);
    ~DesktopLook() override;

    [[nodiscard]] bool wantsContrast() const;
    [[nodiscard]] bool wantsMotion() const;

Q_SIGNALS:
    void changed();

private:
    class Watch;
    std::unique_ptr<Watch> m_watch;
};

} // namespace app
