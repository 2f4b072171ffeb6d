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
    Dark,
    HighContrast ///< light or dark as the system is
};

/// Whether anything moves by itself: menus that unfold, bars that run, pages that slide.
enum class Motion
{
    System,
    On,
    Off
};

/// What the desktop says of how things are to look, beyond its colours.
struct SystemLook
{
    bool wantsContrast = false;
    bool wantsMotion = true;
    bool operator==(const SystemLook&) const = default;
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
/// Each text on each ground has a contrast of at least 7, and what can be pressed has a border.
[[nodiscard]] Colors strongLightColors();
[[nodiscard]] Colors strongDarkColors();
[[nodiscard]] QPalette paletteOf(const Colors& colors);
/// The way back: what paletteOf() put in. Cost: none worth caching.
[[nodiscard]] Colors colorsOf(const QPalette& palette);
[[nodiscard]] QColor colorOf(const QPalette& palette, Tone tone);
/// WCAG 2 contrast of two opaque colours, 1…21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

/// Whether any text can be shown. fontconfig has names of families where it has no font.
[[nodiscard]] bool hasFont();
/// The application font in the size and weight of @p role.
[[nodiscard]] QFont fontOf(TextRole role);
/// @p pixels of the 100 % design at the text scale in force; for boxes that hold text.
[[nodiscard]] int scaled(int pixels);
/// The side of a cover: it grows with the text, but half as much, which keeps enough in sight.
[[nodiscard]] int scaledCover(int pixels);
/// Calls @p apply now and whenever the text of @p widget gets another size: for what is set once.
void onTextSize(QWidget* widget, std::function<void()> apply);
/// Whether @p widget may move something by itself. The style knows, and Qt's own widgets ask it.
[[nodiscard]] bool moves(const QWidget* widget);
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
    ~Theme() override;

    /// @param textScale 1.0…2.0
    void apply(ThemeChoice choice, double textScale);
    /// Whether the program moves things by itself; who moves something asks moves().
    void setMotion(Motion choice);
    [[nodiscard]] bool isDark() const { return m_isDark; }
    [[nodiscard]] bool isStrong() const { return m_isStrong; }

    /// What the desktop says beyond its colours, now: by who can ask it.
    void setSystemLook(const SystemLook& look);

    /// Looks again at what the desktop says; for a window's QEvent::ThemeChange.
    void followSystem();

Q_SIGNALS:
    void changed();

private:
    void refresh();
    void applyMotion();

    QApplication& m_application;
    QFont m_systemFont;
    ThemeChoice m_choice = ThemeChoice::System;
    double m_textScale = 1.0;
    int m_cursorFlash; ///< milliseconds, of the desktop
    bool m_systemIsDark = false;
    bool m_isDark = false;
    bool m_isStrong = false;
    Motion m_motion = Motion::System;
    SystemLook m_look;
};

} // namespace ui
