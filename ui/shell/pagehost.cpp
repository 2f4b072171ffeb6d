// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagehost.h"

#include "ui/common/page.h"

namespace ui {

namespace {

constexpr qsizetype kMaxBack = 50;

} // namespace

PageHost::PageHost(PageHub& hub, QWidget* parent)
    : QStackedWidget(parent)
    , m_hub(hub)
    , m_specs(pageSpecs())
{
}

Page& PageHost::page() const
{
    return *qobject_cast<Page*>(currentWidget());
}

Page& PageHost::pageFor(Route::Place place)
{
    const auto spec = std::ranges::find_if(std::as_const(m_specs),
        [place](const PageSpec& each) { return each.places.contains(place); });
    Q_ASSERT(spec != m_specs.cend());
    Page*& page = m_made[spec - m_specs.cbegin()];
    if (!page) {
        page = spec->make(m_hub, this);
        addWidget(page);
        connect(page, &Page::settled, this, [this, made = page] { pageSettled(*made); });
        Q_EMIT pageMade(*page);
    }
    return *page;
}

void PageHost::start(const Route& route)
{
    m_back.clear();
    m_forward.clear();
    show(route);
    focusPage();
}

void PageHost::go(const Route& route)
{
    if (route == m_route) {
        return;
    }
    m_back.append(m_route);
    if (m_back.size() > kMaxBack) {
        m_back.removeFirst();
    }
    m_forward.clear();
    show(route);
    focusPage();
}

void PageHost::goBack()
{
    if (!m_back.isEmpty()) {
        m_forward.append(m_route);
        show(m_back.takeLast());
        focusPage();
    }
}

void PageHost::goForward()
{
    if (!m_forward.isEmpty()) {
        m_back.append(m_route);
        show(m_forward.takeLast());
        focusPage();
    }
}

void PageHost::search(const QString& text)
{
    const bool isSearching = m_route.place == Route::Place::Search;
    if (text.trimmed().isEmpty()) {
        if (isSearching) {
            goBack();
        }
        return;
    }
    if (!isSearching) {
        m_back.append(m_route);
        m_forward.clear();
    }
    show({ Route::Place::Search, 0, text });
}

void PageHost::show(const Route& route)
{
    m_route = route;
    Page& page = pageFor(route.place);
    page.open(route);
    setCurrentWidget(&page);
    Q_EMIT moved();
}

void PageHost::focusPage()
{
    QWidget* target = page().focusTarget();
    // Who is not shown cannot keep the focus: Qt would give it to any button.
    (target->isVisibleTo(this) ? target : &page())->setFocus();
}

void PageHost::pageSettled(const Page& settled)
{
    if (&settled == currentWidget() && window()->focusWidget() == &settled) {
        focusPage();
    }
}

} // namespace ui
