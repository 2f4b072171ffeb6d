// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/presence.h"

#include "app/desktop/activation.h"
#include "app/services/log.h"
#include "ui/common/ratingmenu.h"
#include "ui/common/theme.h"

#include <QAudioDevice>
#include <QFontDatabase>
#include <QImageReader>
#include <QLocale>
#include <QTimer>

namespace app {

namespace {

constexpr auto kAfterStart = std::chrono::milliseconds(200);
constexpr auto kAfterLogin = std::chrono::milliseconds(4000);
constexpr double kVolumeStep = 0.05;
constexpr int kCover = 64; // pixels, in the menu

/// Those that music is often named in.
QStringList scriptsWithoutFont()
{
    using Script = QFontDatabase::WritingSystem;
    struct Named
    {
        Script script;
        QString name;
    };
    const Named all[] {
        { Script::Latin, Presence::tr("Latin") },
        { Script::Greek, Presence::tr("Greek") },
        { Script::Cyrillic, Presence::tr("Cyrillic") },
        { Script::Hebrew, Presence::tr("Hebrew") },
        { Script::Arabic, Presence::tr("Arabic") },
        { Script::Devanagari, Presence::tr("Devanagari") },
        { Script::Thai, Presence::tr("Thai") },
        { Script::SimplifiedChinese, Presence::tr("Chinese") },
        { Script::Japanese, Presence::tr("Japanese") },
        { Script::Korean, Presence::tr("Korean") },
    };
    QStringList missing;
    for (const Named& each : all) {
        if (QFontDatabase::families(each.script).isEmpty()) {
            missing.append(each.name);
        }
    }
    return missing;
}

} // namespace

Presence::Presence(Services& services, playback::Player& player, playback::AudioOutput& output,
    ui::MainWindow& window, bool startsInTray, QObject* parent)
    : QObject(parent)
    , m_player(player)
    , m_window(window)
{
    connect(&output, &playback::AudioOutput::silentChanged, this, &Presence::takeSilence);
    connect(&m_devices, &QMediaDevices::audioOutputsChanged, this, &Presence::lookForSound);
    QTimer::singleShot(startsInTray ? kAfterLogin : kAfterStart, this, [this, &services] {
        makeTray();
        lookForFonts();
        lookForSound();
        QTimer::singleShot(0, this, [this, &services] { makeRemote(services); });
    });
}

Presence::~Presence() = default;

void Presence::makeTray()
{
    using playback::Player;
    m_tray = std::make_unique<Tray>();
    connect(m_tray.get(), &Tray::availableChanged, this, &Presence::followTray);
    connect(m_tray.get(), &Tray::windowRequested, this, &Presence::toggleWindow);
    connect(m_tray.get(), &Tray::playPauseRequested, &m_player, &Player::toggle);
    connect(m_tray.get(), &Tray::nextRequested, &m_player, &Player::next);
    connect(m_tray.get(), &Tray::previousRequested, &m_player, &Player::previous);
    connect(m_tray.get(), &Tray::volumeStepRequested, this, &Presence::stepVolume);
    connect(m_tray.get(), &Tray::quitRequested, &m_window, &ui::MainWindow::closeForGood);
    connect(&m_player, &Player::trackChanged, this, &Presence::showContent);
    connect(&m_player, &Player::stateChanged, this, &Presence::showContent);
    connect(&m_player, &Player::queueChanged, this, &Presence::showContent);
    connect(&m_window, &ui::MainWindow::shownChanged, this, &Presence::showContent);
    followTray(m_tray->isAvailable());
    showContent();
}

void Presence::makeRemote(Services& services)
{
    m_remote = std::make_unique<RemoteControl>(services, m_player, m_window);
    connect(m_remote.get(), &RemoteControl::unshown, m_tray.get(),
        [this](const Notice& notice) { m_tray->tell(notice.title, notice.text); });
    m_remote->quickRater().setTrayPlace([this] { return m_tray->place(); });
    connect(
        m_tray.get(), &Tray::quickRateRequested, &m_remote->quickRater(), &QuickRater::openAtMouse);
    connect(&m_remote->nowPlaying(), &NowPlaying::changed, this, &Presence::followDetails);
    followDetails();
    QMenu& menu = m_tray->rateMenu();
    ui::addRatingActions(
        menu, [this](const types::OptionalRating& rating) { m_remote->rater().rate(rating); });
    connect(
        &m_remote->nowPlaying(), &NowPlaying::changed, &menu, [&menu](const TrackDetails& details) {
            ui::checkRating(menu, { details.rating, false });
        });
    ui::checkRating(menu, { m_remote->nowPlaying().details().rating, false });
    for (QAction* action : menu.actions()) {
        action->setShortcut({}); // those keys are for lists
    }
}

void Presence::followTray(bool isAvailable)
{
    m_window.setTrayAvailable(isAvailable);
    m_window.setMissing(ui::Missing::Tray,
        isAvailable ? QString()
                    : tr("This desktop has no tray, so closing the window ends PlexM8."));
    if (!isAvailable && m_window.isHidden()) {
        m_window.comeForward();
    }
}

void Presence::lookForFonts()
{
    if (!ui::hasFont()) {
        qCWarning(lcApp) << "event=no_font";
    }
    const QStringList scripts = scriptsWithoutFont();
    m_window.setMissing(ui::Missing::Fonts,
        scripts.isEmpty()
            ? QString()
            : tr("Titles in some scripts appear as boxes, because no font for them is installed: "
                 "%1.")
                  .arg(QLocale().createSeparatedList(scripts)));
}

void Presence::lookForSound()
{
    m_window.setMissing(ui::Missing::Sound,
        QMediaDevices::defaultAudioOutput().isNull()
            ? tr("No sound device is there: music runs without sound until one is.")
            : QString());
}

void Presence::takeSilence(bool isSilent, const util::Error& why)
{
    if (isSilent) {
        m_window.showError(why, {});
        m_window.setMissing(ui::Missing::Sound, why.message);
    } else {
        lookForSound();
    }
}

void Presence::showContent()
{
    const playback::QueueEntry* entry = m_player.current();
    const auto state = m_player.state();
    TrayContent content;
    if (entry) {
        content.title = entry->title;
        content.artist = entry->artist;
    }
    content.isPlaying
        = state == playback::Player::State::Playing || state == playback::Player::State::Loading;
    content.isWindowShown = !m_window.isHidden();
    content.isOffline = m_isOffline;
    if (m_remote && entry) {
        const TrackDetails& details = m_remote->nowPlaying().details();
        content.rating = details.entry == entry->id ? details.rating : entry->rating;
        content.cover = m_cover;
    }
    m_tray->show(content);
}

void Presence::followDetails()
{
    const QUrl cover = m_remote->nowPlaying().details().cover;
    if (cover != std::exchange(m_coverFile, cover)) {
        // A small file that was just written; a menu's picture is smaller still.
        QImageReader reader(cover.toLocalFile());
        reader.setScaledSize({ kCover, kCover });
        m_cover = cover.isEmpty() ? QImage() : reader.read();
    }
    showContent();
}

void Presence::setOffline(bool isOffline)
{
    m_isOffline = isOffline;
    if (m_tray) {
        showContent();
    }
}

void Presence::toggleWindow()
{
    // A click on a panel takes the focus: whether the window is in front cannot be told by that.
    if (m_window.isHidden() || m_window.isMinimized()) {
        m_window.comeForward();
        activateFor(m_window, {});
    } else {
        m_window.saveWindow();
        m_window.hide();
    }
}

void Presence::stepVolume(int steps)
{
    m_player.setVolume(qBound(0.0, m_player.volume() + steps * kVolumeStep, 1.0));
}

} // namespace app
