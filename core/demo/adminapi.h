// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/model.h"
#include "core/demo/router.h"

namespace demo {

/// What only the owner may see: accounts, devices, settings.
class AdminApi
{
public:
    explicit AdminApi(Model& model);

    void addRoutes(Router& router);

private:
    struct Setting
    {
        QByteArray id {};
        QByteArray label {};
        QByteArray type {}; ///< "bool", "int", "text"
        QByteArray standard {};
        QByteArray value {};
    };

    [[nodiscard]] Response accounts(const Call& call) const;
    [[nodiscard]] Response devices(const Call& call) const;
    [[nodiscard]] Response settings(const Call& call) const;
    [[nodiscard]] Response change(const Call& call);

    Model& m_model;
    std::vector<Setting> m_settings;
};

} // namespace demo
