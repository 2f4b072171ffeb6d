// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/model.h"
#include "core/demo/router.h"

namespace demo {

/// The media type of an audio file, by the ending of its name.
[[nodiscard]] QByteArray contentType(const QString& file);

/// Bytes: parts with Range, pictures in their own and in other sizes.
class MediaApi
{
public:
    explicit MediaApi(const Model& model)
        : m_model(model)
    {
    }

    void addRoutes(Router& router);

private:
    /// A picture the server has, before scaling.
    struct Source
    {
        quint64 seed = 0;
        QSize size {};
        QImage image {}; ///< embedded in a file; null = paint from the seed
    };

    [[nodiscard]] Response part(const Call& call) const;
    [[nodiscard]] Response picture(const Call& call) const;
    [[nodiscard]] Response transcode(const Call& call) const;
    [[nodiscard]] std::optional<Source> find(const QString& path) const;

    const Model& m_model;
};

} // namespace demo
