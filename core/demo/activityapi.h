// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/activity.h"
#include "core/demo/router.h"

#include <QList>

namespace demo {

struct Model;

/// What the server is doing by itself, for its owner: others get 403.
class ActivityApi
{
public:
    explicit ActivityApi(Model& model)
        : m_model(model)
    {
    }

    void addRoutes(Router& router);
    /// These are all from now on; who listens is told what began, went on and ended.
    void set(const QList<Activity>& activities);

private:
    struct Running
    {
        Activity activity {};
        qint64 since = 0; ///< epoch seconds
    };

    [[nodiscard]] Response list(const Call& call);
    [[nodiscard]] Response cancel(const Call& call);
    /// GET /library/sections/{}/refresh: begins a scan, which takes a while.
    [[nodiscard]] Response refresh(const Call& call);
    void begin(const Activity& activity);
    /// Ends what has had its time.
    void advance();
    [[nodiscard]] static Activity now(const Running& running, qint64 time);

    Model& m_model;
    QList<Running> m_running;
    int m_scans = 0;
};

} // namespace demo
