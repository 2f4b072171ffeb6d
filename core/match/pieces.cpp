// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/pieces.h"

#include <algorithm>
#include <atomic>
#include <memory>

namespace match {

namespace {

/// The stages under way; shared by the jobs that do their pieces.
struct Run : std::enable_shared_from_this<Run>
{
    Run(QThreadPool& on, std::vector<std::function<Stage()>> list, std::function<void()> end,
        std::stop_token token)
        : pool(on)
        , stages(std::move(list))
        , done(std::move(end))
        , stop(std::move(token))
    {
    }

    /// Begins the next stage that has something to do.
    void advance()
    {
        while (!stop.stop_requested() && at < stages.size()) {
            stage = stages[at++]();
            if (stage.count > 0) {
                begin();
                return;
            }
        }
        done();
    }

    void begin()
    {
        stage.piece = std::max<qsizetype>(stage.piece, 1);
        const qsizetype pieces = (stage.count + stage.piece - 1) / stage.piece;
        const int workers = int(std::min<qsizetype>(pieces, std::max(pool.maxThreadCount(), 1)));
        next = 0;
        working = workers;
        for (int worker = 0; worker < workers; ++worker) {
            pool.start([self = shared_from_this(), worker] { self->work(worker); });
        }
    }

    void work(int worker)
    {
        while (!stop.stop_requested()) {
            const qsizetype first = next.fetch_add(stage.piece);
            if (first >= stage.count) {
                break;
            }
            stage.work(first, std::min(first + stage.piece, stage.count), worker);
        }
        if (working.fetch_sub(1) == 1) {
            advance();
        }
    }

    QThreadPool& pool;
    std::vector<std::function<Stage()>> stages;
    std::function<void()> done;
    std::stop_token stop;
    size_t at = 0;
    Stage stage;
    std::atomic<qsizetype> next = 0;
    std::atomic<int> working = 0;
};

} // namespace

void runStages(QThreadPool& pool, std::vector<std::function<Stage()>> stages,
    std::function<void()> done, std::stop_token stop)
{
    const auto run
        = std::make_shared<Run>(pool, std::move(stages), std::move(done), std::move(stop));
    pool.start([run] { run->advance(); });
}

} // namespace match
