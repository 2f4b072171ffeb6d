// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/pages.h"

#include <QHash>
#include <QStackedWidget>

namespace ui {

/// The pages of one pane: makes each when somebody goes there first, shows one, and remembers the
/// way that led there, back and forward.
class PageHost final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageHost(PageHub& hub, QWidget* parent = nullptr);

    /// Shows @p route with nothing to go back to; to be called before anything else is.
    void start(const Route& route);
    void go(const Route& route);
    void goBack();
    void goForward();
    /// Goes to what @p text finds. While it is typed the whole search is one step: back leads to
    /// where it began, and so does an empty text.
    void search(const QString& text);

    [[nodiscard]] const Route& route() const { return m_route; }
    [[nodiscard]] Page& page() const;
    [[nodiscard]] bool canGoBack() const { return !m_back.isEmpty(); }
    [[nodiscard]] bool canGoForward() const { return !m_forward.isEmpty(); }
    /// The keyboard goes to the page; to what it begins with as soon as that is shown.
    void focusPage();

Q_SIGNALS:
    /// Before it is opened for the first time.
    void pageMade(ui::Page& page);
    /// Another route is shown, or the way back is another.
    void moved();

private:
    [[nodiscard]] Page& pageFor(Route::Place place);
    void show(const Route& route);
    void pageSettled(const Page& page);

    PageHub& m_hub;
    QList<PageSpec> m_specs;
    QHash<qsizetype, Page*> m_made; ///< by the number of the row in m_specs
    Route m_route;
    QList<Route> m_back;
    QList<Route> m_forward;
};

} // namespace ui
