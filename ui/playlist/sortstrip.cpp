// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/sortstrip.h"

#include "ui/common/textlabel.h"
#include "ui/common/trackcolumns.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

SortStrip::SortStrip(QWidget* parent)
    : QWidget(parent)
    , m_text(new TextLabel(TextRole::Caption, Tone::Secondary))
    , m_save(new QPushButton(tr("Save this order")))
{
    setObjectName(u"sortStrip"_s);
    m_text->setObjectName(u"sortStripText"_s);
    m_save->setObjectName(u"saveOrder"_s);
    auto* own = new QPushButton(tr("Back to its own order"));
    own->setObjectName(u"ownOrder"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kL, 0, space::kL, space::kS);
    row->setSpacing(space::kS);
    row->addWidget(m_text, 1);
    row->addWidget(own);
    row->addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &SortStrip::saveRequested);
    connect(own, &QPushButton::clicked, this, &SortStrip::ownOrderRequested);
    hide();
}

void SortStrip::showSort(const QList<library::SortKey>& keys, bool canSave)
{
    setVisible(!keys.isEmpty());
    if (keys.isEmpty()) {
        return;
    }
    QStringList columns;
    for (const library::SortKey& key : keys) {
        for (const TrackColumnSpec& spec : trackColumns()) {
            if (spec.sort == key.sort) {
                columns.append(trackColumnTitle(spec.column));
                break;
            }
        }
    }
    m_text->setText(tr("Sorted by %1, only to look at: the playlist keeps its own order.")
                        .arg(columns.join(u", "_s)));
    m_save->setVisible(canSave);
}

} // namespace ui
