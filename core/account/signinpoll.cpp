// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/signinpoll.h"

#include <algorithm>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Result;

namespace account {
namespace {

constexpr std::chrono::milliseconds kFirstPause { 1000 };
constexpr std::chrono::milliseconds kLongestPause { 5000 };
constexpr std::chrono::milliseconds kLongestPatience { 60'000 }; // the code is not good for ever
constexpr std::chrono::seconds kUsualLife { 900 }; // where the answer does not say

} // namespace

SignInPoll::SignInPoll(
    std::shared_ptr<plex::PlexTv> plexTv, plex::Pin pin, std::stop_token stop, QObject* parent)
    : QObject(parent)
    , m_plexTv(std::move(plexTv))
    , m_pin(std::move(pin))
    , m_pause(kFirstPause)
{
    m_next.setObjectName(u"nextPoll"_s);
    m_next.setSingleShot(true);
    m_end.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &SignInPoll::ask);
    connect(&m_end, &QTimer::timeout, this, [this] {
        finish(Error { Error::Code::Timeout,
            tr("The code has expired before the sign-in was confirmed. Begin again."),
            u"pin expired"_s, 0, {} });
    });
    m_end.start(m_pin.expiresIn.count() > 0 ? m_pin.expiresIn : kUsualLife);
    m_next.start(m_pause);
    // May be called in any thread; the destructor of m_onStop waits for this function.
    m_onStop.emplace(std::move(stop), [this] {
        QMetaObject::invokeMethod(
            this, [this] { finish(Error::cancelled()); }, Qt::QueuedConnection);
    });
}

void SignInPoll::ask()
{
    async::deliver(m_plexTv->pollPin(m_pin, m_asking.get_token()), this,
        [this](const Result<plex::Pin>& answer) { take(answer); });
}

void SignInPoll::take(const Result<plex::Pin>& answer)
{
    if (answer && !answer->token.isEmpty()) {
        finish(answer->token);
        return;
    }
    if (!answer && answer.error().code == Error::Code::NotFound) {
        finish(Error { Error::Code::Timeout,
            tr("The code has expired before the sign-in was confirmed. Begin again."),
            u"pin unknown"_s, 0, {} });
        return;
    }
    // A network that fails says nothing about the code; one that asks for patience gets it.
    const bool isBusy = !answer && answer.error().code == Error::Code::RateLimited;
    m_pause = isBusy ? kLongestPause : std::min(m_pause + m_pause / 10, kLongestPause);
    const std::chrono::milliseconds asked = answer
        ? std::chrono::seconds(0)
        : answer.error().retryAfter.value_or(std::chrono::seconds(0));
    m_next.start(std::clamp(asked, m_pause, kLongestPatience));
}

void SignInPoll::finish(Result<util::SecretString> result)
{
    m_next.stop();
    m_end.stop();
    m_asking.request_stop();
    m_promise.finish(std::move(result));
    deleteLater();
}

} // namespace account
