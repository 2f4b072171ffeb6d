// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/exportpanel.h"

#include "ui/common/errorbar.h"
#include "ui/common/format.h"
#include "ui/common/style.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;
using playlist::FileFormat;
using playlist::PathStyle;

namespace ui {

namespace {

constexpr int kWidth = 460;

QString formatText(FileFormat format)
{
    switch (format) {
    case FileFormat::M3u8:
        return ExportPanel::tr("M3U8 – for most players");
    case FileFormat::M3u:
        return ExportPanel::tr("M3U – for old players");
    case FileFormat::Pls:
        return ExportPanel::tr("PLS");
    case FileFormat::Xspf:
        return ExportPanel::tr("XSPF – with all that is known");
    case FileFormat::Csv:
        return ExportPanel::tr("CSV – for spreadsheets and other services");
    case FileFormat::Json:
        return ExportPanel::tr("JSON – for programs");
    }
    return {};
}

} // namespace

ExportPanel::ExportPanel(library::Library& library, QThreadPool& pool, FilePicker files,
    types::PlaylistId playlist, QWidget* parent)
    : QDialog(parent)
    , m_library(library)
    , m_pool(pool)
    , m_files(std::move(files))
    , m_name(new TextLabel(TextRole::Body, Tone::Secondary))
    , m_format(new QComboBox)
    , m_paths(new QButtonGroup(this))
    , m_serverLabel(new TextLabel(TextRole::Caption, Tone::Tertiary))
    , m_here(new QLineEdit)
    , m_errors(new ErrorBar)
    , m_save(new QPushButton(tr("Save …")))
{
    setObjectName(u"exportPanel"_s);
    setWindowTitle(tr("Export playlist"));
    setAccessibleName(windowTitle());
    setBackgroundRole(QPalette::Base);
    fillFormats();
    m_save->setObjectName(u"exportSave"_s);
    m_save->setDefault(true);
    m_save->setEnabled(false);
    makePrimary(m_save);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"exportCancel"_s);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kS);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kL, space::kL, space::kL, space::kM);
    column->setSpacing(space::kS);
    column->addWidget(new TextLabel(windowTitle(), TextRole::Title));
    column->addWidget(m_name);
    column->addSpacing(space::kS);
    column->addWidget(new TextLabel(tr("Format"), TextRole::Caption, Tone::Tertiary));
    column->addWidget(m_format);
    column->addSpacing(space::kS);
    column->addWidget(makePaths());
    column->addStretch();
    column->addWidget(m_errors);
    column->addSpacing(space::kS);
    column->addLayout(buttons);
    onTextSize(this, [this] { setMinimumWidth(scaled(kWidth)); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ExportPanel::askWhere);
    connect(&m_library, &library::Library::opened, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, [this] { m_stop.request_stop(); });
    read(playlist);
}

void ExportPanel::fillFormats()
{
    m_format->setObjectName(u"exportFormat"_s);
    m_format->setAccessibleName(tr("Format"));
    for (const FileFormat format : playlist::fileFormats()) {
        m_format->addItem(formatText(format), int(format));
    }
}

QWidget* ExportPanel::makePaths()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kXs);
    column->addWidget(new TextLabel(tr("Paths"), TextRole::Caption, Tone::Tertiary));
    for (const auto& [style, text] :
        { std::pair(PathStyle::Absolute, tr("Whole paths on this computer")),
            std::pair(PathStyle::Relative, tr("Relative to the playlist file")),
            std::pair(PathStyle::Server, tr("As the server has them")) }) {
        auto* button = new QRadioButton(text);
        button->setObjectName(u"exportPaths%1"_s.arg(int(style)));
        button->setChecked(style == PathStyle::Absolute);
        m_paths->addButton(button, int(style));
        column->addWidget(button);
    }
    m_here->setObjectName(u"exportHere"_s);
    m_here->setAccessibleName(tr("The server's music folder on this computer"));
    m_here->setPlaceholderText(tr("The same folder on this computer"));
    m_serverLabel->setWordWrap(true);
    column->addSpacing(space::kXs);
    column->addWidget(m_serverLabel);
    column->addWidget(m_here);
    connect(m_paths, &QButtonGroup::idToggled, this, &ExportPanel::updateFolders);
    updateFolders();
    return box;
}

void ExportPanel::read(types::PlaylistId playlist)
{
    auto content = playlist::playlistContent(m_library, playlist, m_stop.get_token());
    util::async::handOver(
        std::move(content), this, [this](util::Result<playlist::FileContent> read) {
            if (!read) {
                m_errors->show(read.error(), tr("The playlist could not be read."), false);
                return;
            }
            m_content = std::move(read).value();
            m_serverFolder = playlist::commonFolder(m_content.rows);
            m_name->setText(
                u"%1 · %2"_s.arg(m_content.title, format::tracks(qint64(m_content.rows.size()))));
            m_save->setEnabled(true);
            updateFolders();
        });
}

void ExportPanel::updateFolders()
{
    const bool isHere = m_paths->checkedId() != int(PathStyle::Server);
    m_here->setEnabled(isHere && !m_serverFolder.isEmpty());
    m_serverLabel->setText(m_serverFolder.isEmpty()
            ? tr("The files of this playlist are in no common folder.")
            : tr("On the server they are in %1.").arg(m_serverFolder));
}

playlist::ExportOptions ExportPanel::options() const
{
    playlist::ExportOptions options;
    options.format = FileFormat(m_format->currentData().toInt());
    options.paths = PathStyle(m_paths->checkedId());
    const QString here = m_here->text().trimmed();
    if (!here.isEmpty() && !m_serverFolder.isEmpty()) {
        options.folders = { { m_serverFolder, QDir::fromNativeSeparators(here), 0 } };
    }
    return options;
}

void ExportPanel::askWhere()
{
    const FileFormat format = options().format;
    const FilePicker::Question question { windowTitle(),
        tr("Playlists (%1)").arg(u"*."_s + playlist::endingOf(format)),
        playlist::fileNameFor(m_content.title, format) };
    util::async::deliver(
        m_files.save(*this, question), this, [this](const util::Result<QString>& path) {
            if (path) { // else nothing was chosen
                write(*path);
            }
        });
}

void ExportPanel::write(const QString& path)
{
    m_save->setEnabled(false);
    util::async::deliver(playlist::exportTo(m_pool, m_content, path, options()), this,
        [this, path](const util::Result<playlist::ExportSummary>& done) {
            m_save->setEnabled(true);
            if (!done) {
                m_errors->show(done.error(), tr("The playlist could not be exported."), false);
                return;
            }
            Q_EMIT exported(path, *done);
            accept();
        });
}

} // namespace ui
