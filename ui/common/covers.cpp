// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/covers.h"

#include "core/types/picturepath.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qint64 kRoundNanoseconds = 8'000'000; // half a frame
constexpr qint64 kNamesKept = 4000; // of covers that the pixmap cache may hold
constexpr qsizetype kSpareRequests = 8; // of bars and heads, which do not say what they show

QString keyOf(const QString& name, int pixels)
{
    return u"cover/%1/%2"_s.arg(pixels).arg(name);
}

QImage square(const QImage& image)
{
    const int side = qMin(image.width(), image.height());
    return image.copy((image.width() - side) / 2, (image.height() - side) / 2, side, side);
}

QPixmap rounded(const QImage& source, int pixels, double radius)
{
    QImage image = square(source);
    if (image.width() != pixels) {
        image = image.scaled(pixels, pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    QImage result(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(image));
    painter.drawRoundedRect(QRectF(0, 0, pixels, pixels), radius, radius);
    painter.end();
    return QPixmap::fromImage(std::move(result));
}

} // namespace

Covers::Covers(Reader reader, QObject* parent)
    : QObject(parent)
    , m_reader(std::move(reader))
    , m_names(kNamesKept)
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, [this] {
        m_roundedNanoseconds = 0;
        for (const QString& thumb : std::exchange(m_later, {})) {
            Q_EMIT arrived(thumb);
        }
    });
}

Covers::~Covers()
{
    for (auto& stop : m_requests) {
        stop.request_stop();
    }
    for (auto& stop : m_followed) {
        stop.request_stop();
    }
}

QPixmap Covers::pixmap(const QString& thumb, int side, double devicePixelRatio, double radius)
{
    if (thumb.isEmpty() || side <= 0) {
        return {};
    }
    const Look look { qRound(side * devicePixelRatio), radius, devicePixelRatio };
    const QString name = nameOf(thumb);
    bool isThere = false;
    QPixmap found = known(name, thumb, look, isThere);
    if (!isThere) {
        request({ thumb, look.pixels });
    }
    if (found.isNull()) {
        const QString* before = m_names.find(types::picturePath(thumb).picture);
        if (before && *before != name) {
            found = known(*before, thumb, look, isThere);
        }
    }
    found.setDevicePixelRatio(devicePixelRatio);
    return found;
}

QString Covers::nameOf(const QString& thumb) const
{
    const int times = m_refreshed.isEmpty() ? 0 : m_refreshed.value(thumb);
    return times == 0 ? thumb : u"%1#%2"_s.arg(thumb).arg(times);
}

QPixmap Covers::known(const QString& name, const QString& thumb, const Look& look, bool& isThere)
{
    const QString key = keyOf(name, look.pixels);
    const QString roundKey = key + u"/r%1"_s.arg(qRound(look.radius));
    QPixmap found;
    isThere = QPixmapCache::find(roundKey, &found);
    if (isThere) {
        return found;
    }
    QPixmap plain;
    isThere = QPixmapCache::find(key, &plain);
    if (!isThere || !mayRound(thumb)) {
        return {};
    }
    QElapsedTimer timer;
    timer.start();
    found = rounded(plain.toImage(), look.pixels, look.radius * look.ratio);
    QPixmapCache::remove(key);
    QPixmapCache::insert(roundKey, found);
    m_names.insert(types::picturePath(thumb).picture, name, 1);
    m_roundedNanoseconds += timer.nsecsElapsed();
    return found;
}

void Covers::refresh(const QString& thumb)
{
    ++m_refreshed[thumb];
    Q_EMIT arrived(thumb); // painted, it is asked for under its new name
}

void Covers::paint(QPainter* painter, const QRect& rect, const QString& thumb,
    const QString& iconName, const QPalette& palette, double radius)
{
    const QPixmap picture
        = pixmap(thumb, rect.width(), painter->device()->devicePixelRatioF(), radius);
    if (!picture.isNull()) {
        painter->drawPixmap(rect.topLeft(), picture);
        return;
    }
    const Colors c = colorsOf(palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(c.raised == c.surface ? c.hover : c.control);
    painter->drawRoundedRect(rect, radius, radius);
    painter->restore();
    const int inset = qMax(4, rect.width() * 3 / 10);
    drawIcon(painter, rect.adjusted(inset, inset, -inset, -inset), iconName, c.tertiary);
}

void Covers::request(const Request& request)
{
    if (m_failed.contains(request) || !m_reader) {
        return;
    }
    if (m_requests.contains(request)) {
        m_order.removeOne(request); // it is still wanted
        m_order.append(request);
        return;
    }
    stopBeyond(mostRequests() - 1);
    std::stop_source stop;
    m_requests.insert(request, stop);
    m_order.append(request);
    util::async::deliver(m_reader(request.thumb, request.pixels, stop.get_token()), this,
        [this, request, name = nameOf(request.thumb)](
            const util::Result<QImage>& result) { received(request, name, result); });
}

bool Covers::mayRound(const QString& thumb)
{
    if (!m_turn.isActive()) {
        m_turn.start();
    }
    if (m_roundedNanoseconds < kRoundNanoseconds) {
        return true;
    }
    m_later.append(thumb);
    return false;
}

void Covers::setInSight(const QObject* view, int covers)
{
    if (covers > 0) {
        m_inSight.insert(view, covers);
    } else {
        m_inSight.remove(view);
    }
    stopBeyond(mostRequests());
}

qsizetype Covers::mostRequests() const
{
    qsizetype most = kSpareRequests;
    for (const int covers : m_inSight) {
        most += covers;
    }
    return qMax<qsizetype>(kLeastRequests, most);
}

void Covers::stopBeyond(qsizetype most)
{
    while (m_order.size() > most) {
        const Request oldest = m_order.takeFirst();
        m_outdated.remove(oldest);
        m_requests.take(oldest).request_stop();
    }
    while (m_followed.size() > most) {
        m_followed.takeFirst().request_stop();
    }
}

void Covers::follow(std::stop_source stop)
{
    m_followed.append(std::move(stop));
    if (m_followed.size() > mostRequests()) {
        m_followed.takeFirst().request_stop();
    }
}

void Covers::retryFailed()
{
    m_outdated = QSet<Request>(m_order.begin(), m_order.end());
    for (const Request& request : std::exchange(m_failed, {})) {
        Q_EMIT arrived(request.thumb);
    }
}

void Covers::received(
    const Request& request, const QString& name, const util::Result<QImage>& result)
{
    const bool isOutdated = m_outdated.remove(request);
    const std::stop_source stop = m_requests.take(request);
    m_order.removeOne(request);
    if (!result || result->isNull()) {
        if (!result && result.error().code == util::Error::Code::Cancelled) {
            return;
        }
        if (isOutdated) {
            Q_EMIT arrived(request.thumb);
        } else {
            m_failed.insert(request); // the tile stays; covers are decoration, not news
        }
        return;
    }
    QPixmapCache::insert(keyOf(name, request.pixels), QPixmap::fromImage(*result));
    follow(stop);
    Q_EMIT arrived(request.thumb);
}

} // namespace ui
