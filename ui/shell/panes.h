// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/route.h"
#include "ui/shell/linesplitter.h"

namespace ui {

class Page;
class PageHost;
class PageHub;
class Pane;

/// One pane or two, beside each other where there is room, else one above the other. Each has its
/// own pages and its own way back; what the menus and the bars do is about the current one, that is
/// the one which had the focus last.
class Panes final : public LineSplitter
{
    Q_OBJECT

public:
    explicit Panes(PageHub& hub, QWidget* parent = nullptr);
    ~Panes() override;

    /// One pane, at @p route, with nothing to go back to; to be called before anything else is.
    void start(const Route& route);
    /// Here is the current pane; the new one is made, or is the other one if there are two.
    void open(const Route& route, OpenIn where);
    /// The same as seen from @p page.
    void openFrom(const Page& page, const Route& route, OpenIn where);
    /// Two panes at the routes, as large as @p sizes say relative to each other; the first one is
    /// the current one.
    void startTwo(const Route& first, const Route& second, const QList<int>& sizes);
    /// What they show, from the first to the last.
    [[nodiscard]] QList<Route> routes() const;
    /// Closes the current one; the last one stays.
    void closeCurrent();
    /// The keyboard goes to the other pane.
    void focusOther();

    [[nodiscard]] PageHost& current() const;
    [[nodiscard]] bool areTwo() const { return m_panes.size() > 1; }

Q_SIGNALS:
    /// Before it is opened for the first time.
    void pageMade(ui::Page& page);
    /// Another pane is the current one, the current one shows another route, or there is another
    /// way back.
    void moved();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    Pane* addPane();
    void closePane(Pane* pane);
    void setCurrent(Pane* pane);
    void showWhichIsCurrent();
    [[nodiscard]] Pane* paneOf(const QObject* object) const;
    [[nodiscard]] Pane* other() const;

    PageHub& m_hub;
    QList<Pane*> m_panes;
    Pane* m_current = nullptr;
};

} // namespace ui
