// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rating/valuechips.h"

#include "ui/common/flowlayout.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kAll = 11; // beside the half stars 0–10

} // namespace

ValueChips::ValueChips(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_all(new QPushButton)
{
    setObjectName(u"ratingValues"_s);
    setAccessibleName(tr("Show only this rating"));
    auto* flow = new FlowLayout(space::kS);
    const auto add = [this, flow](QPushButton* chip, int id) {
        chip->setObjectName(u"ratingValue%1"_s.arg(id));
        chip->setCheckable(true);
        m_group->addButton(chip, id);
        flow->addWidget(chip);
    };
    add(m_all, kAll);
    for (int halves = 10; halves >= 0; --halves) {
        add(new QPushButton, halves);
    }
    auto* around = new QVBoxLayout(this); // a flow has no margins of its own
    around->setContentsMargins(space::kL, 0, space::kL, space::kS);
    around->addLayout(flow);
    m_all->setChecked(true);
    connect(m_group, &QButtonGroup::idClicked, this, &ValueChips::valueChosen);
    setCounts({});
}

void ValueChips::setCounts(const library::RatedCounts& counts)
{
    for (int halves = 0; halves <= 10; ++halves) {
        const qint64 count = counts.byHalfStars.at(size_t(halves));
        QAbstractButton* chip = m_group->button(halves);
        const QString rating
            = format::rating(types::OptionalRating(types::Rating::fromPlex(halves)));
        chip->setText(
            tr("%1 · %2", "a rating, how many have it").arg(rating, format::count(count)));
        chip->setVisible(count > 0);
        if (count == 0 && chip->isChecked()) {
            m_all->setChecked(true);
            Q_EMIT valueChosen();
        }
    }
    m_all->setText(tr("All · %1").arg(format::count(counts.total())));
}

std::optional<int> ValueChips::value() const
{
    const int id = m_group->checkedId();
    return id >= 0 && id < kAll ? std::optional(id) : std::nullopt;
}

void ValueChips::setValue(std::optional<int> halfStars)
{
    m_group->button(halfStars.value_or(kAll))->setChecked(true);
}

} // namespace ui
