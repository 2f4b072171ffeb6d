// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/capabilitylist.h"

#include "ui/common/textlabel.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

CapabilityList::CapabilityList(const Capabilities& capabilities, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"capabilityList"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kS);
    const auto update = [this, &capabilities] { show(capabilities.all()); };
    connect(&capabilities, &Capabilities::changed, this, update);
    update();
}

CapabilityList::Row CapabilityList::addRow()
{
    const Row row { new TextLabel(TextRole::Body),
        new TextLabel(TextRole::Caption, Tone::Secondary),
        new TextLabel(TextRole::Caption, Tone::Secondary) };
    row.title->setWordWrap(true);
    row.reason->setWordWrap(true);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::kS);
    line->addWidget(row.title, 1);
    line->addWidget(row.state);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addLayout(line);
    texts->addWidget(row.reason);
    static_cast<QVBoxLayout*>(layout())->addLayout(texts);
    return row;
}

void CapabilityList::show(const QList<account::Capability>& all)
{
    while (m_rows.size() < all.size()) {
        m_rows.append(addRow());
    }
    for (qsizetype i = 0; i < all.size(); ++i) {
        const account::Capability& capability = all.at(i);
        const Row& row = m_rows.at(i);
        row.title->setText(capability.title);
        row.title->setTone(capability.available ? Tone::Primary : Tone::Secondary);
        row.state->setText(capability.available ? tr("possible") : tr("not possible now"));
        row.reason->setObjectName(u"reason/"_s + capability.name);
        row.reason->setText(capability.reason);
        row.reason->setVisible(!capability.reason.isEmpty());
    }
}

} // namespace ui
