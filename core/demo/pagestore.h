// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/model.h"

#include <QTemporaryFile>

namespace demo {

/// All tracks as the JSON of a listing with external ids, written once, so that pages of any size
/// and order are only copied: a benchmark then measures the client.
///
/// In an unnamed temporary file of about 1.7 KB a track that is mapped, not in memory of our own.
class PageStore
{
public:
    /// Writes every track. Cost: about 7 µs each. An unwritable disk leaves the store empty.
    explicit PageStore(const Model& model);
    ~PageStore();
    Q_DISABLE_COPY_MOVE(PageStore)

    /// The track's JSON object; nothing when it has changed since and must be written anew.
    [[nodiscard]] std::optional<QByteArrayView> row(quint32 track) const;

private:
    const Model& m_model;
    QTemporaryFile m_file;
    uchar* m_bytes = nullptr;
    std::vector<qint64> m_ends;
    quint64 m_rowVersion;
};

} // namespace demo
