// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>

namespace app {

/// Whether this desktop shows icons of programs, now.
///
/// Qt says what there was when it first looked: a panel that ends, or one that comes with the
/// desktop after the program, it does not notice. An icon without a panel is a window that nobody
/// gets back. Thread: UI. Cost: nothing until the desktop says that something is different.
class TrayHost final : public QObject
{
    Q_OBJECT

public:
    explicit TrayHost(QObject* parent = nullptr);
    ~TrayHost() override;

    [[nodiscard]] bool isPresent() const;

Q_SIGNALS:
    /// After isPresent() may have become another.
    void changed();

private:
    class Watch;
    std::unique_ptr<Watch> m_watch;
};

} // namespace app
