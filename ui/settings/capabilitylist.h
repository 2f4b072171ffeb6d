// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/capabilities.h"

#include <QWidget>

namespace ui {

class TextLabel;

/// What can be done now with this server, account, user and connection; of the rest, why not.
class CapabilityList final : public QWidget
{
    Q_OBJECT

public:
    explicit CapabilityList(const Capabilities& capabilities, QWidget* parent = nullptr);

private:
    struct Row
    {
        TextLabel* title;
        TextLabel* state;
        TextLabel* reason;
    };
    void show(const QList<account::Capability>& all);
    [[nodiscard]] Row addRow();

    QList<Row> m_rows; ///< in the order of the features
};

} // namespace ui
