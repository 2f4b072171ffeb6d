// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/async.h"
#include "core/util/lru.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QPixmap>
#include <QTimer>

class QPainter;

namespace ui {

/// Covers as pixmaps for painting: what is not there is asked for, and arrived() says when to paint
/// again. Pictures are kept in QPixmapCache (24 MB for the whole program). Thread: UI.
class Covers : public QObject
{
    Q_OBJECT

public:
    /// A server's picture path and a side in pixels → a picture, as artwork gives it.
    using Reader
        = std::function<util::Future<QImage>(const QString& thumb, int pixels, std::stop_token)>;
    static constexpr int kLeastRequests = 24; ///< as many at once, and more where more are in sight

    explicit Covers(Reader reader, QObject* parent = nullptr);
    ~Covers() override;

    /// The cover cropped to a square with round corners; null while it is being read, or for
    /// good if there is none. While a newer one of the same item is read, the older one.
    [[nodiscard]] QPixmap pixmap(
        const QString& thumb, int side, double devicePixelRatio, double radius);
    /// Paints it in @p rect; a quiet tile with @p iconName where there is no picture.
    void paint(QPainter* painter, const QRect& rect, const QString& thumb, const QString& iconName,
        const QPalette& palette, double radius);

    /// How many covers @p view shows at most, 0 when it shows none any more. Beyond what all views
    /// show together, those are stopped that were asked for longest ago: they were scrolled past.
    void setInSight(const QObject* view, int covers);

    /// There is a newer picture than the one that was read for @p thumb: it is read, and the former
    /// one is shown until it is there.
    void refresh(const QString& thumb);

    /// Lets what could not be had be asked for again: after the connection came back. What is
    /// under way and fails only now was asked for without it, and may be asked for again, too.
    void retryFailed();

Q_SIGNALS:
    /// It is time to paint it again: it is there, or worth another try.
    void arrived(const QString& thumb);

private:
    struct Request
    {
        QString thumb;
        int pixels = 0;
        bool operator==(const Request&) const = default;
    };
    friend size_t qHash(const Request& request, size_t seed) noexcept
    {
        return qHashMulti(seed, request.thumb, request.pixels);
    }
    void request(const Request& request);
    /// @p thumb as it is known in the pixmap cache: another one for each time it was refreshed.
    [[nodiscard]] QString nameOf(const QString& thumb) const;
    struct Look
    {
        int pixels = 0;
        double radius = 0;
        double ratio = 1;
    };
    /// The pixmap of that name, made round if there is time; null if not.
    /// @param isThere  becomes whether it is, be it for the next turn
    [[nodiscard]] QPixmap known(
        const QString& name, const QString& thumb, const Look& look, bool& isThere);
    /// Keeps what goes on behind a result from being stopped while the cover is in sight.
    void follow(std::stop_source stop);
    /// Whether there is time left in this turn of the event loop to round another picture; if not,
    /// @p thumb is to be painted in the next one.
    bool mayRound(const QString& thumb);
    void stopBeyond(qsizetype most);
    [[nodiscard]] qsizetype mostRequests() const;
    /// @param name  as it was when it was asked for
    void received(const Request& request, const QString& name, const util::Result<QImage>& result);

    Reader m_reader;
    QHash<Request, std::stop_source> m_requests;
    QList<Request> m_order; ///< the one asked for last is the last
    QHash<const QObject*, int> m_inSight;
    QList<std::stop_source> m_followed; ///< of what was read; the newest is the last
    QHash<QString, int> m_refreshed; ///< how often, of the few thumbs that ever were
    util::Lru<QString, QString> m_names; ///< by item: the name of what was shown last
    QTimer m_turn; ///< its end
    QStringList m_later; ///< for the next turn
    qint64 m_roundedNanoseconds = 0; ///< spent in this turn
    QSet<Request> m_failed;
    QSet<Request> m_outdated; ///< of m_requests: begun before the last retryFailed()
};

} // namespace ui
