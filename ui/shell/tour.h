// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/rows.h"
#include "ui/common/theme.h"
#include "ui/shell/services.h"

#include <QObject>
#include <chrono>

class QTimer;

namespace ui {

class MainWindow;
struct Route;

/// Walks every page, dialog and state of the real window and saves a picture of each, so that
/// somebody can look at them.
class Tour final : public QObject
{
    Q_OBJECT

public:
    /// @param folder  where NN-name.png go; exists. Empty: nothing is saved.
    Tour(MainWindow& window, Services services, QString folder, QObject* parent = nullptr);

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
    void addLists();
    void addPlayback();
    void addStates();
    void addContrast();
    void addSizes();
    void next();
    void take();
    [[nodiscard]] bool save();
    void closePopups();
    void go(const Route& route);

    MainWindow& m_window;
    Services m_services;
    QString m_folder;
    QTimer* m_timer;
    std::chrono::milliseconds m_pace { 700 };
    QList<Step> m_steps;
    qsizetype m_step = -1;
    int m_pictures = 0;
    ThemeChoice m_former = ThemeChoice::System; ///< while another one is shown
    QList<types::AlbumRow> m_albums;
    QList<types::PlaylistRow> m_playlists;
    QList<types::TrackRow> m_tracks;
};

} // namespace ui
