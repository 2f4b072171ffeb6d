// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QColor>
#include <functional>
#include <optional>

class QPainter;
class QRect;
class QRectF;
class QStyle;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionToolButton;
class QWidget;

/// The shapes of controls, for Style, which decides when which is drawn. Colours come from the
/// option's palette.
namespace ui::stylepaint {

inline constexpr int kHandle = 14;
inline constexpr int kMenuIcon = 16;
inline constexpr int kArrow = 12;

void roundRect(
    QPainter* p, const QRectF& rect, double radius, const QColor& fill, const QColor& line = {});
void focusRing(QPainter* p, const QRect& rect, const Colors& c, double radius);
/// The same around the line or card of a list that the keyboard is on.
void itemFocus(
    QPainter* p, const QStyleOption& o, const QRect& rect, const Colors& c, double radius);
void button(const QStyleOption* o, QPainter* p, const QWidget* w);
void buttonLabel(const QStyleOptionButton* o, QPainter* p, bool isEnabled);
void toolButton(const QStyleOption* o, QPainter* p);
/// @param phase  of one without an end in sight, 0…1: a part of it runs to and fro. Without it such
///     a bar is whole, and half as strong.
void progressBar(const QStyleOptionProgressBar* o, QPainter* p, std::optional<double> phase);
void lineEdit(const QStyleOption* o, QPainter* p);
void indicator(const QStyleOption* o, QPainter* p, bool isRound);
void menuItem(const QStyleOptionMenuItem* o, QPainter* p);
void headerSection(const QStyleOptionHeader* o, QPainter* p);
void headerLabel(const QStyleOptionHeader* o, QPainter* p);
void slider(const QStyleOptionSlider* o, QPainter* p, const QStyle* style, const QWidget* w);
void scrollBar(const QStyleOptionSlider* o, QPainter* p, const QStyle* style, const QWidget* w);
void comboBox(const QStyleOptionComboBox* o, QPainter* p);

/// Room for the arrow of a tool button that opens a menu; none where there is only an icon.
[[nodiscard]] int menuArrow(const QStyleOptionToolButton* o);
/// A tool button that opens a menu: as @p draw paints one that does not, and an arrow.
void menuButton(const QStyleOptionToolButton* o, QPainter* p,
    const std::function<void(const QStyleOptionToolButton&, QPainter*)>& draw);

} // namespace ui::stylepaint
