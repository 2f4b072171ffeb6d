// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/textlookup.h"

#include <QAbstractListModel>
#include <QListView>

namespace ui {

/// The first letters of a long list, from top to bottom beside it: a click, a drag or the arrow
/// keys jump to where the texts with a letter begin. The letter of what is in sight is marked.
class JumpBar final : public QListView
{
    Q_OBJECT

public:
    explicit JumpBar(QWidget* parent = nullptr);

    /// Hides itself where there is nothing to choose between.
    void setMarks(const QList<library::JumpMark>& marks);
    [[nodiscard]] const QList<library::JumpMark>& marks() const { return m_marks; }
    /// Marks the letter of @p row of the list, without jumping.
    void showRow(int row);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void jumped(int row);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    class Model;
    void fit();

    QList<library::JumpMark> m_marks;
    Model* m_model;
    bool m_isFollowing = false; ///< the letter changes because the list was scrolled
};

} // namespace ui
