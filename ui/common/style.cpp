// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style.h"

#include "ui/common/icons.h"
#include "ui/common/stylepaint.h"
#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDateTime>
#include <QFocusEvent>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QStyleFactory>
#include <QStyleOption>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;
namespace paint = ui::stylepaint;

namespace ui {

namespace {

constexpr auto kPrimary = "plexm8Primary";
constexpr int kScrollBarWidth = 12;
constexpr int kMotionMilliseconds = 200; // of one movement
constexpr int kFrameMilliseconds = 40;
constexpr int kRunMilliseconds = 1800; // to and fro

/// Whether it is the list that a combo box opens.
bool isChoice(const QWidget* widget)
{
    return widget && widget->inherits("QComboBoxListView");
}

/// A list of sentences, drawn by Qt.
bool isPlainList(const QWidget* widget)
{
    return qobject_cast<const QListWidget*>(widget) != nullptr;
}

/// Draws a bar again after a moment: asked for by each drawing, so that it rests where it is not
/// seen.
class Runner final : public QTimer
{
public:
    explicit Runner(QWidget* bar)
        : QTimer(bar)
    {
        setSingleShot(true);
        setInterval(kFrameMilliseconds);
        callOnTimeout(bar, qOverload<>(&QWidget::update));
    }
};

/// How far the running part of a bar without an end in sight is; nothing for others.
std::optional<double> phaseOf(const QStyleOptionProgressBar& bar)
{
    auto* widget = qobject_cast<QWidget*>(bar.styleObject);
    if (bar.maximum > bar.minimum || !widget) {
        return std::nullopt;
    }
    auto* runner
        = dynamic_cast<Runner*>(widget->findChild<QTimer*>(QString(), Qt::FindDirectChildrenOnly));
    (runner ? runner : new Runner(widget))->start(); // a child of the bar
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    return double(now % kRunMilliseconds) / kRunMilliseconds;
}

/// One click opens a menu.
bool hasMenu(const QStyleOptionToolButton& button)
{
    return button.features & QStyleOptionToolButton::HasMenu
        && !(button.features & QStyleOptionToolButton::MenuButtonPopup);
}

/// Qt gives a list that gets the focus a current row only the first time: after a reset of its
/// model one would not see where the keyboard is.
class CurrentRow final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        auto* view = qobject_cast<QAbstractItemView*>(watched);
        if (view && event->type() == QEvent::FocusIn && view->model()
            && !view->currentIndex().isValid()
            && isByKey(static_cast<QFocusEvent*>(event)->reason())) {
            setFirst(*view);
        }
        return false;
    }

private:
    static bool isByKey(Qt::FocusReason reason)
    {
        return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
            || reason == Qt::ShortcutFocusReason || reason == Qt::OtherFocusReason;
    }
    static void setFirst(QAbstractItemView& view)
    {
        // What is seen does not move by it.
        const bool scrollsBySelf = view.hasAutoScroll();
        view.setAutoScroll(false);
        const QModelIndex seen = view.indexAt(view.viewport()->rect().topLeft() + kInside);
        const int first = seen.isValid() ? seen.row() : 0;
        const QAbstractItemModel& model = *view.model();
        for (int row = first; row < model.rowCount(view.rootIndex()); ++row) {
            const QModelIndex index = model.index(row, 0, view.rootIndex());
            if (index.flags() & Qt::ItemIsEnabled) {
                view.selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
                break;
            }
        }
        view.setAutoScroll(scrollsBySelf);
    }

    static constexpr QPoint kInside { 12, 4 };
};

} // namespace

bool isPrimary(const QWidget* widget)
{
    return widget && widget->property(kPrimary).toBool();
}

void makePrimary(QWidget* button)
{
    button->setProperty(kPrimary, true);
}

Style::Style()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    , m_currentRow(new CurrentRow(this))
{
}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget)
        || qobject_cast<QSlider*>(widget) || qobject_cast<QScrollBar*>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (auto* box = qobject_cast<QComboBox*>(widget);
        box && !qobject_cast<QStyledItemDelegate*>(box->itemDelegate())) {
        box->setItemDelegate(new QStyledItemDelegate(box)); // the default asks no style for sizes
    }
    if (auto* view = qobject_cast<QAbstractItemView*>(widget)) {
        view->installEventFilter(m_currentRow);
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
        return paint::button(option, painter, widget);
    case PE_PanelButtonTool:
        return paint::toolButton(option, painter);
    case PE_PanelLineEdit:
        if (widget && qobject_cast<QComboBox*>(widget->parentWidget())) {
            return;
        }
        return paint::lineEdit(option, painter);
    case PE_FrameLineEdit:
    case PE_FrameButtonTool:
    case PE_IndicatorHeaderArrow: // part of our header label
    case PE_PanelMenuBar:
    case PE_FrameStatusBarItem:
        return;
    case PE_FrameFocusRect:
        if (isChoice(widget)) {
            return; // the row that has the focus is the one that is filled
        }
        return paint::focusRing(painter, option->rect, c, space::kRadius);
    case PE_IndicatorCheckBox:
        return paint::indicator(option, painter, false);
    case PE_IndicatorRadioButton:
        return paint::indicator(option, painter, true);
    case PE_PanelMenu:
    case PE_FrameMenu:
        if (element == PE_PanelMenu) {
            painter->setCompositionMode(QPainter::CompositionMode_Source);
            painter->fillRect(option->rect, Qt::transparent);
            painter->setCompositionMode(QPainter::CompositionMode_SourceOver);
            paint::roundRect(painter, option->rect, space::kCardRadius, c.raised, c.border);
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
            paint::progressBar(o, painter, m_moves ? phaseOf(*o) : std::nullopt);
        }
        return;
    case CE_PushButtonLabel:
        if (const auto* o = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton label = *o;
            if (isPrimary(widget) && o->state & State_Enabled) {
                label.palette.setColor(QPalette::ButtonText, colorsOf(o->palette).onAccent);
            }
            return paint::buttonLabel(&label, painter, o->state & State_Enabled);
        }
        break;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            return paint::menuItem(item, painter);
        }
        break;
    case CE_MenuEmptyArea:
        return;
    case CE_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            return paint::headerSection(header, painter);
        }
        break;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            return paint::headerLabel(header, painter);
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
                paint::roundRect(
                    painter, option->rect.adjusted(0, 2, 0, -2), space::kRadius, c.control);
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
            return paint::slider(o, painter, proxy(), widget);
        }
        if (control == CC_ScrollBar) {
            return paint::scrollBar(o, painter, proxy(), widget);
        }
    }
    if (const auto* o = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
        if (control == CC_ComboBox && !o->editable) {
            return paint::comboBox(o, painter);
        }
    }
    const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    if (control == CC_ToolButton && button && hasMenu(*button)) {
        return paint::menuButton(
            button, painter, [this, widget](const QStyleOptionToolButton& plain, QPainter* p) {
                QProxyStyle::drawComplexControl(CC_ToolButton, &plain, p, widget);
            });
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
        if (qobject_cast<const QTableView*>(widget)) {
            return space::kS - 1; // and one more: below the text of the heading
        }
        return isChoice(widget) || isPlainList(widget)
            ? space::kS
            : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ScrollBarExtent:
        return kScrollBarWidth;
    case PM_SliderLength:
    case PM_SliderThickness:
    case PM_SliderControlThickness:
        return paint::kHandle;
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
        return scaled(paint::kMenuIcon);
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
    case SH_Widget_Animate:
        return m_moves ? 1 : 0;
    case SH_Widget_Animation_Duration:
        return m_moves ? kMotionMilliseconds : 0;
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
    case CT_ItemViewItem:
        return isChoice(widget)   ? QSize(result.width(), qMax(result.height(), scaled(30)))
            : isPlainList(widget) ? QSize(result.width(), result.height() + space::kS)
                                  : result;
    case CT_ToolButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        const int arrow = button && hasMenu(*button) ? paint::menuArrow(button) : 0;
        return result.expandedTo({ size.width() + 12 + arrow, size.height() + 12 });
    }
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
            width += 2 * (space::kS + space::kXs) + paint::kMenuIcon + space::kS;
            width += text.contains(u'\t') ? space::kXl : paint::kMenuIcon + space::kS;
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
    if (element == SE_ItemViewItemFocusRect) {
        return option->rect; // the row has the focus, not its text
    }
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
