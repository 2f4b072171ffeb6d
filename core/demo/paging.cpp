// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/paging.h"

namespace demo {

Paging::Paging(const Model& model, const Request& request, qsizetype total, qsizetype forcedSize)
    : m_total(total)
    , m_omitsTotal(model.omitsTotalSize)
{
    const QString start = request.valueOrHeader(u"X-Plex-Container-Start");
    const QString size = request.valueOrHeader(u"X-Plex-Container-Size");
    bool hasSize = false;
    qsizetype wanted = size.toInt(&hasSize);
    if (model.ignoresPaging) {
        hasSize = false;
        forcedSize = 0;
    }
    m_isPaged = hasSize || forcedSize > 0;
    if (!hasSize) {
        wanted = forcedSize > 0 ? forcedSize : total;
    }
    if (hasSize && model.maximumPageRows > 0) {
        wanted = std::min<qsizetype>(wanted, model.maximumPageRows);
    }
    m_first = m_isPaged ? std::clamp<qsizetype>(start.toInt(), 0, total) : 0;
    m_count = std::clamp<qsizetype>(wanted, 0, total - m_first);
}

void Paging::writeAttributes(Writer& out) const
{
    out.number("size", m_count);
    if (m_isPaged) {
        if (!m_omitsTotal) {
            out.number("totalSize", m_total);
        }
        out.number("offset", m_first);
    }
}

void Paging::addHeaders(Response& response) const
{
    if (m_isPaged && !m_omitsTotal) {
        response.headers.emplaceBack("X-Plex-Container-Start", QByteArray::number(m_first));
        response.headers.emplaceBack("X-Plex-Container-Total-Size", QByteArray::number(m_total));
    }
}

Response reply(Writer& out)
{
    Response response;
    response.contentType = out.contentType();
    response.body = out.finish();
    return response;
}

} // namespace demo
