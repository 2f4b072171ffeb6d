// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "ui/common/syncprogress.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ui {

class Artwork;
class TextLabel;

/// The first start, in five pages: welcome, sign in, how it looks, what closing means, and the
/// first synchronisation. Each can be passed over, Back leads back, Escape leaves.
///
/// The page that connects is the window's, which shows it alone when a server is added later.
class AssistantPage final : public QWidget
{
    Q_OBJECT

public:
    enum class Step
    {
        Welcome,
        Connect,
        Looks,
        Window,
        Library
    };
    static constexpr int kSteps = 5;

    /// @param connectPage  becomes a part of this
    /// @param settings  outlive the page
    AssistantPage(settings::Settings& settings, QWidget* connectPage, QWidget* parent = nullptr);

    /// Begins at the welcome.
    void begin();
    /// The page that connects, without the rest.
    void showConnectAlone();
    /// Whether the pages follow each other now.
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] Step step() const { return m_step; }
    /// There is a server now: from the page that connects it goes on by itself.
    void setConnected(bool isConnected);
    void setSync(const SyncProgress& progress);
    void setTrayAvailable(bool isAvailable);
    /// Whether the session starts the program; nothing where that cannot be chosen.
    void setStartsAtLogin(std::optional<bool> starts);
    [[nodiscard]] QWidget* focusTarget() const;

Q_SIGNALS:
    void stepChanged(ui::AssistantPage::Step step);
    void demoRequested();
    void startAtLoginRequested(bool starts);
    /// To the end: it is not shown by itself again.
    void finished();
    /// Before the end.
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QWidget* makeWelcome();
    [[nodiscard]] QWidget* makeLooks();
    [[nodiscard]] QWidget* makeThemes();
    [[nodiscard]] QWidget* makeWindow();
    [[nodiscard]] QWidget* makeLibrary();
    [[nodiscard]] QWidget* makeFoot();
    void go(Step step);
    void next();
    void back();
    void finish();
    void showFoot();
    void showLibrary();
    /// The page that is shown comes from where the next or the former one would be.
    void slide(bool forward);
    void fitArtwork();

    settings::Settings& m_settings;
    QWidget* m_connectPage;
    Artwork* m_artwork;
    QStackedWidget* m_pages;
    QWidget* m_foot = nullptr;
    TextLabel* m_place = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_skip = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_begin = nullptr;
    QButtonGroup* m_themes = nullptr;
    QWidget* m_tray = nullptr; ///< what is chosen where there is one
    TextLabel* m_noTray = nullptr;
    QButtonGroup* m_onClose = nullptr;
    QCheckBox* m_startsAtLogin = nullptr;
    TextLabel* m_libraryTitle = nullptr;
    TextLabel* m_libraryText = nullptr;
    QProgressBar* m_progress = nullptr;
    SyncProgress m_sync;
    Step m_step = Step::Welcome;
    bool m_isRunning = false;
    bool m_isConnected = false;
    bool m_hasSynced = false; ///< what there is was read to its end
};

} // namespace ui
