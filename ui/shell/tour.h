// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/rows.h"
#include "ui/common/route.h"
#include "ui/common/theme.h"
#include "ui/shell/services.h"

#include <QObject>
#include <chrono>

class QTimer;

namespace ui {

class MainWindow;
class LibraryStates;
class QuickRatePanel;

/// Walks every page, dialog and state of the real window and saves a picture of each, so that
/// somebody can look at them.
class Tour final : public QObject
{
    Q_OBJECT

public:
    /// @param folder  where NN-name.png go; exists. Empty: nothing is saved.
    Tour(MainWindow& window, Services services, QString folder, QObject* parent = nullptr);

    enum class Chapter
    {
        All,
        Walk, ///< what somebody meets who goes through the program
        PageStates ///< every page in each of its states
    };
    ~Tour() override;
    /// What is walked; everything unless this is called.
    void setChapter(Chapter chapter) { m_chapter = chapter; }
    /// How long a step is left alone before it is looked at.
    void setPace(std::chrono::milliseconds pace) { m_pace = pace; }

    /// Begins once the library shows something; ends with finished().
    void start();

Q_SIGNALS:
    /// The step @p name is on the screen; its picture is taken after this.
    void shown(const QString& name);
    /// @param pictures  how many were saved; 0 if the folder could not be written
    void finished(int pictures);

private:
    struct Step
    {
        QString name;
        std::function<void()> act;
        int settleMilliseconds = 0; ///< beyond the usual, for what takes longer
    };
    void add(const QString& name, std::function<void()> act, int settleMilliseconds = 0);
    void addSignIn();
    void addAssistant();
    void addPages();
    /// The pages of an artist and of the folders.
    void addArtist();
    /// The pages that are long grids.
    void addGrids();
    void addDialogs();
    void addPlaylistFiles();
    void addLargePlaylistFiles();
    /// One with music; invalid if there is none.
    [[nodiscard]] types::PlaylistId anyList() const;
    /// Shows the review of a file, and calls @p then when it is there.
    void reviewImport(const std::function<void()>& then);
    void addLists();
    void addPlayback();
    void addStates();
    void addContrast();
    void addSizes();
    /// Every page in each of the states that it has.
    void addPageStates();
    void addDesktopKeys();
    void addRatings();
    /// The small window to rate what plays.
    void addQuickRate();
    /// Something to be seen in the history.
    void makeChanges();
    void next();
    /// Lets what a step did come to rest, then takes its picture.
    void settle();
    void take();
    void save();
    /// finished(), once all pictures are on the disk.
    void finish();
    void closePopups();
    void go(const Route& route);

    MainWindow& m_window;
    Services m_services;
    QString m_folder;
    QTimer* m_timer;
    Chapter m_chapter = Chapter::All;
    LibraryStates* m_states = nullptr;
    std::unique_ptr<QuickRatePanel> m_quickRate;
    std::chrono::milliseconds m_pace { 700 };
    QList<Step> m_steps;
    qsizetype m_step = -1;
    int m_pictures = 0;
    int m_saving = 0; ///< pictures on their way to the disk
    bool m_isOver = false;
    bool m_isHeld = false; ///< until what a step waits for is there, which calls settle()
    bool m_hasFailed = false;
    ThemeChoice m_former = ThemeChoice::System; ///< while another one is shown
    QList<types::AlbumRow> m_albums;
    QList<types::PlaylistRow> m_playlists;
    QList<types::TrackRow> m_tracks;
};

/// A state of a page that has a picture.
enum class PageState
{
    Loading,
    Empty,
    Error,
    Offline,
    Full
};

/// The page at @p place in @p state, as its picture is called: "page-tracks-empty".
[[nodiscard]] QString pictureName(Route::Place place, PageState state);
/// What a page can show; a page that is there at once does not load, and one that reads nothing
/// does not fail.
[[nodiscard]] QList<PageState> statesOf(Route::Place place);

} // namespace ui
