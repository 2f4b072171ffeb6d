// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/pins.h"

#include "core/account/settings.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;
using util::Error;

namespace account {
namespace {

constexpr int kHttpsPort = 443;
constexpr qsizetype kFingerprint = 32;

QString writePin(const Pin& pin)
{
    const QJsonObject object { { u"host"_s, pin.host }, { u"port"_s, pin.port },
        { u"sha256"_s, QString::fromLatin1(pin.sha256.toHex()) } };
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Pin parsePin(const QString& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    return { object["host"_L1].toString(), object["port"_L1].toInt(),
        QByteArray::fromHex(object["sha256"_L1].toString().toLatin1()) };
}

/// Hosts that have no business with a certificate of their own: whatever answers there is a fake.
bool isOfTheCloud(const QString& host)
{
    const QString name = host.toLower();
    return name == "plex.tv"_L1 || name.endsWith(".plex.tv"_L1) || name == "themoviedb.org"_L1
        || name.endsWith(".themoviedb.org"_L1);
}

bool isAt(const Pin& pin, const QString& host, int port)
{
    return pin.port == port && pin.host.compare(host, Qt::CaseInsensitive) == 0;
}

} // namespace

Pins::Pins(settings::Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
{
}

QList<Pin> Pins::all() const
{
    QList<Pin> pins;
    const QStringList stored = m_settings.value(kPins);
    for (const QString& text : stored) {
        const Pin pin = parsePin(text);
        if (!pin.host.isEmpty() && pin.port > 0 && pin.sha256.size() == kFingerprint) {
            pins.append(pin);
        }
    }
    return pins;
}

QByteArray Pins::fingerprintFor(const QUrl& url) const
{
    if (url.scheme() != "https"_L1) {
        return {};
    }
    const QList<Pin> pins = all();
    const auto found = std::ranges::find_if(
        pins, [&url](const Pin& pin) { return isAt(pin, url.host(), url.port(kHttpsPort)); });
    return found == pins.end() ? QByteArray() : found->sha256;
}

util::Result<void> Pins::pin(const QUrl& url, const QByteArray& sha256)
{
    if (url.scheme() != "https"_L1 || url.host().isEmpty() || sha256.size() != kFingerprint
        || isOfTheCloud(url.host())) {
        return Error { Error::Code::InvalidInput,
            tr("The certificate of this address cannot be trusted by hand."),
            u"no https address of a server, or no fingerprint"_s, 0, {} };
    }
    QList<Pin> pins = all();
    const int port = url.port(kHttpsPort);
    pins.removeIf([&url, port](const Pin& pin) { return isAt(pin, url.host(), port); });
    pins.append({ url.host(), port, sha256 });
    store(pins);
    return {};
}

void Pins::remove(const QString& host, int port)
{
    QList<Pin> pins = all();
    pins.removeIf([&host, port](const Pin& pin) { return isAt(pin, host, port); });
    store(pins);
}

void Pins::store(const QList<Pin>& pins)
{
    QStringList texts;
    for (const Pin& pin : pins) {
        texts.append(writePin(pin));
    }
    m_settings.set(kPins, texts);
    Q_EMIT changed();
}

} // namespace account
