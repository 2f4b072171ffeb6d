// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/exporting.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/playlistfiles.h"
#include "ui/shell/tour.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;

// The pictures of playlist files that come in and go out.
namespace ui {

namespace {

constexpr int kReviewMilliseconds = 2'500; // beyond the usual, until the file is matched

/// A list as another program has it: texts alone, some of them not quite right.
playlist::FileContent asOthersHaveIt(playlist::FileContent content)
{
    int number = 0;
    for (playlist::FileRow& row : content.rows) {
        row.location.clear();
        row.guid.clear();
        row.key = {};
        row.server = {};
        switch (number++ % 9) {
        case 2:
            row.title += u" (Live)"_s;
            break;
        case 4:
            row.artist.clear();
            row.album.clear();
            break;
        case 7:
            row.title = u"Quixotic Zyzzyva"_s;
            row.artist = u"Nobody at All"_s;
            break;
        default:
            break;
        }
    }
    return content;
}

} // namespace

types::PlaylistId Tour::anyList() const
{
    const auto music = std::ranges::find_if(m_playlists,
        [](const types::PlaylistRow& row) { return !row.isVideo && !row.smart && row.count > 20; });
    return music == m_playlists.end() ? types::PlaylistId() : music->id;
}

void Tour::reviewImport(const std::function<void()>& then)
{
    // Shared by what writes the file and what reads it, and gone after both.
    const auto folder = std::make_shared<QTemporaryDir>();
    const QString path = folder->filePath(u"Road trip.csv"_s);
    util::async::deliver(playlist::playlistContent(m_services.library, anyList()), this,
        [this, path](const util::Result<playlist::FileContent>& content) {
            const bool isWritten = content
                && playlist::writeFile(path, asOthersHaveIt(*content), playlist::FileFormat::Csv);
            if (isWritten) {
                m_window.playlistFiles().reviewFiles({ path });
            }
        });
    QTimer::singleShot(kReviewMilliseconds, this, [then, folder] { then(); });
}

void Tour::addPlaylistFiles()
{
    if (!anyList().isValid()) {
        return;
    }
    add(
        u"import-review"_s, [this] { reviewImport([] {}); }, kReviewMilliseconds);
    add(
        u"import-search"_s,
        [this] {
            reviewImport([this] {
                if (auto* search = m_window.findChild<QLineEdit*>(u"importSearch"_s)) {
                    search->setFocus();
                    search->setText(u"the"_s);
                }
            });
        },
        kReviewMilliseconds);
    add(
        u"import-missing"_s,
        [this] {
            reviewImport([this] {
                if (auto* missing = m_window.findChild<QPushButton*>(u"importFilter2"_s)) {
                    missing->click();
                }
            });
        },
        kReviewMilliseconds);
    add(u"export"_s, [this] { m_window.playlistFiles().exportPlaylist(anyList()); });
}

void Tour::addLargePlaylistFiles()
{
    if (!anyList().isValid()) {
        return;
    }
    add(
        u"large-import"_s,
        [this] {
            m_window.showConnectPage(false);
            reviewImport([] {});
        },
        kReviewMilliseconds);
    add(u"large-export"_s, [this] { m_window.playlistFiles().exportPlaylist(anyList()); });
}

} // namespace ui
