// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/rated.h"

#include <QWidget>

class QButtonGroup;
class QPushButton;

namespace ui {

/// One button for each rating that something has, with how many have it, and one for all of them.
class ValueChips final : public QWidget
{
    Q_OBJECT

public:
    explicit ValueChips(QWidget* parent = nullptr);

    /// A value that nothing has any more is not chosen any more: all are.
    void setCounts(const library::RatedCounts& counts);
    /// 0–10 half stars; nothing: all of them.
    [[nodiscard]] std::optional<int> value() const;
    void setValue(std::optional<int> halfStars);

Q_SIGNALS:
    void valueChosen();

private:
    QButtonGroup* m_group;
    QPushButton* m_all;
};

} // namespace ui
