// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace ui {

/// How controls are drawn: Fusion's behaviour, our shapes. Colours come from the palette only; all
/// it holds is whether things move. A style sheet would slow down every item view instead.
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    /// Whether anything moves by itself: what Qt's widgets ask, and ui::moves().
    void setMotion(bool isOn) { m_moves = isOn; }

    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
        QPainter* painter, const QWidget* widget) const override;
    int pixelMetric(
        PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
        const QWidget* widget) const override;
    QRect subElementRect(
        SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
        SubControl subControl, const QWidget* widget) const override;

private:
    QObject* m_currentRow; ///< watches the lists
    bool m_moves = true;
};

/// Marks a button as the one thing to do on its page: filled with the accent.
void makePrimary(QWidget* button);
[[nodiscard]] bool isPrimary(const QWidget* widget);

} // namespace ui
