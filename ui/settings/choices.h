// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

#include <QComboBox>

class QBoxLayout;

/// A setting and what can be chosen for it, as one line of a card. What is chosen applies at once,
/// and what changes elsewhere is shown.
namespace ui::choices {

/// @param text  what is chosen, also for screen readers
[[nodiscard]] QBoxLayout* line(const QString& text, QComboBox* box);
/// What explains a line, below it.
[[nodiscard]] QWidget* hint(const QString& text);
/// Buttons beside each other, as wide as their texts.
[[nodiscard]] QLayout* buttons(const QList<QWidget*>& widgets);

/// Calls @p show now, and whenever the setting of that name has another value.
template <class Show>
void follow(QObject* context, settings::Settings& settings, const char* key, Show show)
{
    show();
    QObject::connect(&settings, &settings::Settings::changed, context,
        [key = QString::fromLatin1(key), show](const QString& changed) {
            if (changed == key) {
                show();
            }
        });
}

/// The data of the box's items are the values: numbers of an enum, or whole numbers.
template <class T>
void bind(QComboBox* box, settings::Settings& settings, const settings::Setting<T>& setting)
{
    follow(box, settings, setting.key, [box, &settings, setting] {
        box->setCurrentIndex(box->findData(int(settings.value(setting))));
    });
    QObject::connect(box, &QComboBox::activated, box, [box, &settings, setting] {
        settings.set(setting, static_cast<T>(box->currentData().toInt()));
    });
}

void bind(QComboBox* box, settings::Settings& settings, const settings::Setting<QString>& setting);

} // namespace ui::choices
