// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/ondemand.h"
#include "ui/common/capabilities.h"
#include "ui/common/covers.h"
#include "ui/common/page.h"
#include "ui/common/trackmodel.h"
#include "ui/library/foldermodel.h"

#include <functional>

class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace ui {

class DragList;
struct Dragging;
class TextLabel;
class TrackTable;

/// The music as it lies on the server's disk: folders, which lead to further ones, and the tracks
/// in them. The server is asked whenever one is opened; nothing of it is kept. What
/// is played of a folder is everything below it, too.
///
/// Keys: Enter opens, Ctrl+Enter in a new pane, Backspace or Alt+Up leads back up.
class FoldersPage final : public TrackPage
{
    Q_OBJECT

public:
    FoldersPage(library::Library& library, library::OnDemand& onDemand, Covers& covers,
        Capabilities& capabilities, QWidget* parent = nullptr);

    /// @param route  its text is a FolderTrail; empty: the top
    void open(const Route& route) override;
    void enter() override;
    void forget() override;
    [[nodiscard]] TrackTable& table() override { return *m_table; }
    [[nodiscard]] QWidget* focusTarget() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setupHeader(Capabilities& capabilities);
    void setupFolders();
    void setupTable();
    void reload();
    void readSections();
    void readFolder(const FolderTrail& trail);
    void showFolder(const library::Folder& folder);
    void showFailure(const util::Error& error);
    void showTrail(const FolderTrail& trail);
    void showList(const QList<FolderStep>& folders, const QList<types::TrackRow>& tracks);
    void openRow(const QModelIndex& index, OpenIn where);
    void goUp();
    /// Reads what lies in a folder and below it, and does @p then with the tracks.
    void collect(const QString& key, const std::function<void(const QList<types::ItemId>&)>& then);
    /// Everything that is shown and all below it.
    void collectShown(const std::function<void(const QList<types::ItemId>&)>& then);
    /// What can be played is what is shown.
    void showActions(bool isPlayable);
    /// Moves the keyboard to @p target if somebody came here with it.
    void take(QWidget& target);
    /// @return whether there is anything to show one for
    bool popupMenu(const QContextMenuEvent& event);
    void fit();
    [[nodiscard]] QList<types::ItemId> items() const;
    [[nodiscard]] Dragging dragged(const QList<int>& rows) const;
    [[nodiscard]] static Route routeOf(const FolderTrail& trail);

    library::Library& m_library;
    library::OnDemand& m_onDemand;
    Capabilities& m_capabilities;
    TrackModel m_model;
    FolderModel m_folders;
    util::async::Latest m_latest;
    util::async::Latest m_collecting;
    FolderTrail m_trail; ///< of the route
    FolderTrail m_shown; ///< what is shown: the only section is its own top
    QString m_facts; ///< the line under the headline
    QString m_cameFrom; ///< the folder that was left upwards: it is the current one then
    QPushButton* m_play;
    QPushButton* m_shuffle;
    QToolButton* m_up;
    QWidget* m_crumbs;
    QHBoxLayout* m_steps;
    DragList* m_list;
    TrackTable* m_table;
    QWidget* m_tracks = nullptr; ///< around the table
    TextLabel* m_missing;
    QWidget* m_content;
    StatePage* m_states;
    bool m_isEntering = false;
    bool m_hasSeveralSections = false;
    bool m_isOpened = false;
};

} // namespace ui
