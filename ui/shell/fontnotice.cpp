// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fontnotice.h"

#include "ui/common/icons.h"
#include "ui/common/stylepaint.h"
#include "ui/common/theme.h"

#include <QGuiApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize kLetters(600, 24); // of the picture, as wide as a small window can show

} // namespace

FontNotice::FontNotice(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"fontNotice"_s);
    setAccessibleName(tr("No font is installed, so no text can be shown."));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(qGuiApp, &QGuiApplication::fontDatabaseChanged, this, &FontNotice::look);
    look();
}

void FontNotice::look()
{
    setVisible(!hasFont());
}

QSize FontNotice::sizeHint() const
{
    return kLetters + QSize(2 * space::kM, 2 * space::kM);
}

void FontNotice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorsOf(palette()).canvas);
    const QSize size(qMin(kLetters.width(), width() - 2 * space::kM), kLetters.height());
    painter.drawPixmap((width() - size.width()) / 2, space::kM,
        iconPixmap(u"no-font"_s, size, colorOf(palette(), Tone::Primary), devicePixelRatioF()));
}

} // namespace ui
