// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assistant/artwork.h"

#include "ui/common/theme.h"

#include <QLinearGradient>
#include <QPainter>
#include <cmath>

namespace ui {

namespace {

constexpr int kRings = 7;
constexpr int kBars = 24;
constexpr double kTurn = 70; // degrees, from the first page to the last

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto part = [share](float x, float y) { return float(x + (y - x) * share); };
    return QColor::fromRgbF(
        part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

/// The accent, turned around the circle of colours: how covers beside each other differ.
QColor turned(const QColor& color, int degrees)
{
    return QColor::fromHsv((color.hsvHue() + degrees + 360) % 360, color.hsvSaturation() * 3 / 4,
        qMin(255, color.value() + 20));
}

void drawRecord(QPainter& p, const QPointF& middle, double radius, const Colors& c)
{
    p.setPen(Qt::NoPen);
    p.setBrush(QColor(0, 0, 0, 120));
    p.drawEllipse(middle, radius, radius);
    p.setBrush(Qt::NoBrush);
    for (int ring = 0; ring < kRings; ++ring) {
        p.setPen(QPen(QColor(255, 255, 255, ring % 2 ? 22 : 40), 1.2));
        const double r = radius * (0.42 + 0.54 * ring / kRings);
        p.drawEllipse(middle, r, r);
    }
    p.setPen(Qt::NoPen);
    p.setBrush(c.accent);
    p.drawEllipse(middle, radius * 0.34, radius * 0.34);
    p.setBrush(mixed(c.accent, Qt::black, 0.75));
    p.drawEllipse(middle, radius * 0.05, radius * 0.05);
}

void drawCovers(QPainter& p, double side, const Colors& c)
{
    const int turns[] = { -60, 150, 40 };
    for (int i = 0; i < 3; ++i) {
        p.save();
        p.rotate(-24 + 24 * i);
        const QRectF cover(-side / 2, -side * 2.55, side, side);
        const QColor color = turned(c.accent, turns[i]);
        QLinearGradient fill(cover.topLeft(), cover.bottomRight());
        fill.setColorAt(0, color);
        fill.setColorAt(1, mixed(color, Qt::black, 0.45));
        p.setBrush(fill);
        p.drawRoundedRect(cover, side / 10, side / 10);
        p.setBrush(QColor(255, 255, 255, 60));
        p.drawEllipse(cover.center() + QPointF(side / 6, -side / 8), side / 5, side / 5);
        p.restore();
    }
}

void drawSpectrum(QPainter& p, const QRectF& box, double phase)
{
    const double step = box.width() / kBars;
    for (int i = 0; i < kBars; ++i) {
        const double wave = std::sin(i * 0.55 + phase * 5) * std::sin(i * 0.21 + 1 + phase * 2);
        const double height = box.height() * (0.18 + 0.7 * std::abs(wave));
        p.setBrush(QColor(255, 255, 255, 38));
        p.drawRoundedRect(QRectF(box.left() + i * step, box.bottom() - height, step * 0.55, height),
            step * 0.27, step * 0.27);
    }
}

} // namespace

Artwork::Artwork(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("assistantArtwork"));
}

void Artwork::setPhase(double phase)
{
    m_phase = phase;
    update();
}

void Artwork::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Colors c = colorsOf(palette());
    QLinearGradient ground(0, 0, width() * 0.6, height());
    ground.setColorAt(0, mixed(c.accent, Qt::black, 0.62));
    ground.setColorAt(1, mixed(c.accent, Qt::black, 0.88));
    p.fillRect(rect(), ground);
    p.setPen(Qt::NoPen);
    drawSpectrum(p, QRectF(0, height() * 0.72, width(), height() * 0.28), m_phase);
    const double radius = width() * 0.62;
    const QPointF middle(width() * 0.5, height() * 0.66);
    p.save();
    p.translate(middle);
    p.rotate(m_phase * kTurn - kTurn / 2);
    drawCovers(p, width() * 0.34, c);
    p.restore();
    drawRecord(p, middle, radius * 0.72, c);
}

} // namespace ui
