// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fontpreloader.h"

#include "ui/common/theme.h"

#include <QTextLayout>
#include <QWidget>
#include <array>

using namespace std::chrono_literals;

namespace ui {

namespace {

// The window is painted and usable by then.
constexpr auto kAfterStart = 400ms;
constexpr auto kBetween = 20ms;

// A letter or two of each: Cyrillic, Greek, Chinese, Japanese, Korean, Arabic, Hebrew, Devanagari,
// Thai, Georgian, Armenian, pictures, signs. A second one where one font seldom has both.
constexpr std::array kSamples { u"\u0416", u"\u03a9", u"\u97f3\u4e50", u"\u3042\u6a02", u"\ud55c",
    u"\u0639", u"\u05e9", u"\u0930", u"\u0e40", u"\u10d2", u"\u0531", u"\U0001f3b5", u"\u2665" };

std::array<QFont, 3> fontsOfLists()
{
    QFont strong = fontOf(TextRole::Body);
    strong.setWeight(QFont::Medium);
    return { fontOf(TextRole::Body), strong, fontOf(TextRole::Caption) };
}

} // namespace

FontPreloader::FontPreloader(QWidget& window)
    : QObject(&window)
{
    connect(&m_timer, &QTimer::timeout, this, &FontPreloader::step);
    onTextSize(&window, [this] { start(); });
}

void FontPreloader::start()
{
    m_next = 0;
    m_timer.start(kAfterStart);
}

void FontPreloader::step()
{
    const std::array fonts = fontsOfLists();
    if (m_next == kSamples.size() * fonts.size()) {
        m_timer.stop();
        return;
    }
    m_timer.setInterval(kBetween);
    QTextLayout layout(QString::fromUtf16(kSamples.at(m_next % kSamples.size())),
        fonts.at(m_next / kSamples.size()));
    layout.beginLayout();
    (void)layout.createLine();
    layout.endLayout();
    ++m_next;
}

} // namespace ui
