// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <memory>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class Engine final : public QIconEngine
{
public:
    Engine(QString name, Tone tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        drawIcon(painter, rect, m_name, color(mode, state));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    // Qt 6.4 hands over the size in device pixels and sets the ratio of the result itself.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return iconPixmap(m_name, size, color(mode, state), 1.0);
    }

    QIconEngine* clone() const override
    {
        return std::make_unique<Engine>(m_name, m_tone).release(); // QIcon owns it
    }

private:
    QColor color(QIcon::Mode mode, QIcon::State state) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled) {
            return palette.color(QPalette::Disabled, QPalette::Text);
        }
        if (state == QIcon::On) {
            return colorOf(palette, Tone::Accent);
        }
        if (mode == QIcon::Active && m_tone == Tone::Secondary) {
            return colorOf(palette, Tone::Primary);
        }
        return colorOf(palette, m_tone);
    }

    QString m_name;
    Tone m_tone;
};

} // namespace

QIcon icon(const QString& name, Tone tone)
{
    return QIcon(std::make_unique<Engine>(name, tone).release()); // QIcon owns it
}

QPixmap iconPixmap(
    const QString& name, const QSize& size, const QColor& color, double devicePixelRatio)
{
    const QSize pixels = size * devicePixelRatio;
    const QString key = u"icon/%1/%2x%3/%4"_s.arg(name)
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(color.rgba(), 8, 16, QLatin1Char('0'));
    QPixmap result;
    if (!QPixmapCache::find(key, &result)) {
        QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QSvgRenderer renderer(u":/icons/%1.svg"_s.arg(name));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), color);
        painter.end();
        result = QPixmap::fromImage(std::move(image));
        QPixmapCache::insert(key, result);
    }
    result.setDevicePixelRatio(devicePixelRatio);
    return result;
}

void drawIcon(QPainter* painter, const QRect& rect, const QString& name, const QColor& color)
{
    const int side = qMin(rect.width(), rect.height());
    const QRect box(rect.center().x() - side / 2 + (side % 2 == 0 ? 1 : 0),
        rect.center().y() - side / 2 + (side % 2 == 0 ? 1 : 0), side, side);
    painter->drawPixmap(
        box.topLeft(), iconPixmap(name, box.size(), color, painter->device()->devicePixelRatioF()));
}

} // namespace ui
