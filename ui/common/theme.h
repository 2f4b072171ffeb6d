// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <functional>

class QApplication;
class QWidget;

/// What all pages share: looks, lists, cells, states and text forms. Not for: anything that
/// belongs to one page. Invariant: knows no feature, asks no server, runs no SQL.
namespace ui {

/// The 8 px grid; every gap in a layout is one of these.
namespace space {
constexpr int kXs = 4;
constexpr int kS = 8;
constexpr int kM = 16;
constexpr int kL = 24;
constexpr int kXl = 32;
constexpr int kRadius = 6; ///< of controls
constexpr int kCardRadius = 8; ///< of covers, cards and popups
} // namespace space

/// The type scale: four sizes, no others.
enum class TextRole
{
    Caption,
    Body,
    Title,
    Display
};

/// How loud a text is.
enum class Tone
{
    Primary,
    Secondary,
    Tertiary,
    Accent,
    OnAccent,
    Danger
};

enum class ThemeChoice
{
    System,
    Light,
    Dark
};

enum class Density
{
    Comfortable,
    Compact
};

/// All colours of the window. They travel inside the QPalette, so that a widget or delegate needs
/// nothing but its palette to paint right in either theme.
struct Colors
{
    QColor canvas; ///< behind everything: sidebar, bars
    QColor surface; ///< the page
    QColor raised; ///< popups, cards, skeletons
    QColor control; ///< fill of buttons and fields
    QColor hover;
    QColor selection;
    QColor border;
    QColor text;
    QColor secondary;
    QColor tertiary;
    QColor accent;
    QColor onAccent; ///< text on an accent fill
    QColor danger;
};

[[nodiscard]] Colors lightColors();
[[nodiscard]] Colors darkColors();
[[nodiscard]] QPalette paletteOf(const Colors& colors);
/// The way back: what paletteOf() put in. Cost: none worth caching.
[[nodiscard]] Colors colorsOf(const QPalette& palette);
[[nodiscard]] QColor colorOf(const QPalette& palette, Tone tone);
/// WCAG 2 contrast of two opaque colours, 1…21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

/// The application font in the size and weight of @p role.
[[nodiscard]] QFont fontOf(TextRole role);
/// @p pixels of the 100 % design at the text scale in force; for boxes that hold text.
[[nodiscard]] int scaled(int pixels);
/// The side of a cover: it grows with the text, but half as much, which keeps enough in sight.
[[nodiscard]] int scaledCover(int pixels);
/// Calls @p apply now and whenever the text of @p widget gets another size: for what is set once.
void onTextSize(QWidget* widget, std::function<void()> apply);
/// Height of one table row at the text scale in force.
[[nodiscard]] int rowHeight(Density density);

/// Applies palette, style and font to the application and follows the setting and the system.
class Theme : public QObject
{
    Q_OBJECT

public:
    /// Reads what the desktop says (dark or light, font) before anything is changed, so there is
    /// one of these, made before the first widget.
    explicit Theme(QApplication& application, QObject* parent = nullptr);

    /// @param textScale 1.0…2.0
    void apply(ThemeChoice choice, double textScale);
    [[nodiscard]] bool isDark() const { return m_isDark; }

    /// Looks again at what the desktop says; for a window's QEvent::ThemeChange.
    void followSystem();

Q_SIGNALS:
    void changed();

private:
    void refresh();

    QApplication& m_application;
    QFont m_systemFont;
    ThemeChoice m_choice = ThemeChoice::System;
    double m_textScale = 1.0;
    bool m_systemIsDark = false;
    bool m_isDark = false;
};

} // namespace ui
