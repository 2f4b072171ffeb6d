// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <memory>
#include <vector>

namespace ui {

/// Puts its widgets beside each other from the side where reading begins, and what has no room
/// into further rows below: no text of a button is ever cut off.
class FlowLayout final : public QLayout
{
public:
    explicit FlowLayout(int spacing);

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

private:
    /// Lays out in @p rect, or only measures. @return the height that is needed
    int arrange(const QRect& rect, bool isMeasured) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace ui
