// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "ui/common/filterfield.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kSearchWidth = 440;

QToolButton* arrow(const QString& name, const QString& iconName, const QString& text)
{
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    button->setEnabled(false);
    return button;
}

/// Opens its menu with one click.
QToolButton* menuButton(const QString& name)
{
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QString kindText(const ConnectionStatus& status)
{
    using Kind = ConnectionStatus::Kind;
    if (status.isDemo) {
        return TopBar::tr("Demo");
    }
    switch (status.kind) {
    case Kind::None:
        return TopBar::tr("Not connected");
    case Kind::Connecting:
        return TopBar::tr("Connecting …");
    case Kind::Lan:
        return status.isReadable ? TopBar::tr("LAN, not encrypted") : TopBar::tr("LAN");
    case Kind::Remote:
        return TopBar::tr("Remote");
    case Kind::Relay:
        return TopBar::tr("Relay");
    case Kind::Offline:
        return TopBar::tr("Offline");
    case Kind::Refused:
        return TopBar::tr("Not signed in");
    }
    return {};
}

} // namespace

TopBar::TopBar(QWidget* parent)
    : QWidget(parent)
    , m_back(arrow(u"navigateBack"_s, u"chevron-left"_s, tr("Back")))
    , m_forward(arrow(u"navigateForward"_s, u"chevron-right"_s, tr("Forward")))
    , m_search(new FilterField(tr("Search library and playlists")))
    , m_chip(menuButton(u"connectionChip"_s))
    , m_user(menuButton(u"userButton"_s))
{
    setObjectName(u"topBar"_s);
    m_search->setObjectName(u"globalSearch"_s);
    m_search->setPlaceholderText(tr("Search")); // it may become narrow; its name says all of it
    onTextSize(m_search, [this] { m_search->setMaximumWidth(scaled(kSearchWidth)); });
    m_user->setIcon(icon(u"user"_s));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kS, space::kS, space::kM, space::kS);
    row->setSpacing(space::kXs);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addSpacing(space::kS);
    row->addWidget(m_search, 100);
    row->addStretch(1);
    row->addWidget(m_chip);
    row->addWidget(m_user);
    connect(m_back, &QToolButton::clicked, this, &TopBar::backRequested);
    connect(m_forward, &QToolButton::clicked, this, &TopBar::forwardRequested);
    connect(m_search, &QLineEdit::textChanged, this, &TopBar::searchChanged);
    connect(m_search, &FilterField::left, this, &TopBar::searchLeft);
    setConnection({});
    setUser({});
}

void TopBar::setHistory(bool canGoBack, bool canGoForward)
{
    m_back->setEnabled(canGoBack);
    m_forward->setEnabled(canGoForward);
}

void TopBar::setMenus(QMenu& servers, QMenu& users)
{
    m_chip->setMenu(&servers);
    m_user->setMenu(&users);
}

void TopBar::setUser(const QString& name)
{
    m_user->setText(format::label(name));
    m_user->setAccessibleName(tr("User: %1").arg(name));
    m_user->setToolTip(tr("Another user of this Home"));
    m_user->setVisible(!name.isEmpty());
}

void TopBar::setConnection(const ConnectionStatus& status)
{
    using Kind = ConnectionStatus::Kind;
    const bool isUp
        = status.kind == Kind::Lan || status.kind == Kind::Remote || status.kind == Kind::Relay;
    const bool isBad = status.kind == Kind::Offline || status.kind == Kind::Refused;
    const QString text = status.server.isEmpty()
        ? kindText(status)
        : tr("%1 · %2", "kind of connection, server").arg(kindText(status), status.server);
    m_chip->setIcon(isUp ? icon(u"online"_s, Tone::Accent)
            : status.kind == Kind::Connecting
            ? icon(u"sync"_s)
            : icon(u"offline"_s, isBad ? Tone::Danger : Tone::Secondary));
    m_chip->setText(format::label(text));
    m_chip->setAccessibleName(tr("Connection: %1").arg(text));
    m_chip->setToolTip(
        status.reason.isEmpty() ? tr("Servers and connection") : plainToolTip(status.reason));
}

void TopBar::setSearchKeys(const QList<QKeySequence>& keys)
{
    m_search->setToolTip(keys.isEmpty()
            ? tr("Search")
            : tr("Search (%1)").arg(keys.constFirst().toString(QKeySequence::NativeText)));
}

void TopBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QString TopBar::searchText() const
{
    return m_search->text();
}

void TopBar::setSearchText(const QString& text)
{
    if (text != m_search->text()) { // who is typing keeps the cursor
        const QSignalBlocker blocker(this);
        m_search->setText(text);
    }
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colors c = colorsOf(palette());
    painter.fillRect(rect(), c.canvas);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.border);
}

} // namespace ui
