// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/playlistfiles.h"

#include "core/playlist/exporting.h"
#include "core/playlist/soundfiles.h"
#include "ui/common/droppedfiles.h"
#include "ui/common/itemdrag.h"
#include "ui/playlist/exportpanel.h"
#include "ui/shell/services.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace ui {

PlaylistFiles::PlaylistFiles(Services& services, QMainWindow& window)
    : QObject(&window)
    , m_services(services)
    , m_window(window)
{
    m_window.setAcceptDrops(true);
    m_window.installEventFilter(this);
}

void PlaylistFiles::chooseFile()
{
    QStringList names { u"*.txt"_s };
    for (const playlist::FileFormat format : playlist::fileFormats()) {
        names.append(u"*."_s + playlist::endingOf(format));
    }
    const FilePicker::Question question { tr("Import a playlist"),
        tr("Playlists (%1)").arg(names.join(u' ')), {} };
    util::async::deliver(
        m_services.files.open(m_window, question), this, [this](const util::Result<QString>& path) {
            if (path) { // else nothing was chosen
                reviewFiles({ *path });
            }
        });
}

void PlaylistFiles::reviewFiles(const QStringList& paths)
{
    enqueue(paths, {});
}

void PlaylistFiles::reviewInto(
    types::PlaylistId playlist, types::EntryId before, const QStringList& paths)
{
    util::async::deliver(m_services.library.playlists(), this,
        [this, playlist, before, paths](const util::Result<QList<types::PlaylistRow>>& playlists) {
            if (!playlists) {
                Q_EMIT failed(playlists.error(), tr("The files could not be imported."));
                return;
            }
            const auto found = std::ranges::find(*playlists, playlist, &types::PlaylistRow::id);
            if (found != playlists->end()) {
                enqueue(paths, { { {}, found->title }, playlist, before });
            }
        });
}

void PlaylistFiles::enqueue(const QStringList& paths, const Waiting& target)
{
    Waiting music = target;
    for (const QString& path : paths) {
        if (playlist::isSoundFile(path) || QFileInfo(path).isDir()) {
            music.task.paths.append(path);
        } else {
            Waiting list = target;
            list.task.paths = QStringList { path };
            m_waiting.push_back(std::move(list));
        }
    }
    if (!music.task.paths.isEmpty()) {
        m_waiting.push_back(std::move(music));
    }
    reviewNext();
}

void PlaylistFiles::reviewNext()
{
    if (m_isReviewing || m_waiting.empty()) {
        return;
    }
    m_isReviewing = true;
    const Waiting next = m_waiting.front();
    m_waiting.pop_front();
    auto* panel = new ImportReviewPanel(
        m_services.importing, m_services.library, m_services.files, next.task, &m_window);
    panel->setAttribute(Qt::WA_DeleteOnClose);
    connect(panel, &ImportReviewPanel::importRequested, this,
        [this, next](const QString& title, const QList<types::RatingKey>& keys) {
            if (!next.into.isValid()) {
                Q_EMIT createRequested(title, keys);
                return;
            }
            ItemDrag items { ItemDrag::Kind::Keys, originOf(m_services.library.key()), {}, {} };
            for (const types::RatingKey& key : keys) {
                items.names.append(key.value);
            }
            Q_EMIT insertRequested(next.into, items, next.before);
        });
    connect(panel, &QDialog::finished, this, [this] {
        m_isReviewing = false;
        reviewNext();
    });
    panel->open();
}

void PlaylistFiles::exportPlaylist(types::PlaylistId playlist)
{
    auto* panel = new ExportPanel(
        m_services.library, m_services.pool, m_services.files, playlist, &m_window);
    panel->setAttribute(Qt::WA_DeleteOnClose);
    connect(panel, &ExportPanel::exported, this,
        [this](const QString& path, const playlist::ExportSummary& summary) {
            const QString file = QDir::toNativeSeparators(path);
            Q_EMIT noticed(summary.withoutFile == 0
                    ? tr("The playlist is in %1.").arg(file)
                    : tr("The playlist is in %1. The server does not tell where %Ln of its tracks "
                         "lie.",
                        nullptr, int(summary.withoutFile))
                          .arg(file));
        });
    panel->open();
}

util::Future<void> PlaylistFiles::write(
    const playlist::Source& source, const QString& title, const QString& path)
{
    const auto written
        = util::async::andThen(playlist::sourceContent(m_services.library, source, title), this,
            [this, path](playlist::FileContent content) {
                return playlist::exportTo(m_services.pool, std::move(content), path,
                    { playlist::FileFormat::M3u8, playlist::PathStyle::Server, {} });
            });
    return util::async::andThen(written, this, [](const playlist::ExportSummary&) {});
}

bool PlaylistFiles::eventFilter(QObject* watched, QEvent* event)
{
    const bool isDrag = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove
        || event->type() == QEvent::Drop;
    if (watched != &m_window || !isDrag) {
        return QObject::eventFilter(watched, event);
    }
    auto* drop = static_cast<QDropEvent*>(event);
    const QStringList paths = importableIn(*drop->mimeData());
    if (paths.isEmpty() || !m_services.library.isOpen()) {
        return QObject::eventFilter(watched, event);
    }
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop) {
        reviewFiles(paths);
    }
    return true;
}

} // namespace ui
