// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/picture.h"

#include "core/demo/names.h"

#include <QBuffer>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace demo::picture {

namespace {

struct Palette
{
    QColor dark {};
    QColor base {};
    QColor light {};
    QColor accent {};
};

Palette paletteOf(Draw& draw)
{
    const auto hue = static_cast<int>(draw.below(360));
    const int shift = 25 + static_cast<int>(draw.below(50));
    const int saturation = 60 + static_cast<int>(draw.below(120));
    Palette palette;
    palette.dark = QColor::fromHsv(hue, saturation, 60);
    palette.base = QColor::fromHsv((hue + shift) % 360, saturation, 140);
    palette.light = QColor::fromHsv((hue + shift) % 360, saturation / 2, 225);
    palette.accent = QColor::fromHsv((hue + 180) % 360, 150, 220);
    return palette;
}

/// Unit-square painters: the painter is scaled so that the shorter side is 1.
void circles(QPainter& painter, Draw& draw, const Palette& palette, QSizeF area)
{
    for (int i = 0; i < 7; ++i) {
        const double radius = 0.08 + draw.below(300) / 1000.0;
        const QPointF centre(
            area.width() * draw.below(1000) / 1000.0, area.height() * draw.below(1000) / 1000.0);
        QColor color = i % 3 == 0 ? palette.accent : palette.light;
        color.setAlpha(60 + static_cast<int>(draw.below(120)));
        painter.setBrush(color);
        painter.drawEllipse(centre, radius, radius);
    }
}

void stripes(QPainter& painter, Draw& draw, const Palette& palette, QSizeF area)
{
    const double width = 0.04 + draw.below(80) / 1000.0;
    const double lean = draw.below(1000) / 1000.0 - 0.5;
    int n = 0;
    for (double x = -1; x < area.width() + 1; x += 2 * width, ++n) {
        QColor color = n % 4 == 0 ? palette.accent : palette.light;
        color.setAlpha(50 + n * 37 % 120);
        painter.setBrush(color);
        const QPointF corners[] = { { x, 0 }, { x + width, 0 }, { x + width + lean, area.height() },
            { x + lean, area.height() } };
        painter.drawPolygon(corners, 4);
    }
}

void hills(QPainter& painter, Draw& draw, const Palette& palette, QSizeF area)
{
    QColor sun = palette.accent;
    painter.setBrush(sun);
    const QPointF centre(area.width() * (0.25 + draw.below(500) / 1000.0), area.height() * 0.35);
    const double radius = 0.1 + draw.below(80) / 1000.0;
    painter.drawEllipse(centre, radius, radius);
    for (int layer = 0; layer < 4; ++layer) {
        const double phase = draw.below(628) / 100.0;
        const double level = area.height() * (0.5 + layer * 0.13);
        QPainterPath path(QPointF(0, area.height()));
        for (int step = 0; step <= 48; ++step) {
            const double x = area.width() * step / 48;
            path.lineTo(x, level + 0.06 * std::sin(phase + x * (5 + layer)));
        }
        path.lineTo(area.width(), area.height());
        QColor color = layer % 2 == 0 ? palette.base : palette.dark;
        painter.setBrush(color.lighter(130 - layer * 15));
        painter.drawPath(path);
    }
}

void rings(QPainter& painter, Draw& draw, const Palette& palette, QSizeF area)
{
    const QPointF centre(area.width() * (0.3 + draw.below(400) / 1000.0),
        area.height() * (0.3 + draw.below(400) / 1000.0));
    const int count = 5 + static_cast<int>(draw.below(5));
    painter.setBrush(Qt::NoBrush);
    for (int i = count; i > 0; --i) {
        QColor color = i % 3 == 0 ? palette.accent : palette.light;
        color.setAlpha(120);
        painter.setPen(QPen(color, 0.02 + 0.02 * (i % 3)));
        painter.drawEllipse(centre, i * 0.09, i * 0.09);
    }
    painter.setPen(Qt::NoPen);
}

void tiles(QPainter& painter, Draw& draw, const Palette& palette, QSizeF area)
{
    const double side = 1.0 / (4 + draw.below(4));
    for (double y = 0; y < area.height(); y += side) {
        for (double x = 0; x < area.width(); x += side) {
            const quint32 what = draw.below(6);
            QColor color = what == 0 ? palette.accent : what < 3 ? palette.light : palette.dark;
            color.setAlpha(90 + static_cast<int>(draw.below(120)));
            painter.setBrush(color);
            const QRectF cell(x, y, side, side);
            if (what % 2 == 0) {
                painter.drawRect(cell);
            } else {
                painter.drawPie(QRectF(x, y, 2 * side, 2 * side), 90 * 16, 90 * 16);
            }
        }
    }
}

void shards(QPainter& painter, Draw& draw, const Palette& palette, QSizeF area)
{
    for (int i = 0; i < 9; ++i) {
        QColor color = i % 4 == 0 ? palette.accent : i % 2 == 0 ? palette.light : palette.dark;
        color.setAlpha(70 + static_cast<int>(draw.below(100)));
        painter.setBrush(color);
        QPointF corners[3];
        for (QPointF& corner : corners) {
            corner = { area.width() * draw.below(1200) / 1000.0 - 0.1,
                area.height() * draw.below(1200) / 1000.0 - 0.1 };
        }
        painter.drawPolygon(corners, 3);
    }
}

} // namespace

QImage paint(quint64 seed, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    Draw draw(seed);
    const Palette palette = paletteOf(draw);
    const double unit = std::min(size.width(), size.height());
    const QSizeF area(size.width() / unit, size.height() / unit);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(unit, unit);
    QLinearGradient sky(0, 0, area.width() * draw.below(2), area.height());
    sky.setColorAt(0, palette.dark);
    sky.setColorAt(1, palette.base);
    painter.fillRect(QRectF(QPointF(0, 0), area), sky);
    painter.setPen(Qt::NoPen);
    static constexpr auto motifs = { circles, stripes, hills, rings, tiles, shards };
    motifs.begin()[draw.below(static_cast<quint32>(motifs.size()))](painter, draw, palette, area);
    return image;
}

QSize scaledSize(QSize natural, QSize wanted, bool cover, bool upscale)
{
    const QSize scaled
        = natural.scaled(wanted, cover ? Qt::KeepAspectRatioByExpanding : Qt::KeepAspectRatio);
    const bool grows = scaled.width() > natural.width();
    return (grows && !upscale ? natural : scaled).expandedTo(QSize(1, 1));
}

QByteArray encoded(const QImage& image, bool png)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, png ? "PNG" : "JPEG", png ? -1 : 85);
    return bytes;
}

} // namespace demo::picture
