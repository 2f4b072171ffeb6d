// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/accounts.h"
#include "core/account/pins.h"
#include "core/account/plexaccounts.h"
#include "core/account/selfcheck.h"
#include "core/change/changes.h"
#include "core/library/ondemand.h"
#include "core/playback/bytesource.h"
#include "core/playback/nullbackend.h"
#include "core/playback/player.h"
#include "core/playlist/describeoperation.h"
#include "core/playlist/editoperation.h"
#include "core/playlist/importing.h"
#include "core/playlist/listoperation.h"
#include "core/playlist/playlists.h"
#include "core/rating/rateoperation.h"
#include "core/rating/ratings.h"
#include "core/settings/settings.h"
#include "core/util/logbuffer.h"
#include "tests/support/demolibrary.h"
#include "ui/common/pagedmodel.h"
#include "ui/common/theme.h"
#include "ui/common/tracktable.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"

#include <QApplication>

namespace support {

/// Bytes of one part, through the net module as the program reads them.
class PartSource final : public playback::ByteSource
{
public:
    explicit PartSource(std::unique_ptr<net::RangeReader> reader)
        : m_reader(std::move(reader))
    {
    }
    util::Result<qint64> read(
        qint64 offset, std::span<std::byte> into, std::stop_token stop) override
    {
        return m_reader->read(offset, into, stop);
    }
    util::Result<qint64> size(std::stop_token stop) override { return m_reader->size(stop); }
    bool isRemote() const override { return true; }

private:
    std::unique_ptr<net::RangeReader> m_reader;
};

inline QVariant ratingOf(ui::TrackTable& table, int row)
{
    return table.model()
        ->index(row, int(ui::TrackColumn::Rating))
        .data(ui::PagedModelBase::ValueRole);
}

/// A row without a rating among the first ones, or -1.
inline int unratedRow(ui::TrackTable& table)
{
    for (int row = 0; row < 10; ++row) {
        if (table.trackRows()->track(row) && !ratingOf(table, row).isValid()) {
            return row;
        }
    }
    return -1;
}

/// A point @p x pixels into the stars of @p row, in the table's viewport.
inline QPoint starsOf(ui::TrackTable& table, int row, int x)
{
    const QRect cell = table.visualRect(table.model()->index(row, int(ui::TrackColumn::Rating)));
    return { cell.left() + ui::space::kS + x, cell.center().y() };
}

/// The real window over the real core and the embedded server; playback is silent.
struct DemoWindow
{
    explicit DemoWindow(demo::Options options = {}, bool isSynced = true)
        : demo(std::move(options))
    {
        // What Qt says of a widget, a layout or a painter is a fault of ours. The offscreen
        // platform's own lines begin with "This plugin".
        QTest::failOnWarning(QRegularExpression(
            QStringLiteral("^(Q[A-Z]\\w+|Could not parse|Unknown property|setGeometry|Cannot )")));
        (void)await(userFile.open());
        changes.add(std::make_shared<rating::RateOperation>());
        changes.add(std::make_shared<playlist::EditOperation>(changes.aliases()));
        changes.add(std::make_shared<playlist::ListOperation>(changes.aliases()));
        changes.add(std::make_shared<playlist::DescribeOperation>(changes.aliases()));
        (void)await(changes.setOwner({ { demo.endpoints.machineIdentifier }, {} }));
        if (isSynced) {
            (void)demo.syncNow();
        }
        changes.setServer(demo.client.get());
        onDemand.setServer(demo.client.get());
        window = std::make_unique<ui::MainWindow>(services());
        ui::ConnectionStatus status;
        status.kind = ui::ConnectionStatus::Kind::Lan;
        status.server = QStringLiteral("Demo");
        status.isDemo = true;
        window->setConnection(status);
        account::Circumstances now;
        now.isServerKnown = true;
        now.link = account::Circumstances::Link::Connected;
        now.hasCache = true;
        window->setCapabilities(account::capabilitiesIn(now));
        (void)demo.server.takeRequests();
    }

    ui::Services services()
    {
        ui::Services made { demo.library, changes, ratings, playlists, player, settings, state,
            theme, demo.clock,
            [this](const QString& thumb, int pixels, std::stop_token stop) {
                return util::async::andThen(demo.client->photo(thumb, { pixels, pixels }, {}, stop),
                    &context,
                    [](const plex::Photo& photo) { return QImage::fromData(photo.bytes); });
            },
            [this](const account::ServerAddress&, const util::SecretString& token,
                std::stop_token stop) {
                tested = demo.makeClient(token);
                return tested->info(stop);
            },
            accounts, plexAccounts, pins,
            [this](std::stop_token stop) {
                account::KnownServer server;
                server.id = { demo.endpoints.machineIdentifier };
                server.address = account::parseServerAddress(demo.endpoints.pms.toString()).value();
                return selfCheck.run(server, demo.endpoints.token, std::move(stop));
            },
            [](const plex::HomeUser&, const util::SecretString&) {
                return util::async::ready<void>(util::Error::cancelled());
            },
            [this](const QUrl& page) {
                opened.append(page);
                return true;
            },
            log,
            { [this] {
                 return util::async::ready<QList<types::CacheBucket>>(
                     QList<types::CacheBucket>(buckets));
             },
                [this](const QString& bucket) {
                    flushed.append(bucket);
                    return util::async::ready<void>({});
                } },
            onDemand, importing, demo.pool,
            { [this](std::stop_token stop) { return demo.client->activities(std::move(stop)); },
                [this](const QString& uuid) { return demo.client->cancelActivity(uuid); },
                [this](std::stop_token stop) {
                    return util::async::andThen(demo.client->plays(0, 50, std::move(stop)),
                        &context, [](const plex::Page<types::Play>& page) {
                            return types::Plays { page.items, true };
                        });
                } },
            { [this](QWidget&, const ui::FilePicker::Question&) { return chooseFile(); },
                [this](QWidget&, const ui::FilePicker::Question&) { return chooseFile(); } } };
        made.clips = [this]() -> playback::Player& { return clips; };
        return made;
    }

    /// What somebody would choose, whatever is asked.
    util::Future<QString> chooseFile()
    {
        ++asked;
        return chosenFile.isEmpty() ? util::async::ready<QString>(util::Error::cancelled())
                                    : util::async::ready<QString>(QString(chosenFile));
    }

    /// The requests of @p method since the window was made; asking again is for QTRY.
    QList<demo::RecordedRequest> requests(const QByteArray& method)
    {
        recorded += demo.server.takeRequests();
        QList<demo::RecordedRequest> result;
        for (const demo::RecordedRequest& request : recorded) {
            if (request.method == method) {
                result.append(request);
            }
        }
        return result;
    }

    template <class T>
    T* find(const QString& name)
    {
        return window->findChild<T*>(name);
    }

    /// Goes to every page once, so that all of them are made; ends at Home with the way back.
    void visitEveryPage()
    {
        for (const ui::PageSpec& spec : ui::pageSpecs()) {
            const bool isSearch = spec.places.contains(ui::Route::Place::Search);
            window->go({ spec.places.constFirst(), spec.title.isEmpty() && !isSearch ? 1 : 0,
                isSearch ? QStringLiteral("a") : QString() });
        }
        window->go({});
    }

    /// Shows the window at Tracks and waits for the first rows.
    ui::TrackTable& openTracks()
    {
        window->resize(1280, 800);
        window->show();
        (void)QTest::qWaitForWindowExposed(window.get());
        window->go({ ui::Route::Place::Tracks, 0, {} });
        auto* table = find<ui::TrackTable>(QStringLiteral("tracksTable"));
        (void)QTest::qWaitFor([table] {
            return table->model()->rowCount() > 0 && table->trackRows()->track(0) != nullptr;
        });
        table->setFocus();
        return *table;
    }

    /// The server's key of the track in @p row.
    quint64 keyOf(ui::TrackTable& table, int row)
    {
        const auto keys = await(demo.library.ratingKeys({ table.trackRows()->item(row) }));
        return keys && !keys->isEmpty() ? keys->at(0).value.toULongLong() : 0;
    }
    /// What the server has, 0–10; -1 is unrated. To be waited for before pendingSteps() is: the
    /// rating is shown first, then counted as pending, then sent.
    double serverRating(quint64 key) { return demo.server.rating(key).value_or(-1); }

    DemoLibrary demo;
    QObject context;
    library::OnDemand onDemand { demo.library, demo.clock };
    QList<demo::RecordedRequest> recorded;
    db::Database userFile { demo.threads,
        { demo.folder.filePath(QStringLiteral("user.db")), QStringLiteral(":/sql/user"), true } };
    change::Changes changes { userFile, demo.library, demo.clock };
    playlist::Importing importing { demo.library, userFile, demo.pool, demo.clock };
    rating::Ratings ratings { changes, demo.library, demo.clock };
    playlist::Playlists playlists { changes, demo.library };
    playback::NullBackend backend { playback::NullBackend::Pace::RealTime };
    playback::Player player { backend,
        [this](const playback::QueueEntry& entry) {
            return util::Result<std::unique_ptr<playback::ByteSource>>(
                std::make_unique<PartSource>(demo.client->openPart(entry.partKey)));
        } };
    playback::NullBackend clipBackend { playback::NullBackend::Pace::RealTime };
    playback::Player clips { clipBackend,
        [this](const playback::QueueEntry& entry) {
            return util::Result<std::unique_ptr<playback::ByteSource>>(
                std::make_unique<PartSource>(demo.client->openPart(entry.partKey)));
        } };
    settings::Settings settings { demo.folder.filePath(QStringLiteral("settings.ini")) };
    settings::State state { demo.folder.filePath(QStringLiteral("state.ini")) };
    ui::Theme theme { *qApp };
    QThreadPool pool;
    account::MemoryTokenStore tokens;
    account::Accounts accounts { settings, tokens };
    account::PlexAccounts plexAccounts { settings, tokens, pool,
        { demo.endpoints.plexTv, demo.endpoints.plexTv } };
    account::Pins pins { settings };
    account::Connector connector { settings, plexAccounts, pins, pool };
    account::SelfCheck selfCheck { settings, plexAccounts, connector, pins, pool };
    QList<QUrl> opened; ///< pages, in the browser
    util::LogBuffer log;
    QList<types::CacheBucket> buckets { { QStringLiteral("library"), 1234, 5'600'000, 0, 0 },
        { QStringLiteral("artwork"), 78, 9'100'000, 97, 3 } };
    QStringList flushed; ///< caches
    QString chosenFile; ///< empty: nothing is chosen
    int asked = 0; ///< so often for a file
    std::unique_ptr<plex::Server> tested;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace support
