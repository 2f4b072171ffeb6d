// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "core/util/result.h"

#include <QList>
#include <QUrl>

namespace account {

/// One certificate that the user trusts for one host and port.
struct Pin
{
    QString host {};
    int port = 0;
    QByteArray sha256 {}; ///< the fingerprint, 32 bytes
    bool operator==(const Pin&) const = default;
};

/// The certificates that the user trusts although nobody vouches for them.
///
/// Thread: UI.
class Pins : public QObject
{
    Q_OBJECT
public:
    /// @param settings  must outlive this
    explicit Pins(settings::Settings& settings, QObject* parent = nullptr);

    [[nodiscard]] QList<Pin> all() const;
    /// The fingerprint that is trusted at an address; empty if none is, as for all but https.
    [[nodiscard]] QByteArray fingerprintFor(const QUrl& url) const;
    /// Trusts one certificate at an https address, instead of what was trusted there before.
    /// Errors: InvalidInput (no https URL, no fingerprint, a host of Plex's own cloud).
    [[nodiscard]] util::Result<void> pin(const QUrl& url, const QByteArray& sha256);
    void remove(const QString& host, int port);

Q_SIGNALS:
    void changed();

private:
    void store(const QList<Pin>& pins);

    settings::Settings& m_settings;
};

} // namespace account
