// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journal.h"
#include "core/change/operation.h"

#include <QHash>

namespace change {

/// A step that the server answered without doing it.
struct Refusal
{
    Step step {};
    util::Error error {};
    Observed observed {}; ///< what the server holds; without anything in it if unknown
};

/// A step of which only a part can be done.
struct Part
{
    Step step {};
    QJsonObject held {}; ///< what was done, as the step's payload from now on
    QJsonObject rest {}; ///< what was not
    util::Error error {}; ///< why
};

/// What became of the steps of one Delivery. Each step is in one list at most; one that is in none
/// stays as the journal has it: sent, and looked up before it is sent again.
struct Outcome
{
    /// After so many answers of a working server that did not do it, a step has failed.
    static constexpr int kRefusals = 3;

    QList<Step> verified {};
    QList<Step> again {}; ///< not sent this time, or refused unread: the attempt does not count
    QList<Step> refused {}; ///< not done by a working server; tried again a few times
    QList<Refusal> unproved {}; ///< not done by a server that may be ill; tried again
    QList<std::pair<Step, util::Error>> failed {};
    QList<Part> parts {}; ///< done so far, and no further
    QList<Alias> aliases {}; ///< of what verified steps and parts made
    /// By step, for those that ended: the payload that makes the cache show what the server holds.
    QHash<qint64, QJsonObject> shown {};
    /// Why sending stops for a while; empty if it can go on.
    std::optional<util::Error> pause {};
    bool hasKept = false; ///< the server was seen to do something that it was sent just now
    /// The server was given up meanwhile: nothing more is known of the steps.
    bool isStopped = false;

    /// Counts a refusal by a working server; the last that is allowed makes the step a failed one.
    void count(const Refusal& refusal);
    /// The step was read back: it is done.
    void verify(const Step& step, const Observed& observed);
    /// The step is given up, but for what the server holds of it.
    void fail(const Step& step, const util::Error& error, const Observed& observed);

private:
    void show(const Step& step, const Observed& observed);
};

} // namespace change
