// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include "ui/common/style.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QPixmapCache>
#include <QToolTip>
#include <QWidget>
#include <cmath>

using namespace Qt::StringLiterals;

// The icons lie in this static library; the macro wants the global namespace.
static void initIcons()
{
    Q_INIT_RESOURCE(resources);
}

namespace ui {

namespace {

constexpr double kBodyPoints = 10.0; // at 100 %; a larger desktop font wins
constexpr double kDesignPixels = 13.0; // body size the pixel figures were drawn for
constexpr int kPixmapCacheKilobytes = 24 * 1024;

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

bool isDarkPalette(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
}

class TextSizeWatch final : public QObject
{
public:
    TextSizeWatch(QWidget* widget, std::function<void()> apply)
        : QObject(widget)
        , m_apply(std::move(apply))
    {
        widget->installEventFilter(this);
    }
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::FontChange) {
            m_apply();
        }
        return false;
    }

private:
    std::function<void()> m_apply;
};

double bodyPixels()
{
    return QFontInfo(QApplication::font()).pixelSize();
}

} // namespace

Colors lightColors()
{
    return { .canvas = 0xffeef1f2,
        .surface = 0xfffbfcfc,
        .raised = 0xffffffff,
        .control = 0xffe3e8ea,
        .hover = 0xffe9eeef,
        .selection = 0xffd3ebe7,
        .border = 0xffd9dfe2,
        .text = 0xff14181a,
        .secondary = 0xff4c565c,
        .tertiary = 0xff667077,
        .accent = 0xff0a756b,
        .onAccent = 0xffffffff,
        .danger = 0xffb3261e };
}

Colors darkColors()
{
    return { .canvas = 0xff101315,
        .surface = 0xff171b1d,
        .raised = 0xff22282b,
        .control = 0xff2a3135,
        .hover = 0xff20262a,
        .selection = 0xff1b3d3c,
        .border = 0xff2b3236,
        .text = 0xfff0f3f4,
        .secondary = 0xffacb5ba,
        .tertiary = 0xff88939a,
        .accent = 0xff45d3c0,
        .onAccent = 0xff06201d,
        .danger = 0xffff8a80 };
}

Colors strongLightColors()
{
    return { .canvas = 0xffffffff,
        .surface = 0xffffffff,
        .raised = 0xffffffff,
        .control = 0xfff0f0f0,
        .hover = 0xffe6e6e6,
        .selection = 0xffffe9a8,
        .border = 0xff4d4d4d,
        .text = 0xff000000,
        .secondary = 0xff1f1f1f,
        .tertiary = 0xff333333,
        .accent = 0xff00443d,
        .onAccent = 0xffffffff,
        .danger = 0xff7a0000 };
}

Colors strongDarkColors()
{
    return { .canvas = 0xff000000,
        .surface = 0xff000000,
        .raised = 0xff0d0d0d,
        .control = 0xff1a1a1a,
        .hover = 0xff262626,
        .selection = 0xff003b36,
        .border = 0xffb3b3b3,
        .text = 0xffffffff,
        .secondary = 0xffe6e6e6,
        .tertiary = 0xffd0d0d0,
        .accent = 0xff5ff2df,
        .onAccent = 0xff000000,
        .danger = 0xffffc2bd };
}

QPalette paletteOf(const Colors& c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.canvas);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.raised);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::Button, c.control);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::PlaceholderText, c.tertiary);
    p.setColor(QPalette::ToolTipBase, c.raised);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Highlight, c.selection);
    p.setColor(QPalette::HighlightedText, c.text);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.onAccent);
    p.setColor(QPalette::BrightText, c.danger);
    p.setColor(QPalette::Light, c.hover);
    p.setColor(QPalette::Midlight, c.border);
    p.setColor(QPalette::Mid, c.border);
    p.setColor(QPalette::Dark, c.secondary);
    p.setColor(QPalette::Shadow, c.tertiary);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText }) {
        QColor faded = c.tertiary;
        faded.setAlphaF(0.6F);
        p.setColor(QPalette::Disabled, role, faded);
    }
    return p;
}

Colors colorsOf(const QPalette& p)
{
    const auto color = [&p](QPalette::ColorRole role) { return p.color(QPalette::Active, role); };
    return { .canvas = color(QPalette::Window),
        .surface = color(QPalette::Base),
        .raised = color(QPalette::AlternateBase),
        .control = color(QPalette::Button),
        .hover = color(QPalette::Light),
        .selection = color(QPalette::Highlight),
        .border = color(QPalette::Mid),
        .text = color(QPalette::Text),
        .secondary = color(QPalette::Dark),
        .tertiary = color(QPalette::Shadow),
        .accent = color(QPalette::Link),
        .onAccent = color(QPalette::LinkVisited),
        .danger = color(QPalette::BrightText) };
}

QColor colorOf(const QPalette& palette, Tone tone)
{
    switch (tone) {
    case Tone::Primary:
        return palette.color(QPalette::Active, QPalette::Text);
    case Tone::Secondary:
        return palette.color(QPalette::Active, QPalette::Dark);
    case Tone::Tertiary:
        return palette.color(QPalette::Active, QPalette::Shadow);
    case Tone::Accent:
        return palette.color(QPalette::Active, QPalette::Link);
    case Tone::OnAccent:
        return palette.color(QPalette::Active, QPalette::LinkVisited);
    case Tone::Danger:
        return palette.color(QPalette::Active, QPalette::BrightText);
    }
    return palette.color(QPalette::Active, QPalette::Text);
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

bool hasFont()
{
    return QFontMetrics(QApplication::font()).inFont(u'a');
}

QFont fontOf(TextRole role)
{
    QFont font = QApplication::font();
    font.setFamilies(QApplication::font().families()); // else a class's own font wins
    const double body = font.pointSizeF();
    switch (role) {
    case TextRole::Caption:
        font.setPointSizeF(body * 0.86);
        break;
    case TextRole::Body:
        break;
    case TextRole::Title:
        font.setPointSizeF(body * 1.3);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Display:
        font.setPointSizeF(body * 2.1);
        font.setWeight(QFont::Bold);
        break;
    }
    return font;
}

int scaled(int pixels)
{
    return qRound(pixels * qMax(1.0, bodyPixels() / kDesignPixels));
}

int scaledCover(int pixels)
{
    return pixels + (scaled(pixels) - pixels) / 2;
}

void onTextSize(QWidget* widget, std::function<void()> apply)
{
    apply();
    new TextSizeWatch(widget, std::move(apply)); // a child of it
}

bool moves(const QWidget* widget)
{
    return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, widget)
        > 0;
}

int rowHeight(Density density)
{
    const int text = QFontMetrics(QApplication::font()).height();
    return density == Density::Compact ? text + 10 : text + 22;
}

Theme::Theme(QApplication& application, QObject* parent)
    : QObject(parent)
    , m_application(application)
    , m_systemFont(QApplication::font())
    , m_cursorFlash(QApplication::cursorFlashTime())
    , m_systemIsDark(isDarkPalette(QApplication::palette()))
{
    initIcons();
    if (m_systemFont.pointSizeF() < kBodyPoints) {
        m_systemFont.setPointSizeF(kBodyPoints);
    }
    const QString family = QFontInfo(m_systemFont).family();
    if (family.isEmpty() || family.startsWith("DejaVu"_L1) || family.startsWith("Noto Sans"_L1)) {
        if (QFontDatabase::families().contains("Inter"_L1)) {
            m_systemFont.setFamily(u"Inter"_s);
        }
    }
    QPixmapCache::setCacheLimit(kPixmapCacheKilobytes);
    QApplication::setStyle(std::make_unique<Style>().release()); // the application owns it
}

Theme::~Theme()
{
    // The next theme of this process, of a test for one, takes this font for the desktop's.
    QApplication::setFont(m_systemFont);
}

void Theme::apply(ThemeChoice choice, double textScale)
{
    m_choice = choice;
    m_textScale = qBound(1.0, textScale, 2.0);
    refresh();
}

void Theme::followSystem()
{
    // Qt tells the desktop's colours only while the application has none of its own.
    const QPalette own = QApplication::palette();
    QApplication::setPalette({});
    const bool isDark = isDarkPalette(QApplication::palette());
    QApplication::setPalette(own);
    if (isDark != m_systemIsDark) {
        m_systemIsDark = isDark;
        refresh();
    }
}

void Theme::setSystemLook(const SystemLook& look)
{
    if (look == std::exchange(m_look, look)) {
        return;
    }
    applyMotion();
    refresh();
}

void Theme::setMotion(Motion choice)
{
    m_motion = choice;
    applyMotion();
}

void Theme::applyMotion()
{
    const bool isOn = m_motion == Motion::On || (m_motion == Motion::System && m_look.wantsMotion);
    if (auto* style = dynamic_cast<Style*>(QApplication::style())) {
        style->setMotion(isOn);
    }
    // Qt unfolds and fades by itself what the desktop wants so; it never has to here.
    for (const Qt::UIEffect effect : { Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo,
             Qt::UI_AnimateTooltip, Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox }) {
        if (!isOn) {
            QApplication::setEffectEnabled(effect, false);
        }
    }
    QApplication::setCursorFlashTime(isOn ? m_cursorFlash : 0);
}

void Theme::refresh()
{
    m_isDark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemIsDark);
    m_isStrong = m_choice == ThemeChoice::HighContrast
        || (m_choice == ThemeChoice::System && m_look.wantsContrast);
    if (m_choice == ThemeChoice::HighContrast) {
        m_isDark = m_systemIsDark;
    }
    QPixmapCache::clear(); // icons are cached in their colours
    const QPalette palette
        = paletteOf(m_isStrong ? (m_isDark ? strongDarkColors() : strongLightColors())
                               : (m_isDark ? darkColors() : lightColors()));
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QFont font = m_systemFont;
    font.setPointSizeF(m_systemFont.pointSizeF() * m_textScale);
    if (QApplication::font() != font) {
        QApplication::setFont(font);
    }
    Q_EMIT changed();
}

} // namespace ui
