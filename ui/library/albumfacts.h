// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/details.h"
#include "ui/common/pagescroll.h"

class QGridLayout;

namespace ui {

class TextLabel;

/// What is known of an album beside its name, line by line, with what somebody wrote about it. As
/// high as it needs to be, up to a share of the page.
class AlbumFacts final : public PageScroll
{
    Q_OBJECT

public:
    explicit AlbumFacts(QWidget* parent = nullptr);

    void setDetails(const library::AlbumDetails& details);
    /// Why it may not be all; empty: it is.
    void setNote(const QString& note);
    [[nodiscard]] bool isEmpty() const { return m_rows == 0 && !m_hasSummary; }
    /// @param height  that it may take at most
    void setRoom(int height);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addRow(const QString& name, const QString& value);
    void addRow(const QString& name, const QStringList& values);
    void clearRows();
    void fitHeight();

    TextLabel* m_summary;
    QGridLayout* m_grid;
    TextLabel* m_note;
    int m_rows = 0;
    int m_room = 200;
    bool m_hasSummary = false;
};

/// The day as the locale writes it, the year alone where that is all there is, or nothing.
/// @param released  YYYY-MM-DD as a server sent it
[[nodiscard]] QString releaseText(const QString& released, int year);

} // namespace ui
