// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/choices.h"

#include "ui/common/flowlayout.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>

namespace ui::choices {

QBoxLayout* line(const QString& text, QComboBox* box)
{
    auto* label = new TextLabel(text, TextRole::Body);
    label->setBuddy(box);
    label->setWordWrap(true);
    box->setAccessibleName(text);
    onTextSize(box, [box] { box->setMinimumWidth(scaled(200)); });
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout;
    row->addWidget(label, 1);
    row->addWidget(box);
    return row;
}

QWidget* hint(const QString& text)
{
    auto* label = new TextLabel(text, TextRole::Caption, Tone::Secondary);
    label->setWordWrap(true);
    return label;
}

QLayout* buttons(const QList<QWidget*>& widgets)
{
    auto* row = new FlowLayout(space::kS);
    for (QWidget* widget : widgets) {
        row->addWidget(widget);
    }
    return row;
}

void bind(QComboBox* box, settings::Settings& settings, const settings::Setting<QString>& setting)
{
    follow(box, settings, setting.key, [box, &settings, setting] {
        box->setCurrentIndex(qMax(0, box->findData(settings.value(setting))));
    });
    QObject::connect(box, &QComboBox::activated, box,
        [box, &settings, setting] { settings.set(setting, box->currentData().toString()); });
}

} // namespace ui::choices
