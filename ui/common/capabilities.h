// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/capability.h"

#include <QHash>
#include <QObject>

class QAction;
class QWidget;

namespace ui {

/// What can be done now, and what everything that does it looks like then: an action or a button
/// whose feature is missing is disabled and says why, as its tooltip and to screen readers.
///
/// Whatever is bound here is enabled and given tooltips by nobody else. Both may die before the
/// other.
class Capabilities final : public QObject
{
    Q_OBJECT

public:
    /// Until something is set nothing can be done.
    explicit Capabilities(QObject* parent = nullptr);

    void set(const QList<account::Capability>& all);
    [[nodiscard]] const QList<account::Capability>& all() const { return m_all; }
    [[nodiscard]] bool can(account::Feature feature) const { return of(feature).available; }
    /// Why not, a sentence; empty if it can be done.
    [[nodiscard]] QString reason(account::Feature feature) const { return of(feature).reason; }

    /// Not yet, but perhaps in a moment: the server is just being connected.
    [[nodiscard]] bool isComing(account::Feature feature) const { return of(feature).isComing; }

    /// From now on @p target needs @p feature. Its present tooltip is the one it has otherwise.
    void bind(QAction& target, account::Feature feature);
    void bind(QWidget& target, account::Feature feature);
    /// What else than the feature a bound target waits for is there, or not.
    void allow(QObject& target, bool isAllowed);
    /// Whether a bound target needs its feature just now: to pause needs no server.
    void need(QObject& target, bool isNeeded);
    /// The tooltip of a bound target while it can be used.
    void describe(QObject& target, const QString& toolTip);

Q_SIGNALS:
    void changed();

private:
    struct Binding
    {
        QAction* action = nullptr; ///< either this or the widget
        QWidget* widget = nullptr;
        account::Feature feature = account::Feature::Browse;
        bool isAllowed = true;
        bool isNeeded = true;
        QString toolTip {};
    };
    [[nodiscard]] account::Capability of(account::Feature feature) const;
    void add(QObject& target, const Binding& binding);
    void apply(const Binding& binding) const;

    QList<account::Capability> m_all;
    QHash<QObject*, Binding> m_bound;
};

} // namespace ui
