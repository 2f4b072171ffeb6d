// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/linesplitter.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace ui {

namespace {

class LineHandle final : public QSplitterHandle
{
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent*) override
    {
        // Qt makes a thin handle wider than it is and masks what is beside the line.
        QPainter(this).fillRect(rect(), colorsOf(palette()).border);
    }
};

} // namespace

QSplitterHandle* LineSplitter::createHandle()
{
    return new LineHandle(orientation(), this);
}

} // namespace ui
