// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr auto kPrimary = "plexm8Primary";
constexpr int kScrollBarWidth = 12;
constexpr int kHandle = 14;
constexpr int kMenuIcon = 16;

bool isPrimary(const QWidget* widget)
{
    return widget && widget->property(kPrimary).toBool();
}

void roundRect(
    QPainter* p, const QRectF& rect, double radius, const QColor& fill, const QColor& line = {})
{
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    p->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    p->setPen(line.isValid() ? QPen(line, 1) : QPen(Qt::NoPen));
    const double inset = line.isValid() ? 0.5 : 0.0;
    p->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    p->restore();
}

QColor mix(const QColor& a, const QColor& b, double share)
{
    return QColor::fromRgbF(float(a.redF() * (1 - share) + b.redF() * share),
        float(a.greenF() * (1 - share) + b.greenF() * share),
        float(a.blueF() * (1 - share) + b.blueF() * share));
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
    roundRect(p, o->rect, space::kRadius, fill);
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

/// Without an end in sight it is half as strong and whole; a moving one would cost a timer.
void progressBar(const QStyleOptionProgressBar* o, QPainter* p)
{
    const Colors c = colorsOf(o->palette);
    const double radius = o->rect.height() / 2.0;
    const bool isEndless = o->maximum <= o->minimum;
    roundRect(
        p, o->rect, radius, mix(c.canvas, isEndless ? c.accent : c.text, isEndless ? 0.5 : 0.16));
    QRect done = o->rect;
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
    roundRect(
        p, o->rect, space::kRadius, focus ? c.surface : c.control, focus ? QColor() : c.control);
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
    roundRect(p, track, thickness / 2, mix(c.control, c.text, 0.1));
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
        mix(c.surface, c.text, active ? 0.4 : 0.22));
}

void comboBox(const QStyleOptionComboBox* o, QPainter* p)
{
    const Colors c = colorsOf(o->palette);
    const bool over = o->state & QStyle::State_MouseOver;
    roundRect(p, o->rect, space::kRadius, over ? mix(c.control, c.text, 0.06) : c.control);
    drawIcon(p, QRect(o->rect.right() - 16 - space::kS, o->rect.center().y() - 7, 16, 16),
        u"chevron-down"_s, c.secondary);
    if (o->state & QStyle::State_HasFocus && o->state & QStyle::State_KeyboardFocusChange) {
        focusRing(p, o->rect, c, space::kRadius);
    }
}

} // namespace

void makePrimary(QWidget* button)
{
    button->setProperty(kPrimary, true);
}

Style::Style()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget)
        || qobject_cast<QSlider*>(widget) || qobject_cast<QScrollBar*>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (widget->inherits("QMenu") || widget->inherits("QComboBoxPrivateContainer")) {
        widget->setAttribute(Qt::WA_TranslucentBackground);
        widget->setWindowFlag(Qt::FramelessWindowHint);
        widget->setWindowFlag(Qt::NoDropShadowWindowHint);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
    const QWidget* widget) const
{
    const Colors c = colorsOf(option->palette);
    switch (element) {
    case PE_PanelButtonCommand:
        return button(option, painter, widget);
    case PE_PanelButtonTool:
        return toolButton(option, painter);
    case PE_PanelLineEdit:
        if (widget && qobject_cast<QComboBox*>(widget->parentWidget())) {
            return;
        }
        return lineEdit(option, painter);
    case PE_FrameLineEdit:
    case PE_FrameButtonTool:
    case PE_IndicatorHeaderArrow: // part of our header label
    case PE_PanelMenuBar:
    case PE_FrameStatusBarItem:
        return;
    case PE_FrameFocusRect:
        return focusRing(painter, option->rect, c, space::kRadius);
    case PE_IndicatorCheckBox:
        return indicator(option, painter, false);
    case PE_IndicatorRadioButton:
        return indicator(option, painter, true);
    case PE_PanelMenu:
    case PE_FrameMenu:
        if (element == PE_PanelMenu) {
            painter->setCompositionMode(QPainter::CompositionMode_Source);
            painter->fillRect(option->rect, Qt::transparent);
            painter->setCompositionMode(QPainter::CompositionMode_SourceOver);
            roundRect(painter, option->rect, space::kCardRadius, c.raised, c.border);
        }
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, c.raised);
        painter->setPen(c.border);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_Frame:
        if (qobject_cast<const QAbstractItemView*>(widget)) {
            return;
        }
        break;
    case PE_PanelScrollAreaCorner: // where two scroll bars meet
        painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        return;
    case PE_PanelItemViewRow:
        if (qobject_cast<const QTableView*>(widget)) {
            return; // a table paints its rows as wholes
        }
        break;
    case PE_IndicatorArrowDown:
        return drawIcon(painter, option->rect, u"chevron-down"_s, c.secondary);
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
    const QWidget* widget) const
{
    switch (element) {
    case CE_ProgressBar:
        if (const auto* o = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
            progressBar(o, painter);
        }
        return;
    case CE_PushButtonLabel:
        if (const auto* o = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton label = *o;
            if (isPrimary(widget) && o->state & State_Enabled) {
                label.palette.setColor(QPalette::ButtonText, colorsOf(o->palette).onAccent);
            }
            return buttonLabel(&label, painter, o->state & State_Enabled);
        }
        break;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            return menuItem(item, painter);
        }
        break;
    case CE_MenuEmptyArea:
        return;
    case CE_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            return headerSection(header, painter);
        }
        break;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            return headerLabel(header, painter);
        }
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, colorsOf(option->palette).surface);
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            colorsOf(option->palette).border);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, colorsOf(option->palette).canvas);
        return;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            const Colors c = colorsOf(option->palette);
            painter->fillRect(option->rect, c.canvas);
            if (option->state & (State_Selected | State_Sunken)) {
                roundRect(painter, option->rect.adjusted(0, 2, 0, -2), space::kRadius, c.control);
            }
            painter->setPen(option->state & State_Enabled ? c.secondary : c.tertiary);
            painter->drawText(option->rect,
                Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, item->text);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
    QPainter* painter, const QWidget* widget) const
{
    if (const auto* o = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
        if (control == CC_Slider && o->orientation == Qt::Horizontal) {
            return slider(o, painter, proxy(), widget);
        }
        if (control == CC_ScrollBar) {
            return scrollBar(o, painter, proxy(), widget);
        }
    }
    if (const auto* o = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
        if (control == CC_ComboBox && !o->editable) {
            return comboBox(o, painter);
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBarWidth;
    case PM_SliderLength:
    case PM_SliderThickness:
    case PM_SliderControlThickness:
        return kHandle;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return space::kS;
    case PM_MenuVMargin:
        return 5;
    case PM_MenuHMargin:
    case PM_MenuPanelWidth:
        return 0;
    case PM_SmallIconSize:
    case PM_LineEditIconSize:
    case PM_ButtonIconSize:
        return scaled(kMenuIcon);
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_SplitterWidth:
        return 1;
    case PM_HeaderMargin:
        return space::kXs;
    case PM_HeaderMarkSize:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
    QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ScrollView_FrameOnlyAroundContents:
        return 0;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_Slider_PageSetButtons:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_ComboBox_Popup:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return { result.width() + space::kM, qMax(result.height(), scaled(32)) };
    case CT_LineEdit:
    case CT_ComboBox:
        return { result.width() + space::kS, qMax(result.height(), scaled(32)) };
    case CT_ToolButton:
        return result.expandedTo({ size.width() + 12, size.height() + 12 });
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator) {
                return { result.width(), 9 };
            }
            const QFontMetrics metrics(item->font);
            const QString text = item->text;
            int width
                = metrics.boundingRect(QRect(), Qt::TextShowMnemonic, QString(text).remove(u'\t'))
                      .width();
            width += 2 * (space::kS + space::kXs) + kMenuIcon + space::kS;
            width += text.contains(u'\t') ? space::kXl : kMenuIcon + space::kS;
            return { qMax(width, 160), metrics.height() + 12 };
        }
        return result;
    case CT_MenuBarItem:
        return { result.width() + 4, result.height() + 6 };
    case CT_HeaderSection:
        return { result.width(), qMax(result.height(), scaled(32)) };
    default:
        return result;
    }
}

QRect Style::subElementRect(
    SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? rect.adjusted(space::kXs, 0, -space::kXs, 0) : rect;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
    SubControl subControl, const QWidget* widget) const
{
    const auto* o = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_ScrollBar && o) {
        if (subControl == SC_ScrollBarAddLine || subControl == SC_ScrollBarSubLine) {
            return {};
        }
        const bool vertical = o->orientation == Qt::Vertical;
        const int length = vertical ? o->rect.height() : o->rect.width();
        if (subControl == SC_ScrollBarGroove) {
            return o->rect;
        }
        const qint64 range = qint64(o->maximum) - o->minimum;
        int grip = length;
        if (range > 0) {
            grip = int(qint64(o->pageStep) * length / (range + o->pageStep));
            grip = qBound(qMin(scaled(28), length), grip, length);
        }
        const int start = sliderPositionFromValue(
            o->minimum, o->maximum, o->sliderPosition, length - grip, o->upsideDown);
        const auto part = [o, vertical](int from, int size) {
            return vertical ? QRect(o->rect.left(), o->rect.top() + from, o->rect.width(), size)
                            : QRect(o->rect.left() + from, o->rect.top(), size, o->rect.height());
        };
        switch (subControl) {
        case SC_ScrollBarSlider:
            return part(start, grip);
        case SC_ScrollBarSubPage:
            return part(0, start);
        case SC_ScrollBarAddPage:
            return part(start + grip, length - start - grip);
        default:
            break;
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

} // namespace ui
