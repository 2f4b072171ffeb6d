// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/coverlabel.h"

#include "ui/common/covers.h"
#include "ui/common/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

CoverLabel::CoverLabel(Covers& covers, int side, QWidget* parent)
    : QWidget(parent)
    , m_covers(covers)
    , m_side(side)
    , m_icon(u"album"_s)
{
    onTextSize(this, [this] { setSide(m_side); });
    connect(&covers, &Covers::arrived, this, [this](const QString& thumb) {
        if (thumb == m_thumb) {
            update();
        }
    });
}

void CoverLabel::setSide(int side)
{
    m_side = side;
    setFixedSize(scaledCover(side), scaledCover(side));
}

void CoverLabel::setCover(const QString& thumb, const QString& iconName)
{
    m_thumb = thumb;
    m_icon = iconName;
    update();
}

double CoverLabel::radius() const
{
    return width() > 100 ? space::kCardRadius : space::kXs;
}

void CoverLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_covers.paint(&painter, rect(), m_thumb, m_icon, palette(), radius());
}

} // namespace ui
