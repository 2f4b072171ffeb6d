// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pane.h"

#include "ui/common/icons.h"
#include "ui/common/page.h"
#include "ui/common/textlabel.h"
#include "ui/shell/pagehost.h"

#include <QBoxLayout>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize kLeast { 240, 160 };

} // namespace

/// Which page a pane shows; a line along the top marks the current pane.
class PaneBar final : public QWidget
{
public:
    explicit PaneBar(Pane* pane)
        : QWidget(pane)
        , m_title(new TextLabel(TextRole::Caption, Tone::Secondary))
        , m_close(new QToolButton)
    {
        m_title->setObjectName(u"paneTitle"_s);
        m_close->setObjectName(u"paneClose"_s);
        m_close->setIcon(icon(u"close"_s));
        m_close->setFocusPolicy(Qt::TabFocus);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(space::kL, 2, space::kXs, 0);
        row->addWidget(m_title, 1);
        row->addWidget(m_close);
        connect(m_close, &QToolButton::clicked, pane, &Pane::closeRequested);
    }

    void setTitle(const QString& title)
    {
        m_title->setText(title);
        const QString close = Pane::tr("Close the pane: %1").arg(title);
        m_close->setAccessibleName(close);
        m_close->setToolTip(plainToolTip(close));
    }

    void setCurrent(bool isCurrent)
    {
        m_isCurrent = isCurrent;
        m_title->setTone(isCurrent ? Tone::Primary : Tone::Tertiary);
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Colors c = colorsOf(palette());
        painter.fillRect(rect(), c.canvas);
        painter.fillRect(QRect(0, height() - 1, width(), 1), c.border);
        if (m_isCurrent) {
            painter.fillRect(QRect(0, 0, width(), 2), c.accent);
        }
    }

private:
    TextLabel* m_title;
    QToolButton* m_close;
    bool m_isCurrent = false;
};

Pane::Pane(PageHub& hub, QWidget* parent)
    : QWidget(parent)
    , m_bar(new PaneBar(this))
    , m_host(new PageHost(hub))
{
    setObjectName(u"pane"_s);
    setMinimumSize(kLeast); // what a page would like is not what two of them can have
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_host, 1);
    m_bar->hide();
    const auto name = [this] { m_bar->setTitle(m_host->page().title()); };
    connect(m_host, &PageHost::moved, this, name);
    connect(m_host, &PageHost::pageMade, this, [this, name](Page& page) {
        connect(&page, &Page::titleChanged, this, [this, name, &page] {
            if (m_host->currentWidget() == &page) {
                name();
            }
        });
    });
}

void Pane::setPlace(bool isOneOfTwo, bool isCurrent)
{
    m_bar->setVisible(isOneOfTwo);
    m_bar->setCurrent(isCurrent);
}

} // namespace ui
