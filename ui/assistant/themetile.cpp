// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assistant/themetile.h"

#include "ui/common/icons.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize kPicture { 112, 72 };
constexpr int kTick = 16;

/// The program in a few strokes: sidebar, headline, rows, and the player below.
void drawWindow(QPainter& p, const QRectF& box, const Colors& c)
{
    const double unit = box.height() / 9;
    p.fillRect(box, c.surface);
    p.fillRect(QRectF(box.topLeft(), QSizeF(box.width() * 0.26, box.height())), c.canvas);
    const auto stroke
        = [&p, &box, unit](double left, double top, double width, const QColor& color) {
              p.setBrush(color);
              p.drawRoundedRect(QRectF(box.left() + box.width() * left, box.top() + unit * top,
                                    box.width() * width, unit * 0.7),
                  unit * 0.3, unit * 0.3);
          };
    p.setPen(Qt::NoPen);
    for (const double top : { 1.2, 2.5, 3.8 }) {
        stroke(0.05, top, 0.15, c.tertiary);
    }
    stroke(0.33, 1.2, 0.34, c.text);
    stroke(0.33, 3.0, 0.56, c.secondary);
    stroke(0.33, 4.3, 0.48, c.secondary);
    p.fillRect(QRectF(box.left(), box.bottom() - unit * 2, box.width(), unit * 2), c.raised);
    p.fillRect(QRectF(box.left(), box.bottom() - unit * 2, box.width(), 1), c.border);
    p.setBrush(c.accent);
    p.drawEllipse(QPointF(box.center().x(), box.bottom() - unit), unit * 0.7, unit * 0.7);
}

} // namespace

ThemeTile::ThemeTile(ThemeChoice choice, const QString& name, QWidget* parent)
    : QAbstractButton(parent)
    , m_choice(choice)
{
    setText(name);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    onTextSize(this, [this] { setFixedSize(sizeHint()); });
}

QSize ThemeTile::sizeHint() const
{
    const QSize picture { scaledCover(kPicture.width()), scaledCover(kPicture.height()) };
    const int width = qMax(picture.width(), fontMetrics().horizontalAdvance(text()));
    return { width + 2 * space::kS, picture.height() + fontMetrics().height() + 3 * space::kS };
}

void ThemeTile::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Colors c = colorsOf(palette());
    const QSize size { scaledCover(kPicture.width()), scaledCover(kPicture.height()) };
    const QRectF box((width() - size.width()) / 2.0, space::kS, size.width(), size.height());
    QPainterPath shape;
    shape.addRoundedRect(box, space::kRadius, space::kRadius);
    p.save();
    p.setClipPath(shape);
    switch (m_choice) {
    case ThemeChoice::Light:
        drawWindow(p, box, lightColors());
        break;
    case ThemeChoice::Dark:
        drawWindow(p, box, darkColors());
        break;
    case ThemeChoice::HighContrast:
        drawWindow(p, box, strongDarkColors());
        break;
    case ThemeChoice::System: {
        drawWindow(p, box, lightColors());
        QPainterPath half;
        half.moveTo(box.topRight());
        half.lineTo(box.bottomRight());
        half.lineTo(box.bottomLeft());
        p.setClipPath(half, Qt::IntersectClip);
        drawWindow(p, box, darkColors());
        break;
    }
    }
    p.restore();
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(isChecked() ? c.accent
            : underMouse()    ? c.tertiary
                              : c.border,
        isChecked() ? 2 : 1));
    p.drawPath(shape);
    if (isChecked()) {
        const QRect tick(int(box.right()) - kTick - 4, int(box.top()) + 4, kTick, kTick);
        p.setPen(Qt::NoPen);
        p.setBrush(c.accent);
        p.drawEllipse(tick);
        drawIcon(&p, tick.adjusted(2, 2, -2, -2), u"check"_s, c.onAccent);
    }
    const QRect name(
        0, int(box.bottom()) + space::kXs, width(), height() - int(box.bottom()) - space::kXs);
    p.setPen(isChecked() ? c.text : c.secondary);
    p.drawText(name, Qt::AlignHCenter | Qt::AlignTop, text());
    if (hasFocus()) {
        p.setPen(QPen(c.accent, 2));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::kRadius, space::kRadius);
    }
}

} // namespace ui
