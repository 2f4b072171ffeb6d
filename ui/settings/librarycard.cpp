// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/librarycard.h"

#include "core/library/settings.h"
#include "core/library/tables.h"
#include "ui/common/capabilities.h"
#include "ui/common/icons.h"
#include "ui/common/lists.h"
#include "ui/common/sectioncard.h"
#include "ui/common/textlabel.h"
#include "ui/settings/choices.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

LibraryCard::LibraryCard(library::Library& library, settings::Settings& settings,
    Capabilities& capabilities, QWidget* parent)
    : QWidget(parent)
    , m_library(library)
    , m_sections(new TextLabel(TextRole::Body))
{
    m_sections->setObjectName(u"settingsSections"_s);
    m_sections->setWordWrap(true);
    auto* often = new QComboBox;
    often->setObjectName(u"settingsSyncEvery"_s);
    often->addItem(tr("When the server tells of something"), 0);
    often->addItem(tr("Also every 15 minutes"), 15);
    often->addItem(tr("Also every hour"), 60);
    often->addItem(tr("Also every 6 hours"), 6 * 60);
    often->addItem(tr("Also once a day"), 24 * 60);
    choices::bind(often, settings, library::kSyncMinutes);
    auto* lock = new QCheckBox(tr("Lock the stars in lists against a click by mistake"));
    lock->setObjectName(u"settingsLockRatings"_s);
    choices::follow(lock, settings, lists::kLockRatings.key,
        [lock, &settings] { lock->setChecked(settings.value(lists::kLockRatings)); });
    connect(lock, &QCheckBox::clicked, this,
        [&settings](bool locked) { settings.set(lists::kLockRatings, locked); });
    auto* all = new QPushButton(icon(u"sync"_s), tr("Read everything again"));
    all->setObjectName(u"settingsFullSync"_s);
    capabilities.bind(*all, account::Feature::Sync);
    connect(all, &QPushButton::clicked, this, &LibraryCard::fullSyncRequested);
    auto* card = new SectionCard(tr("Library"),
        tr("What is new is read at each connection. Once a day everything is compared, slowly and "
           "in the background."));
    card->add(m_sections);
    card->add(choices::line(tr("Ask the server what is new"), often));
    card->add(lock);
    card->add(choices::buttons({ all }));
    card->add(choices::hint(
        tr("Where something here is not as it is on the server, this puts it right. Nothing on the "
           "server is changed.")));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(&m_library, &library::Library::opened, this, &LibraryCard::readSections);
    connect(&m_library, &library::Library::changed, this, [this](const db::ChangeSet& changes) {
        if (changes.touches(library::kSectionTable)) {
            readSections();
        }
    });
}

void LibraryCard::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    readSections();
}

void LibraryCard::readSections()
{
    (void)m_read.begin();
    if (!m_library.isOpen()) {
        m_sections->setText(tr("No library is open."));
        return;
    }
    m_read.deliver(
        m_library.sections(), this, [this](const util::Result<QList<types::Section>>& sections) {
            QStringList titles;
            for (const types::Section& each : sections.value_or(QList<types::Section>())) {
                titles.append(each.title);
            }
            m_sections->setText(!sections ? sections.error().message
                    : titles.isEmpty()    ? tr("The server's libraries were not read yet.")
                                          : tr("Of this server: %1.", "names of libraries")
                                             .arg(QLocale().createSeparatedList(titles)));
        });
}

} // namespace ui
