// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plex/plextv.h"

#include <QElapsedTimer>
#include <QTimer>

namespace account {

/// Asks plex.tv until a sign-in was confirmed. Deletes itself when that is decided.
///
/// Thread: UI.
class SignInPoll : public QObject
{
    Q_OBJECT
public:
    /// @param plexTv  shared with nobody else: it lives as long as the poll
    SignInPoll(
        std::shared_ptr<plex::PlexTv> plexTv, plex::Pin pin, std::stop_token stop, QObject* parent);

    /// The account token. Errors: Timeout when the code has expired, Cancelled.
    [[nodiscard]] util::Future<util::SecretString> token() const { return m_promise.future(); }

private:
    void ask();
    void take(const util::Result<plex::Pin>& answer);
    void finish(util::Result<util::SecretString> result);

    std::shared_ptr<plex::PlexTv> m_plexTv;
    plex::Pin m_pin;
    util::Promise<util::SecretString> m_promise;
    std::stop_source m_asking;
    QTimer m_next { this };
    QTimer m_end { this };
    std::chrono::milliseconds m_pause;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace account
