// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/capabilities.h"

#include "ui/common/textlabel.h"

#include <QAction>
#include <QWidget>
#include <algorithm>

namespace ui {

Capabilities::Capabilities(QObject* parent)
    : QObject(parent)
{
}

void Capabilities::set(const QList<account::Capability>& all)
{
    if (all == m_all) {
        return;
    }
    m_all = all;
    for (const Binding& binding : std::as_const(m_bound)) {
        apply(binding);
    }
    Q_EMIT changed();
}

account::Capability Capabilities::of(account::Feature feature) const
{
    const auto found = std::ranges::find(m_all, feature, &account::Capability::feature);
    return found == m_all.end() ? account::Capability {} : *found;
}

void Capabilities::bind(QAction& target, account::Feature feature)
{
    // An action without a tooltip shows its text as one.
    const bool isOwn = target.toolTip() != QAction(target.text()).toolTip();
    add(target,
        { .action = &target, .feature = feature, .toolTip = isOwn ? target.toolTip() : QString() });
}

void Capabilities::bind(QWidget& target, account::Feature feature)
{
    add(target, { .widget = &target, .feature = feature, .toolTip = target.toolTip() });
}

void Capabilities::add(QObject& target, const Binding& binding)
{
    m_bound.insert(&target, binding);
    connect(&target, &QObject::destroyed, this, [this](QObject* gone) { m_bound.remove(gone); });
    apply(binding);
}

void Capabilities::allow(QObject& target, bool isAllowed)
{
    Q_ASSERT(m_bound.contains(&target));
    m_bound[&target].isAllowed = isAllowed;
    apply(m_bound[&target]);
}

void Capabilities::need(QObject& target, bool isNeeded)
{
    Q_ASSERT(m_bound.contains(&target));
    m_bound[&target].isNeeded = isNeeded;
    apply(m_bound[&target]);
}

void Capabilities::describe(QObject& target, const QString& toolTip)
{
    Q_ASSERT(m_bound.contains(&target));
    m_bound[&target].toolTip = toolTip;
    apply(m_bound[&target]);
}

void Capabilities::apply(const Binding& binding) const
{
    const account::Capability capability = of(binding.feature);
    const bool isMissing = binding.isNeeded && !capability.available;
    const bool isEnabled = binding.isAllowed && !isMissing;
    const QString reason = isMissing ? capability.reason : QString();
    const QString toolTip = reason.isEmpty() ? binding.toolTip : plainToolTip(reason);
    if (binding.action) {
        binding.action->setEnabled(isEnabled);
        binding.action->setToolTip(toolTip);
        return;
    }
    binding.widget->setEnabled(isEnabled);
    binding.widget->setToolTip(toolTip);
    binding.widget->setAccessibleDescription(reason);
}

} // namespace ui
