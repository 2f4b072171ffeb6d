// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace ui::format {

namespace {

/// @p text with the digits of @p locale in place of 0 to 9.
QString withDigitsOf(const QLocale& locale, QString text)
{
    const QString zero = locale.zeroDigit();
    if (zero == u"0"_s || zero.size() != 1) {
        return text;
    }
    for (QChar& c : text) {
        if (c >= u'0' && c <= u'9') {
            c = QChar(zero.at(0).unicode() + c.unicode() - u'0');
        }
    }
    return text;
}

QString twoDigits(qint64 number)
{
    return u"%1"_s.arg(number, 2, 10, QLatin1Char('0'));
}

/// What chooses the plural form.
int forPlural(qint64 number)
{
    return int(qMin<qint64>(number, std::numeric_limits<int>::max()));
}

} // namespace

QString duration(milliseconds duration, const QLocale& locale)
{
    if (duration <= 0ms) {
        return {};
    }
    const qint64 total = qMax<qint64>(1, (duration.count() + 500) / 1000);
    const qint64 h = total / 3600;
    const qint64 min = total / 60 % 60;
    const qint64 s = total % 60;
    return withDigitsOf(locale,
        h > 0 ? u"%1:%2:%3"_s.arg(h).arg(twoDigits(min), twoDigits(s))
              : u"%1:%2"_s.arg(min).arg(twoDigits(s)));
}

QString clock(milliseconds position, const QLocale& locale)
{
    const milliseconds whole = position - position % 1s;
    return whole < 1s ? withDigitsOf(locale, u"0:00"_s) : duration(whole, locale);
}

QString longDuration(milliseconds duration, const QLocale& locale)
{
    const qint64 total = duration_cast<minutes>(duration + 30s).count();
    if (duration <= 0ms) {
        return {};
    }
    if (total < 1) {
        return QCoreApplication::translate("ui::format", "less than a minute");
    }
    if (total < 60) {
        return QCoreApplication::translate("ui::format", "%1 min").arg(count(total, locale));
    }
    return QCoreApplication::translate("ui::format", "%1 h %2 min")
        .arg(count(total / 60, locale), count(total % 60, locale));
}

QString count(qint64 number, const QLocale& locale)
{
    return locale.toString(number);
}

QString plainNumber(qint64 number, const QLocale& locale)
{
    return withDigitsOf(locale, QString::number(number));
}

QString items(qint64 number, const QLocale& locale)
{
    return QCoreApplication::translate("ui::format", "%1 item(s)", nullptr, forPlural(number))
        .arg(count(number, locale));
}

QString tracks(qint64 number, const QLocale& locale)
{
    return QCoreApplication::translate("ui::format", "%1 track(s)", nullptr, forPlural(number))
        .arg(count(number, locale));
}

QString albums(qint64 number, const QLocale& locale)
{
    return QCoreApplication::translate("ui::format", "%1 album(s)", nullptr, forPlural(number))
        .arg(count(number, locale));
}

QString artists(qint64 number, const QLocale& locale)
{
    return QCoreApplication::translate("ui::format", "%1 artist(s)", nullptr, forPlural(number))
        .arg(count(number, locale));
}

QString date(qint64 epochSeconds, const QLocale& locale)
{
    return epochSeconds <= 0
        ? QString()
        : locale.toString(QDateTime::fromSecsSinceEpoch(epochSeconds).date(), QLocale::ShortFormat);
}

QString ago(qint64 epochSeconds, qint64 now, const QLocale& locale)
{
    if (epochSeconds <= 0) {
        return {};
    }
    const qint64 s = now - epochSeconds;
    if (s < 60) {
        return QCoreApplication::translate("ui::format", "just now");
    }
    if (s < 3600) {
        return QCoreApplication::translate("ui::format", "%1 min ago").arg(count(s / 60, locale));
    }
    if (s < 24 * 3600) {
        return QCoreApplication::translate("ui::format", "%1 h ago").arg(count(s / 3600, locale));
    }
    if (s < 48 * 3600) {
        return QCoreApplication::translate("ui::format", "yesterday");
    }
    return date(epochSeconds, locale);
}

QString rating(const types::OptionalRating& rating, const QLocale& locale)
{
    if (!rating) {
        return QCoreApplication::translate("ui::format", "no rating");
    }
    const int halves = rating->halfStars();
    QString stars = halves / 2 > 0 || halves == 0 ? count(halves / 2, locale) : QString();
    if (halves % 2 == 1) {
        stars += QChar(0xbd);
    }
    return halves == 2 ? QCoreApplication::translate("ui::format", "1 star")
                       : QCoreApplication::translate("ui::format", "%1 stars").arg(stars);
}

QString rating(const types::SharedRating& shared, const QLocale& locale)
{
    return shared.isMixed ? QCoreApplication::translate("ui::format", "different ratings")
                          : rating(shared.rating, locale);
}

QString quality(const QString& codec, int bitrateKbps, const QLocale& locale)
{
    const QString name = codec.toUpper();
    return bitrateKbps <= 0 ? name
                            : QCoreApplication::translate("ui::format", "%1 %2 kbit/s")
                                  .arg(name, plainNumber(bitrateKbps, locale))
                                  .trimmed();
}

QString label(const QString& name)
{
    return QString(name).replace(u'&', u"&&"_s);
}

QString server(const QString& name, const QString& owner)
{
    return owner.isEmpty()
        ? name
        : QCoreApplication::translate("ui::format", "%1 – shared by %2", "server, user")
              .arg(name, owner);
}

QString advice(const util::Error& error)
{
    using Code = util::Error::Code;
    if (error.message.contains(". "_L1)) {
        return {}; // more than the fact: it has its own
    }
    switch (error.code) {
    case Code::Offline:
    case Code::Timeout:
        return QCoreApplication::translate(
            "ui::format", "Check that the server runs and that this computer is online.");
    case Code::Unauthorised:
        return QCoreApplication::translate(
            "ui::format", "Enter a valid token in Settings, under Connection.");
    case Code::Forbidden:
        return QCoreApplication::translate("ui::format", "Ask the server's owner for permission.");
    case Code::Tls:
        return QCoreApplication::translate(
            "ui::format", "The server's certificate is not trusted. Check the address.");
    case Code::RateLimited:
        return QCoreApplication::translate(
            "ui::format", "The server asks for a pause. Try again in a moment.");
    case Code::Storage:
    case Code::Database:
        return QCoreApplication::translate(
            "ui::format", "Check that the disk has room and can be written to.");
    case Code::NotFound:
        return QCoreApplication::translate(
            "ui::format", "It may have been removed from the server.");
    default:
        return {};
    }
}

} // namespace ui::format
