// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/stylepaint.h"

#include "ui/common/icons.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace ui::stylepaint {

namespace {

QColor mix(const QColor& a, const QColor& b, double share)
{
    return QColor::fromRgbF(float(a.redF() * (1 - share) + b.redF() * share),
        float(a.greenF() * (1 - share) + b.greenF() * share),
        float(a.blueF() * (1 - share) + b.blueF() * share));
}

/// High contrast: what can be pressed or typed in has a border that is seen.
bool isStrong(const Colors& c)
{
    return contrast(c.border, c.surface) >= 3;
}

/// How much of the text's colour is in what lies behind: a groove, a grip.
double quiet(const Colors& c, double share)
{
    return isStrong(c) ? qMax(share, 0.5) : share;
}

} // namespace

void roundRect(
    QPainter* p, const QRectF& rect, double radius, const QColor& fill, const QColor& line)
{
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    p->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    p->setPen(line.isValid() ? QPen(line, 1) : QPen(Qt::NoPen));
    const double inset = line.isValid() ? 0.5 : 0.0;
    p->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    p->restore();
}

void itemFocus(
    QPainter* p, const QStyleOption& o, const QRect& rect, const Colors& c, double radius)
{
    if (o.state & QStyle::State_HasFocus && o.state & QStyle::State_KeyboardFocusChange) {
        focusRing(p, rect, c, radius);
    }
}

void focusRing(QPainter* p, const QRect& rect, const Colors& c, double radius)
{
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    p->setBrush(Qt::NoBrush);
    p->setPen(QPen(c.accent, 2));
    p->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
    p->restore();
}

void button(const QStyleOption* o, QPainter* p, const QWidget* w)
{
    const Colors c = colorsOf(o->palette);
    const bool enabled = o->state & QStyle::State_Enabled;
    const bool down = o->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool over = enabled && (o->state & QStyle::State_MouseOver);
    QColor fill = c.control;
    if (isPrimary(w) && enabled) {
        fill = down ? mix(c.accent, c.canvas, 0.25) : over ? mix(c.accent, c.text, 0.12) : c.accent;
    } else if (down) {
        fill = c.selection;
    } else if (over) {
        fill = mix(c.control, c.text, 0.08);
    }
    if (!enabled) {
        fill.setAlphaF(0.5F);
    }
    roundRect(p, o->rect, space::kRadius, fill, isStrong(c) ? c.border : QColor());
    if (o->state & QStyle::State_HasFocus && o->state & QStyle::State_KeyboardFocusChange) {
        focusRing(p, o->rect, c, space::kRadius);
    }
}

void buttonLabel(const QStyleOptionButton* o, QPainter* p, bool isEnabled)
{
    const int side = o->icon.isNull() ? 0 : scaled(kMenuIcon);
    const int gap = side > 0 && !o->text.isEmpty() ? space::kS : 0;
    const int text = o->fontMetrics.size(Qt::TextShowMnemonic, o->text).width();
    int left = o->rect.left() + (o->rect.width() - side - gap - text) / 2;
    if (side > 0) {
        o->icon.paint(p, QRect(left, o->rect.center().y() - side / 2 + 1, side, side),
            Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
        left += side + gap;
    }
    p->setPen(
        o->palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    p->drawText(QRect(left, o->rect.top(), text + 1, o->rect.height()),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, o->text);
}

void toolButton(const QStyleOption* o, QPainter* p)
{
    const Colors c = colorsOf(o->palette);
    const bool enabled = o->state & QStyle::State_Enabled;
    if (enabled && o->state & QStyle::State_Sunken) {
        roundRect(p, o->rect, space::kRadius, c.control);
    } else if (enabled && o->state & QStyle::State_MouseOver) {
        roundRect(p, o->rect, space::kRadius, mix(c.hover, c.text, 0.05));
    }
    if (o->state & QStyle::State_HasFocus && o->state & QStyle::State_KeyboardFocusChange) {
        focusRing(p, o->rect, c, space::kRadius);
    }
}

/// Without an end in sight a part of it runs to and fro; where nothing may move, it is half as
/// strong and whole.
void progressBar(const QStyleOptionProgressBar* o, QPainter* p, std::optional<double> phase)
{
    const Colors c = colorsOf(o->palette);
    const double radius = o->rect.height() / 2.0;
    const bool isEndless = o->maximum <= o->minimum;
    roundRect(p, o->rect, radius,
        mix(c.canvas, isEndless ? c.accent : c.text, isEndless ? 0.5 : quiet(c, 0.16)));
    QRect done = o->rect;
    if (isEndless && phase) { // to and fro, slower at the ends
        const double way = 0.5 - std::cos(*phase * 2 * std::numbers::pi) / 2;
        const int part = qMin(done.width(), qMax(done.width() / 4, done.height()));
        const QRect run(
            done.left() + int((done.width() - part) * way), done.top(), part, done.height());
        roundRect(p, run, radius, c.accent);
        return;
    }
    done.setWidth(isEndless
            ? 0
            : int(qint64(done.width()) * (o->progress - o->minimum) / (o->maximum - o->minimum)));
    if (done.width() > 0) {
        roundRect(p, QStyle::visualRect(o->direction, o->rect, done), radius, c.accent);
    }
}

void lineEdit(const QStyleOption* o, QPainter* p)
{
    const Colors c = colorsOf(o->palette);
    const bool focus = o->state & QStyle::State_HasFocus;
    roundRect(p, o->rect, space::kRadius, focus ? c.surface : c.control,
        focus             ? QColor()
            : isStrong(c) ? c.border
                          : c.control);
    if (focus) {
        focusRing(p, o->rect, c, space::kRadius);
    }
}

void indicator(const QStyleOption* o, QPainter* p, bool isRound)
{
    const Colors c = colorsOf(o->palette);
    const bool on = o->state & QStyle::State_On;
    const QRectF box = QRectF(o->rect);
    const double radius = isRound ? box.height() / 2 : 4;
    roundRect(p, box, radius, on ? c.accent : c.surface, on ? c.accent : c.tertiary);
    if (on && isRound) {
        roundRect(p, box.adjusted(5, 5, -5, -5), radius, c.onAccent);
    } else if (on) {
        drawIcon(p, o->rect.adjusted(1, 1, -1, -1), u"check"_s, c.onAccent);
    }
    if (o->state & QStyle::State_HasFocus && o->state & QStyle::State_KeyboardFocusChange) {
        focusRing(p, o->rect.adjusted(-2, -2, 2, 2), c, radius + 2);
    }
}

void menuItem(const QStyleOptionMenuItem* o, QPainter* p)
{
    const Colors c = colorsOf(o->palette);
    if (o->menuItemType == QStyleOptionMenuItem::Separator) {
        p->fillRect(QRect(o->rect.left() + space::kS, o->rect.center().y(),
                        o->rect.width() - 2 * space::kS, 1),
            c.border);
        return;
    }
    const bool enabled = o->state & QStyle::State_Enabled;
    if (o->state & QStyle::State_Selected && enabled) {
        roundRect(p, o->rect.adjusted(4, 1, -4, -1), space::kRadius, c.selection);
    }
    QRect r = o->rect.adjusted(space::kS + space::kXs, 0, -space::kS - space::kXs, 0);
    const QRect icon(r.left(), r.center().y() - kMenuIcon / 2 + 1, kMenuIcon, kMenuIcon);
    if (o->checked) {
        drawIcon(p, icon, u"check"_s, c.accent);
    } else if (!o->icon.isNull()) {
        o->icon.paint(p, icon, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    r.setLeft(icon.right() + space::kS);
    const qsizetype tab = o->text.indexOf(u'\t');
    p->setFont(o->font);
    p->setPen(enabled ? c.text : o->palette.color(QPalette::Disabled, QPalette::Text));
    p->drawText(r, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
        tab < 0 ? o->text : o->text.left(tab));
    if (o->menuItemType == QStyleOptionMenuItem::SubMenu) {
        drawIcon(p, QRect(r.right() - kMenuIcon, icon.top(), kMenuIcon, kMenuIcon),
            u"chevron-right"_s, c.tertiary);
    } else if (tab >= 0) {
        p->setPen(c.tertiary);
        p->drawText(
            r, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, o->text.mid(tab + 1));
    }
}

void headerSection(const QStyleOptionHeader* o, QPainter* p)
{
    const Colors c = colorsOf(o->palette);
    const bool over = o->state & QStyle::State_MouseOver;
    p->fillRect(o->rect, over ? c.hover : c.surface);
    p->fillRect(QRect(o->rect.left(), o->rect.bottom(), o->rect.width(), 1), c.border);
}

void headerLabel(const QStyleOptionHeader* o, QPainter* p)
{
    const Colors c = colorsOf(o->palette);
    QRect r = o->rect.adjusted(space::kXs, 0, -space::kXs, 0);
    const bool sorted = o->sortIndicator != QStyleOptionHeader::None;
    constexpr int arrow = 14;
    if (sorted) {
        r.setRight(r.right() - arrow - 2);
    }
    p->setFont(fontOf(TextRole::Caption));
    p->setPen(sorted ? c.text : c.tertiary);
    const QFontMetrics metrics(p->font());
    const QString text = metrics.elidedText(o->text, Qt::ElideRight, r.width());
    p->drawText(r, int(o->textAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter, text);
    if (sorted) {
        const bool right = o->textAlignment & Qt::AlignRight;
        const int x = right ? r.right() + 2 : r.left() + metrics.horizontalAdvance(text) + 2;
        drawIcon(p, QRect(x, r.center().y() - arrow / 2 + 1, arrow, arrow),
            o->sortIndicator == QStyleOptionHeader::SortUp ? u"chevron-down"_s : u"chevron-up"_s,
            c.accent);
    }
}

void slider(const QStyleOptionSlider* o, QPainter* p, const QStyle* style, const QWidget* w)
{
    const Colors c = colorsOf(o->palette);
    const bool enabled = o->state & QStyle::State_Enabled;
    const bool active = enabled
        && (o->state & QStyle::State_MouseOver || o->state & QStyle::State_HasFocus
            || o->activeSubControls & QStyle::SC_SliderHandle);
    const QRect handle = style->subControlRect(QStyle::CC_Slider, o, QStyle::SC_SliderHandle, w);
    constexpr double thickness = 4;
    QRectF track(o->rect.left() + kHandle / 2.0, o->rect.center().y() - thickness / 2 + 0.5,
        o->rect.width() - kHandle, thickness);
    roundRect(p, track, thickness / 2, mix(c.control, c.text, quiet(c, 0.1)));
    QRectF filled = track;
    if (o->direction == Qt::RightToLeft) {
        filled.setLeft(handle.center().x());
    } else {
        filled.setRight(handle.center().x());
    }
    if (enabled && filled.width() > 0) {
        roundRect(p, filled, thickness / 2, active ? c.accent : mix(c.accent, c.canvas, 0.1));
    }
    if (active) {
        const QRectF knob = QRectF(handle).adjusted(1, 1, -1, -1);
        roundRect(p, knob, knob.height() / 2, c.accent);
        if (o->state & QStyle::State_HasFocus && o->state & QStyle::State_KeyboardFocusChange) {
            focusRing(p, handle.adjusted(-2, -2, 2, 2), c, kHandle / 2.0 + 2);
        }
    }
}

void scrollBar(const QStyleOptionSlider* o, QPainter* p, const QStyle* style, const QWidget* w)
{
    const Colors c = colorsOf(o->palette);
    p->fillRect(
        o->rect, w && w->parentWidget() ? w->palette().color(w->backgroundRole()) : c.surface);
    if (o->maximum <= o->minimum) {
        return;
    }
    QRectF grip = style->subControlRect(QStyle::CC_ScrollBar, o, QStyle::SC_ScrollBarSlider, w);
    const bool active = o->state & QStyle::State_MouseOver || o->state & QStyle::State_Sunken;
    const double inset = active ? 2 : 3;
    grip = o->orientation == Qt::Vertical ? grip.adjusted(inset, 1, -inset, -1)
                                          : grip.adjusted(1, inset, -1, -inset);
    roundRect(p, grip, qMin(grip.width(), grip.height()) / 2,
        mix(c.surface, c.text, quiet(c, active ? 0.4 : 0.22)));
}

void comboBox(const QStyleOptionComboBox* o, QPainter* p)
{
    const Colors c = colorsOf(o->palette);
    const bool over = o->state & QStyle::State_MouseOver;
    roundRect(p, o->rect, space::kRadius, over ? mix(c.control, c.text, 0.06) : c.control,
        isStrong(c) ? c.border : QColor());
    drawIcon(p, QRect(o->rect.right() - 16 - space::kS, o->rect.center().y() - 7, 16, 16),
        u"chevron-down"_s, c.secondary);
    if (o->state & QStyle::State_HasFocus && o->state & QStyle::State_KeyboardFocusChange) {
        focusRing(p, o->rect, c, space::kRadius);
    }
}

int menuArrow(const QStyleOptionToolButton* o)
{
    return o->text.isEmpty() ? 0 : scaled(kArrow) + space::kXs;
}

void menuButton(const QStyleOptionToolButton* o, QPainter* p,
    const std::function<void(const QStyleOptionToolButton&, QPainter*)>& draw)
{
    QStyleOptionToolButton plain = *o;
    plain.features &= ~QStyleOptionToolButton::HasMenu;
    draw(plain, p);
    if (const int width = menuArrow(o)) {
        const int side = scaled(kArrow);
        const bool isMirrored = o->direction == Qt::RightToLeft;
        const int left = isMirrored ? o->rect.left() + space::kXs : o->rect.right() - width;
        drawIcon(p, QRect(left, o->rect.center().y() - side / 2 + 1, side, side), u"chevron-down"_s,
            colorsOf(o->palette).secondary);
    }
}

} // namespace ui::stylepaint
