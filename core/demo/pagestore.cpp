// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/pagestore.h"

#include "core/demo/itemwriter.h"

namespace demo {

PageStore::PageStore(const Model& model)
    : m_model(model)
    , m_rowVersion(model.state.rowVersion())
{
    if (!m_file.open()) {
        return;
    }
    constexpr qsizetype blockSize = 1024 * 1024;
    const quint32 count = model.music.trackCount();
    std::vector<qint64> ends;
    ends.reserve(count);
    QByteArray block;
    block.reserve(blockSize + 8192);
    qint64 end = 0;
    for (quint32 i = 0; i < count; ++i) {
        Writer out(Writer::Format::Json, 2048);
        ItemWriter(model, kOwner, out).write({ Kind::Track, i });
        const QByteArray row = out.takeFragment();
        block += row;
        end += row.size();
        ends.push_back(end);
        if (block.size() >= blockSize || i + 1 == count) {
            if (m_file.write(block) != block.size()) {
                return;
            }
            block.resize(0);
        }
    }
    if (m_file.flush() && end > 0) {
        m_bytes = m_file.map(0, end);
    }
    if (m_bytes) {
        m_ends = std::move(ends);
    }
}

PageStore::~PageStore()
{
    if (m_bytes) {
        m_file.unmap(m_bytes);
    }
}

std::optional<QByteArrayView> PageStore::row(quint32 track) const
{
    if (track >= m_ends.size() || m_model.state.rowVersion() != m_rowVersion
        || m_model.state.hasMark(kOwner, { Kind::Track, track })) {
        return std::nullopt;
    }
    const qint64 from = track == 0 ? 0 : m_ends[track - 1];
    return QByteArrayView(m_bytes + from, m_ends[track] - from);
}

} // namespace demo
