// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/pagestore.h"

#include "core/demo/itemwriter.h"

namespace demo {

namespace {

constexpr quint32 kBlockRows = 512;

} // namespace

PageStore::PageStore(const Model& model)
    : m_model(model)
    , m_rowVersion(model.state.rowVersion())
{
    if (!m_file.open()) {
        return;
    }
    const quint32 count = model.music.trackCount();
    WriteOptions options;
    options.guids = true; // as clients ask that look for recordings
    std::vector<qint64> ends;
    ends.reserve(count);
    qint64 written = 0;
    for (quint32 first = 0; first < count; first += kBlockRows) {
        Writer out(Writer::Format::Json, kBlockRows * 2048);
        ItemWriter writer(model, kOwner, out);
        for (quint32 i = first; i < std::min(count, first + kBlockRows); ++i) {
            writer.write({ Kind::Track, i }, options);
            ends.push_back(written + out.size());
        }
        const QByteArray block = out.takeFragment();
        if (m_file.write(block) != block.size()) {
            return;
        }
        written += block.size();
    }
    if (m_file.flush() && written > 0) {
        m_bytes = m_file.map(0, written);
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
    // Between the rows of a block stands a comma, between blocks nothing.
    const qint64 from = track == 0 ? 0 : m_ends[track - 1] + (track % kBlockRows == 0 ? 0 : 1);
    return QByteArrayView(m_bytes + from, m_ends[track] - from);
}

} // namespace demo
