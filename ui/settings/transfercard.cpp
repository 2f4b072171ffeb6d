// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/transfercard.h"

#include "core/settings/setaside.h"
#include "ui/common/icons.h"
#include "ui/common/sectioncard.h"
#include "ui/settings/choices.h"
#include "ui/settings/differencesdialog.h"
#include "ui/settings/settinglist.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileInfo>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QPushButton* button(const QString& name, const QString& iconName, const QString& text)
{
    auto* made = new QPushButton(icon(iconName), text);
    made->setObjectName(name);
    return made;
}

} // namespace

TransferCard::TransferCard(settings::Settings& settings, FilePicker files, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_list(portableSettings())
    , m_files(std::move(files))
    , m_back(button(u"settingsBringBack"_s, u"history"_s, tr("Bring back the former settings …")))
{
    auto* save = button(u"settingsExport"_s, u"download"_s, tr("Export …"));
    auto* load = button(u"settingsImport"_s, u"folder"_s, tr("Import …"));
    auto* reset = button(u"settingsReset"_s, u"undo"_s, tr("Reset …"));
    auto* card = new SectionCard(tr("Export, import, reset"),
        tr("Theme, window, library, playback, keys and log, as a file that can be read and "
           "changed. Accounts, servers and sign-ins are never in it."));
    card->add(choices::buttons({ save, load, reset }));
    card->add(choices::buttons({ m_back }));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(save, &QPushButton::clicked, this, &TransferCard::exportSettings);
    connect(load, &QPushButton::clicked, this, &TransferCard::importSettings);
    connect(reset, &QPushButton::clicked, this, &TransferCard::reset);
    connect(m_back, &QPushButton::clicked, this, &TransferCard::bringBack);
    showBack();
}

void TransferCard::showBack()
{
    m_back->setVisible(QFileInfo::exists(settings::keptCopy(m_settings.file())));
}

void TransferCard::exportSettings()
{
    const auto path = m_files.save(
        *this, { tr("Export the settings"), tr("Settings (*.json)"), u"plexm8-settings.json"_s });
    util::async::deliver(path, this, [this](const util::Result<QString>& chosen) {
        if (!chosen) {
            return;
        }
        if (const auto saved = settings::exportTo(*chosen, m_settings, m_list); !saved) {
            Q_EMIT failed(saved.error(), tr("The settings could not be exported."));
        } else {
            Q_EMIT done(tr("The settings are in %1.").arg(QDir::toNativeSeparators(*chosen)));
        }
    });
}

void TransferCard::importSettings()
{
    const auto path = m_files.open(*this, { tr("Import settings"), tr("Settings (*.json)"), {} });
    util::async::deliver(path, this, [this](const util::Result<QString>& chosen) {
        if (chosen) {
            readFile(*chosen);
        }
    });
}

void TransferCard::readFile(const QString& path)
{
    const auto import = settings::importFrom(path, m_settings, m_list);
    if (!import) {
        Q_EMIT failed(import.error(), tr("Nothing was imported."));
        return;
    }
    QStringList about { tr("From %1.").arg(QFileInfo(path).fileName()) };
    if (import->unknown > 0) {
        about.append(
            tr("%Ln name(s) in it are no setting of this version.", nullptr, import->unknown));
    }
    offer(tr("Import these settings?"), about.join(u' '), tr("Import"), import->differences,
        tr("The settings are imported."));
}

void TransferCard::reset()
{
    offer(tr("Reset these settings?"),
        tr("To how PlexM8 comes. Accounts, servers and the library stay."), tr("Reset"),
        settings::resetOf(m_settings, m_list), tr("The settings are reset."));
}

void TransferCard::bringBack()
{
    const settings::Settings former(settings::keptCopy(m_settings.file()));
    offer(tr("Bring back these settings?"), tr("As they were before the last reset or import."),
        tr("Bring back"), settings::differencesTo(former, m_settings, m_list),
        tr("The settings are back."));
}

void TransferCard::offer(const QString& title, const QString& about, const QString& accept,
    const QList<settings::Difference>& differences, const QString& said)
{
    if (differences.isEmpty()) {
        Q_EMIT done(tr("Nothing would change: all settings are like that."));
        return;
    }
    auto* dialog = new DifferencesDialog({ title, about, accept }, differences, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
        [this, differences, said] { replace(differences, said); });
    dialog->open();
}

void TransferCard::replace(const QList<settings::Difference>& differences, const QString& said)
{
    (void)m_settings.save(); // so that the copy has what was chosen a moment ago
    if (const auto kept = settings::keepCopy(m_settings.file()); !kept) {
        Q_EMIT failed(kept.error(),
            tr("Nothing was changed, because the settings that there are could not be kept."));
        return;
    }
    settings::apply(differences, m_settings, m_list);
    showBack();
    Q_EMIT done(said);
}

} // namespace ui
