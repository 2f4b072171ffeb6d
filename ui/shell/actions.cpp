// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include "ui/common/capabilities.h"
#include "ui/common/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr auto kContext = "ui::Actions";

struct Spec
{
    Command command;
    ActionSpec action;
    const char* menu; ///< untranslated; actions of one menu follow each other
    const char16_t* iconName;
    bool startsGroup = false;
    bool isCheckable = false;
};

using account::Feature;

QList<Spec> fileSpecs()
{
    const char* file = QT_TRANSLATE_NOOP("ui::Actions", "&File");
    return {
        { Command::Synchronise,
            { "library.synchronise", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Synchronise now"),
                { QKeySequence(Qt::Key_F5) }, ActionScope::Window, Feature::Sync },
            file, u"sync" },
        { Command::Connection,
            { "server.connection", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Connection …"),
                {} },
            file, u"server" },
        { Command::Quit,
            { "window.quit", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Quit"),
                { QKeySequence(Qt::CTRL | Qt::Key_Q) } },
            file, u"", true },
    };
}

QList<Spec> editSpecs()
{
    const char* edit = QT_TRANSLATE_NOOP("ui::Actions", "&Edit");
    // Redo and search: both habits, whichever of them this desktop has.
    return {
        { Command::Undo,
            { "edit.undo", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Undo"),
                { QKeySequence(QKeySequence::Undo) } },
            edit, u"undo" },
        { Command::Redo,
            { "edit.redo", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Redo"),
                { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
                    QKeySequence(Qt::CTRL | Qt::Key_Y) } },
            edit, u"redo" },
        { Command::Search,
            { "search", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Search everywhere"),
                { QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::CTRL | Qt::Key_L) } },
            edit, u"search", true },
        { Command::Filter,
            { "list.filter", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Filter this list"),
                { QKeySequence(QKeySequence::Find) } },
            edit, u"filter" },
        { Command::Preferences,
            { "settings", kContext, QT_TRANSLATE_NOOP("ui::Actions", "Se&ttings …"),
                { QKeySequence(Qt::CTRL | Qt::Key_Comma) } },
            edit, u"settings", true },
    };
}

QList<Spec> viewSpecs()
{
    const char* view = QT_TRANSLATE_NOOP("ui::Actions", "&View");
    // The pages as the sidebar has them, and numbered so.
    return {
        { Command::Back,
            { "go.back", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Back"),
                { QKeySequence(QKeySequence::Back) } },
            view, u"chevron-left" },
        { Command::Forward,
            { "go.forward", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Forward"),
                { QKeySequence(QKeySequence::Forward) } },
            view, u"chevron-right" },
        { Command::NewPane,
            { "pane.new", kContext, QT_TRANSLATE_NOOP("ui::Actions", "Open in &new pane"),
                { QKeySequence(QKeySequence::AddTab) } },
            view, u"", true },
        { Command::OtherPane,
            { "pane.other", kContext, QT_TRANSLATE_NOOP("ui::Actions", "Other &pane"),
                { QKeySequence(Qt::Key_F6) } },
            view, u"" },
        { Command::ClosePane,
            { "pane.close", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Close pane"),
                { QKeySequence(Qt::CTRL | Qt::Key_W) } },
            view, u"" },
        { Command::Home,
            { "go.home", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Home"),
                { QKeySequence(Qt::CTRL | Qt::Key_1) } },
            view, u"home", true },
        { Command::Artists,
            { "go.artists", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Artists"),
                { QKeySequence(Qt::CTRL | Qt::Key_2) }, ActionScope::Window, Feature::Browse },
            view, u"artist" },
        { Command::Albums,
            { "go.albums", kContext, QT_TRANSLATE_NOOP("ui::Actions", "A&lbums"),
                { QKeySequence(Qt::CTRL | Qt::Key_3) }, ActionScope::Window, Feature::Browse },
            view, u"album" },
        { Command::Tracks,
            { "go.tracks", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Tracks"),
                { QKeySequence(Qt::CTRL | Qt::Key_4) }, ActionScope::Window, Feature::Browse },
            view, u"track" },
        { Command::Genres,
            { "go.genres", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Genres"),
                { QKeySequence(Qt::CTRL | Qt::Key_5) }, ActionScope::Window, Feature::Browse },
            view, u"genre" },
        { Command::Playlists,
            { "go.playlists", kContext, QT_TRANSLATE_NOOP("ui::Actions", "Pla&ylists"),
                { QKeySequence(Qt::CTRL | Qt::Key_6) }, ActionScope::Window,
                Feature::ReadPlaylists },
            view, u"playlist" },
        { Command::Folders,
            { "go.folders", kContext, QT_TRANSLATE_NOOP("ui::Actions", "Fol&ders"),
                { QKeySequence(Qt::CTRL | Qt::Key_7) }, ActionScope::Window, Feature::Browse },
            view, u"folder" },
        { Command::Ratings,
            { "go.ratings", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Ratings"),
                { QKeySequence(Qt::CTRL | Qt::Key_0) }, ActionScope::Window, Feature::Browse },
            view, u"star" },
        { Command::History,
            { "go.history", kContext, QT_TRANSLATE_NOOP("ui::Actions", "H&istory"),
                { QKeySequence(Qt::CTRL | Qt::Key_8) } },
            view, u"history" },
        { Command::Activity,
            { "go.activity", kContext, QT_TRANSLATE_NOOP("ui::Actions", "Acti&vity"),
                { QKeySequence(Qt::CTRL | Qt::Key_9) } },
            view, u"sync" },
        { Command::Queue,
            { "view.queue", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Queue"),
                { QKeySequence(Qt::CTRL | Qt::Key_U) } },
            view, u"", true, true },
        { Command::Sidebar,
            { "view.sidebar", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Sidebar"),
                { QKeySequence(Qt::Key_F9) } },
            view, u"", false, true },
    };
}

QList<Spec> playbackSpecs()
{
    const char* play = QT_TRANSLATE_NOOP("ui::Actions", "&Playback");
    return {
        { Command::PlayPause,
            { "playback.play_pause", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Play or pause"),
                { QKeySequence(Qt::CTRL | Qt::Key_P) }, ActionScope::Window, Feature::Play },
            play, u"play" },
        { Command::Next,
            { "playback.next", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Next track"),
                { QKeySequence(Qt::CTRL | Qt::Key_Right) }, ActionScope::Window, Feature::Play },
            play, u"next" },
        { Command::Previous,
            { "playback.previous", kContext, QT_TRANSLATE_NOOP("ui::Actions", "P&revious track"),
                { QKeySequence(Qt::CTRL | Qt::Key_Left) }, ActionScope::Window, Feature::Play },
            play, u"previous" },
        { Command::VolumeUp,
            { "playback.louder", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Louder"),
                { QKeySequence(Qt::CTRL | Qt::Key_Up) } },
            play, u"volume", true },
        { Command::VolumeDown,
            { "playback.quieter", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Quieter"),
                { QKeySequence(Qt::CTRL | Qt::Key_Down) } },
            play, u"volume-low" },
        { Command::Mute,
            { "playback.mute", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Mute"),
                { QKeySequence(Qt::CTRL | Qt::Key_M) } },
            play, u"", false, true },
        { Command::Shuffle,
            { "playback.shuffle", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Shuffle"),
                { QKeySequence(Qt::CTRL | Qt::Key_S) } },
            play, u"", true, true },
        { Command::Repeat,
            { "playback.repeat", kContext, QT_TRANSLATE_NOOP("ui::Actions", "R&epeat"),
                { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S) } },
            play, u"", false, true },
    };
}

QList<Spec> playlistSpecs()
{
    const char* playlist = QT_TRANSLATE_NOOP("ui::Actions", "Play&list");
    return {
        { Command::NewPlaylist,
            { "playlist.new", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&New playlist …"),
                { QKeySequence(QKeySequence::New) }, ActionScope::Window, Feature::ReadPlaylists },
            playlist, u"plus" },
        { Command::ImportPlaylist,
            { "playlist.import", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Import …"), {},
                ActionScope::Window, Feature::ReadPlaylists },
            playlist, u"folder" },
    };
}

QList<Spec> helpSpecs()
{
    const char* help = QT_TRANSLATE_NOOP("ui::Actions", "&Help");
    return {
        { Command::Keys,
            { "help.keys", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&Keys"),
                { QKeySequence(Qt::Key_F1) } },
            help, u"" },
        { Command::Assistant,
            { "help.assistant", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&First steps …"), {} },
            help, u"" },
        { Command::Log,
            { "help.log", kContext, QT_TRANSLATE_NOOP("ui::Actions", "Show the &log"), {} }, help,
            u"" },
        { Command::About,
            { "help.about", kContext, QT_TRANSLATE_NOOP("ui::Actions", "&About PlexM8"), {} }, help,
            u"about" },
    };
}

QList<Spec> specs()
{
    return fileSpecs() + editSpecs() + viewSpecs() + playbackSpecs() + playlistSpecs()
        + helpSpecs();
}

} // namespace

QList<ActionSpec> windowActions()
{
    QList<ActionSpec> actions;
    for (const Spec& spec : specs()) {
        actions.append(spec.action);
    }
    return actions;
}

Actions::Actions(QMainWindow& window, const KeyMap& keys, Capabilities& capabilities)
    : QObject(&window)
    , m_keys(keys)
{
    for (const Spec& spec : specs()) {
        auto* action = new QAction(QCoreApplication::translate(kContext, spec.action.text), this);
        action->setObjectName(u"action%1"_s.arg(int(spec.command)));
        action->setCheckable(spec.isCheckable);
        const QString iconName = QString::fromUtf16(spec.iconName);
        if (!iconName.isEmpty()) {
            action->setIcon(icon(iconName));
        }
        if (spec.action.needs) {
            capabilities.bind(*action, *spec.action.needs);
        }
        connect(action, &QAction::triggered, this,
            [this, command = spec.command] { Q_EMIT triggered(command); });
        m_actions.insert(spec.command, action);
    }
    fill(*window.menuBar(), capabilities);
    connect(&keys, &KeyMap::changed, this, &Actions::applyKeys);
    applyKeys();
}

void Actions::applyKeys()
{
    for (const Spec& spec : specs()) {
        m_actions.value(spec.command)->setShortcuts(m_keys.keys(QLatin1String(spec.action.id)));
    }
}

void Actions::fill(QMenuBar& bar, Capabilities& capabilities)
{
    QByteArrayView present;
    QMenu* menu = nullptr;
    for (const Spec& spec : specs()) {
        if (spec.menu != present) {
            present = spec.menu;
            menu = bar.addMenu(QCoreApplication::translate("ui::Actions", spec.menu));
            menu->setToolTipsVisible(true);
        }
        if (spec.startsGroup) {
            menu->addSeparator();
        }
        menu->addAction(m_actions.value(spec.command));
        if (spec.command == Command::Previous) {
            m_rateMenu = menu->addMenu(icon(u"star-empty"_s), tr("Rate &current track"));
            capabilities.bind(*m_rateMenu->menuAction(), account::Feature::Rate);
        }
    }
}

} // namespace ui
