// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/model.h"
#include "core/demo/router.h"

#include <QSet>

namespace demo {

/// The universal transcoder for music: decision, start, ping, stop.
///
/// There is no encoder: a conversion streams the file's own audio in the file's own container and
/// says so in the decision, whatever container was asked for. Real servers do that too at times.
class TranscodeApi
{
public:
    explicit TranscodeApi(const Model& model)
        : m_model(model)
    {
    }

    void addRoutes(Router& router);

private:
    /// What the server thinks of a request; codes as in its answer, 0 = not said.
    struct Decision
    {
        int status = 200; ///< anything else: the request is refused as a whole
        quint32 track = 0;
        QString protocol {};
        bool isDirectPlayOff = false; ///< the client does not want it
        int general = 0;
        int directPlay = 0;
        int transcode = 0;
    };

    [[nodiscard]] Decision decide(const Call& call) const;
    [[nodiscard]] Response decision(const Call& call);
    [[nodiscard]] Response start(const Call& call);
    [[nodiscard]] Response ping(const Call& call) const;
    [[nodiscard]] Response stop(const Call& call);

    void remember(const Call& call);
    void writeCodes(Writer& out, const Decision& decision) const;
    void writeTrack(Writer& out, const Decision& decision) const;
    void writeMedia(Writer& out, const Decision& decision, const Track& track) const;
    void writePart(Writer& out, const Decision& decision, const Track& track) const;

    const Model& m_model;
    QSet<QString> m_sessions; ///< ids that clients chose
};

} // namespace demo
