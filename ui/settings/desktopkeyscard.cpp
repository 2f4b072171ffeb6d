// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/desktopkeyscard.h"

#include "ui/common/behaviour.h"
#include "ui/common/sectioncard.h"
#include "ui/common/textlabel.h"
#include "ui/settings/choices.h"
#include "ui/settings/keyline.h"

#include <QBoxLayout>
#include <QCheckBox>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QCheckBox* box(const QString& name, const QString& text, settings::Settings& settings,
    const settings::Setting<bool>& setting)
{
    auto* made = new QCheckBox(text);
    made->setObjectName(name);
    choices::follow(made, settings, setting.key,
        [made, &settings, setting] { made->setChecked(settings.value(setting)); });
    QObject::connect(made, &QCheckBox::clicked, made,
        [&settings, setting](bool isOn) { settings.set(setting, isOn); });
    return made;
}

} // namespace

DesktopKeysCard::DesktopKeysCard(KeyMap& keys, settings::Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_impossible(new TextLabel(TextRole::Body, Tone::Danger))
{
    auto* card = new SectionCard(tr("Anywhere on the desktop"),
        tr("These keys work while another program has the focus, and no other program gets them. "
           "None is taken unless it is chosen here."));
    m_impossible->setObjectName(u"settingsNoDesktopKeys"_s);
    m_impossible->setWordWrap(true);
    m_impossible->hide();
    card->add(m_impossible);
    for (const ActionSpec& action : keys.actions()) {
        if (action.scope == ActionScope::Desktop) {
            auto* line = new KeyLine(keys, action);
            m_lines.insert(QLatin1String(action.id), line);
            card->add(line);
        }
    }
    card->add(box(u"settingsTellsRatings"_s,
        tr("Show a notification of what was rated outside of the window"), settings,
        behaviour::kTellsRatings));
    card->add(box(u"settingsTellsTracks"_s, tr("Show a notification when a track begins"), settings,
        behaviour::kTellsTracks));
    card->add(
        box(u"settingsAsksAtEnd"_s, tr("Ask for stars 20 seconds before an unrated track ends"),
            settings, behaviour::kAsksAtEnd));
    card->add(choices::hint(tr("Tracks are not announced while PlexM8 is in front.")));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
}

void DesktopKeysCard::showState(const DesktopKeys& keys)
{
    m_impossible->setText(keys.impossible);
    m_impossible->setVisible(!keys.impossible.isEmpty());
    for (auto line = m_lines.cbegin(); line != m_lines.cend(); ++line) {
        (*line)->setEnabled(keys.impossible.isEmpty());
        (*line)->setFault(keys.faults.value(line.key()));
    }
}

} // namespace ui
