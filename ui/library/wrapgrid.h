// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/covergrid.h"

namespace ui {

/// Cards in as many lines as they need, all of them in sight: the page around them scrolls. The
/// arrow keys lead on to what stands above and below.
class WrapGrid final : public CoverGrid
{
    Q_OBJECT

public:
    WrapGrid(Covers& covers, Capabilities& capabilities, QWidget* parent = nullptr);

    /// As CoverGrid's, which these hide: the current card stays, and the height follows.
    void setCards(const QList<Card>& cards);
    void setDensity(Density density);

protected:
    bool event(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
};

} // namespace ui
