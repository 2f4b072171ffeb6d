// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/covergrid.h"
#include "ui/common/format.h"
#include "ui/common/keymap.h"
#include "ui/common/listactions.h"
#include "ui/shell/actions.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Route;
using Place = ui::Route::Place;

namespace {

/// How it is seen that an action was done.
struct Proof
{
    QString id; ///< of its table, or its text in a menu
    std::function<void()> prepare;
    std::function<QVariant()> seen;
    QVariant expected {}; ///< afterwards, and not before
    std::function<void()> tidy {};
};

QString plain(QString text)
{
    return text.remove(u'&');
}

} // namespace

/// Each action of the program, done with nothing but keys: by its own, by the menu bar and by the
/// menus of lists. An action without a proof here fails the test.
class TestKeyboard : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoWindow> m_demo;
    std::unique_ptr<QSignalSpy> m_synced;
    std::unique_ptr<QSignalSpy> m_closed;
    std::unique_ptr<QSignalSpy> m_begun; ///< tracks

    ui::MainWindow& window() { return *m_demo->window; }
    playback::Player& player() { return m_demo->player; }

    void activate()
    {
        // A menu that was closed takes the focus along when it is deleted.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(QTest::qWaitFor([this] {
            const QWidget* focused = QApplication::focusWidget();
            if (focused && focused->window() == &window() && window().isActiveWindow()
                && QGuiApplication::focusWindow() == window().windowHandle()) {
                return true;
            }
            window().activateWindow();
            if (QWidget* last = window().focusWidget()) {
                last->setFocus();
            }
            return false;
        }));
    }
    /// What has the focus gets the key, as when somebody presses it.
    void press(const QKeySequence& keys)
    {
        QWidget* target = QApplication::activePopupWidget();
        target = target ? target : QApplication::activeModalWidget();
        target = target ? target : QApplication::focusWidget();
        QTest::keySequence(target ? target : QApplication::activeWindow(), keys);
    }
    /// Arrow keys to the line @p text of the open menu, then Return.
    void chooseFromMenu(const QString& text)
    {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY2(menu, "no menu is open");
        const int lines = int(menu->actions().size());
        for (int step = 0; step <= lines; ++step) {
            if (menu->activeAction() && plain(menu->activeAction()->text()) == text) {
                press(menu->activeAction()->menu() ? Qt::Key_Right : Qt::Key_Return);
                return;
            }
            press(Qt::Key_Down);
        }
        QFAIL(qPrintable(u"no line \"%1\" can be reached"_s.arg(text)));
    }
    void openMenuOf(const QAction* action)
    {
        for (const QAction* top : window().menuBar()->actions()) {
            if (top->menu() && top->menu()->actions().contains(action)) {
                const qsizetype mark = top->text().indexOf(u'&');
                QVERIFY2(mark >= 0, qPrintable(top->text()));
                activate();
                const QChar letter = top->text().at(mark + 1).toUpper();
                press(QKeySequence(u"Alt+"_s + letter));
                QTRY_COMPARE(QApplication::activePopupWidget(), top->menu());
                return;
            }
        }
        QFAIL(qPrintable(u"in no menu: "_s + action->text()));
    }
    /// The menu of what has the focus, by the key for that.
    void openContextMenu()
    {
        activate();
        QWidget* target = QApplication::focusWidget();
        // The system turns the key into this event.
        const QPoint at = target->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
        QContextMenuEvent event(
            QContextMenuEvent::Keyboard, at, target->mapToGlobal(at), Qt::NoModifier);
        QApplication::sendEvent(target, &event);
        QTRY_VERIFY(qobject_cast<QMenu*>(QApplication::activePopupWidget()));
    }
    /// Its text in the menu may say more than in the table: what is redone.
    QAction* actionOf(const QString& id)
    {
        const QList<QKeySequence> keys = window().findChild<ui::KeyMap*>()->keys(id);
        const QList<ui::ActionSpec> specs = ui::windowActions();
        const auto spec = std::ranges::find_if(
            specs, [&id](const ui::ActionSpec& each) { return QLatin1String(each.id) == id; });
        for (const QAction* top : window().menuBar()->actions()) {
            for (QAction* action : top->menu()->actions()) {
                const bool isNamed = spec != specs.end()
                    && action->text() == QCoreApplication::translate(spec->context, spec->text);
                if (!action->menu() && (keys.isEmpty() ? isNamed : action->shortcuts() == keys)) {
                    return action;
                }
            }
        }
        return nullptr;
    }

    void go(Place place) { window().go({ place }); }
    QVariant place() { return int(window().route().place); }
    Proof goes(const QString& id, Place from, Place to)
    {
        return { id, [this, from] { go(from); }, [this] { return place(); }, int(to) };
    }
    int panes() { return m_demo->find<QSplitter>(u"panes"_s)->count(); }
    ui::TrackTable& table() { return *m_demo->find<ui::TrackTable>(u"tracksTable"_s); }
    void openTracks()
    {
        m_demo->openTracks();
        activate();
        table().setFocus();
        table().selectRow(0);
    }
    QVariant focus()
    {
        const QWidget* widget = QApplication::focusWidget();
        return widget ? widget->objectName() : QString();
    }
    /// Three tracks in the queue, the second one playing.
    void play()
    {
        openTracks();
        player().clearQueue();
        press(Qt::Key_Return);
        QTRY_VERIFY(player().current());
        QTRY_COMPARE(player().state(), playback::Player::State::Playing);
        if (player().queue().currentIndex() == 0) {
            player().next();
        }
        QTRY_COMPARE(player().queue().currentIndex(), 1);
    }
    void rateFirst(int stars)
    {
        openTracks();
        press(Qt::Key_0 + stars);
        const quint64 key = m_demo->keyOf(table(), 0);
        QTRY_COMPARE(m_demo->serverRating(key), stars * 2.0);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
    }
    QVariant firstRating() { return m_demo->serverRating(m_demo->keyOf(table(), 0)); }

    QList<Proof> goingProofs()
    {
        QList<Proof> proofs { goes(u"server.connection"_s, Place::Home, Place::Settings),
            goes(u"settings"_s, Place::Home, Place::Settings),
            goes(u"go.home"_s, Place::Tracks, Place::Home),
            goes(u"go.artists"_s, Place::Home, Place::Artists),
            goes(u"go.albums"_s, Place::Home, Place::Albums),
            goes(u"go.tracks"_s, Place::Home, Place::Tracks),
            goes(u"go.genres"_s, Place::Home, Place::Genres),
            goes(u"go.folders"_s, Place::Home, Place::Folders),
            goes(u"go.playlists"_s, Place::Home, Place::Playlists),
            goes(u"go.ratings"_s, Place::Home, Place::Ratings),
            goes(u"go.history"_s, Place::Home, Place::History),
            goes(u"go.activity"_s, Place::Home, Place::Activity),
            goes(u"help.log"_s, Place::Home, Place::Log),
            goes(u"help.keys"_s, Place::Home, Place::Settings) };
        proofs.append({ u"go.back"_s,
            [this] {
                go(Place::Albums);
                go(Place::Genres);
            },
            [this] { return place(); }, int(Place::Albums) });
        proofs.append({ u"go.forward"_s,
            [this] {
                go(Place::Albums);
                go(Place::Genres);
                window().goBack();
            },
            [this] { return place(); }, int(Place::Genres) });
        proofs.append({ u"pane.new"_s, [this] { go(Place::Tracks); }, [this] { return panes(); }, 2,
            [this] { window().closePane(); } });
        const auto two = [this] {
            go(Place::Tracks);
            window().go({ Place::Albums }, ui::OpenIn::NewPane);
        };
        proofs.append({ u"pane.other"_s, two, [this] { return place(); }, int(Place::Tracks),
            [this] { window().closePane(); } });
        proofs.append({ u"pane.close"_s, two, [this] { return panes(); }, 1 });
        return proofs;
    }
    QList<Proof> playbackProofs()
    {
        const auto volume = [this] { return QVariant(qRound(player().volume() * 100)); };
        const auto half = [this] { player().setVolume(0.5); };
        return {
            { u"playback.play_pause"_s, [this] { play(); },
                [this] { return int(player().state()); }, int(playback::Player::State::Paused) },
            { u"playback.next"_s, [this] { play(); },
                [this] { return player().queue().currentIndex(); }, 2 },
            { u"playback.previous"_s, [this] { play(); },
                [this] { return player().queue().currentIndex(); }, 0 },
            { u"playback.louder"_s, half, volume, 55 },
            { u"playback.quieter"_s, half, volume, 45 },
            { u"playback.mute"_s, [this] { player().setMuted(false); },
                [this] { return player().isMuted(); }, true },
            { u"playback.shuffle"_s, [this] { player().setShuffled(false); },
                [this] { return player().queue().isShuffled(); }, true },
            { u"playback.repeat"_s, [this] { player().setRepeat(playback::Repeat::All); },
                [this] { return int(player().queue().repeat()); }, int(playback::Repeat::One) },
        };
    }
    QList<Proof> proofs()
    {
        QList<Proof> proofs = goingProofs() + playbackProofs();
        proofs.append({ u"library.synchronise"_s, [this] { m_synced->clear(); },
            [this] { return int(m_synced->size()); }, 1 });
        proofs.append({ u"edit.undo"_s,
            [this] {
                rateFirst(2);
                rateFirst(4);
            },
            [this] { return firstRating(); }, 4.0 });
        proofs.append({ u"edit.redo"_s,
            [this] {
                rateFirst(2);
                rateFirst(5);
                press(QKeySequence::Undo);
                QTRY_COMPARE(firstRating(), QVariant(4.0));
                QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
            },
            [this] { return firstRating(); }, 10.0 });
        proofs.append({ u"search"_s, [this] { openTracks(); }, [this] { return focus(); },
            u"globalSearch"_s });
        proofs.append({ u"list.filter"_s, [this] { openTracks(); }, [this] { return focus(); },
            u"tracksFilter"_s });
        const auto shown = [this](const QString& name) {
            return [this, name] { return m_demo->find<QWidget>(name)->isVisible(); };
        };
        proofs.append({ u"view.queue"_s, [this] { window().showQueue(false); },
            shown(u"queuePanel"_s), true, [this] { window().showQueue(false); } });
        proofs.append({ u"view.sidebar"_s, [] {}, shown(u"sidebar"_s), false,
            [this] { press(Qt::Key_F9); } });
        proofs.append({ u"help.assistant"_s, [] {}, shown(u"assistantPage"_s), true,
            [this] { press(Qt::Key_Escape); } });
        proofs.append(
            { u"playlist.new"_s, [] {}, [] { return QApplication::activeModalWidget() != nullptr; },
                true, [this] { press(Qt::Key_Escape); } });
        // It asks for a file at once.
        proofs.append({ u"playlist.import"_s, [this] { m_demo->asked = 0; },
            [this] { return m_demo->asked; }, 1 });
        proofs.append(
            { u"help.about"_s, [] {}, [] { return QApplication::activeModalWidget() != nullptr; },
                true, [this] { press(Qt::Key_Escape); } });
        proofs.append({ u"window.quit"_s, [this] { m_closed->clear(); },
            [this] { return int(m_closed->size()); }, 1 }); // the last one
        return proofs;
    }

    void begin(const Proof& proof)
    {
        activate();
        proof.prepare();
        QVERIFY2(!QTest::currentTestFailed() && proof.seen() != proof.expected,
            qPrintable(u"before "_s + proof.id));
    }
    void end(const Proof& proof)
    {
        if (QTest::currentTestFailed()) {
            qWarning("while doing %s", qPrintable(proof.id));
            return;
        }
        QTRY_VERIFY2(proof.seen() == proof.expected,
            qPrintable(u"%1: %2 instead of %3"_s.arg(
                proof.id, proof.seen().toString(), proof.expected.toString())));
        if (proof.tidy) {
            proof.tidy();
        }
        QTRY_VERIFY(!QApplication::activePopupWidget() && !QApplication::activeModalWidget());
    }
    /// Every line of the open menu and of those inside, but for lines of what is left out.
    static void collect(const QMenu& menu, QStringList& lines)
    {
        for (const QAction* action : menu.actions()) {
            if (action->menu()) {
                collect(*action->menu(), lines);
            } else if (!action->isSeparator()) {
                lines.append(plain(action->text()));
            }
        }
    }
    /// Each line of the menu that @p open opens is done by keys, and has its proof.
    void walkMenu(const std::function<void()>& open, const QList<Proof>& proofs)
    {
        open();
        openContextMenu();
        QStringList lines;
        collect(*qobject_cast<QMenu*>(QApplication::activePopupWidget()), lines);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        for (const Proof& proof : proofs) {
            open();
            begin(proof);
            openContextMenu();
            for (const QString& part : proof.id.split(u'>')) {
                chooseFromMenu(part);
            }
            end(proof);
            if (QTest::currentTestFailed()) {
                return;
            }
            lines.removeAll(proof.id.section(u'>', -1));
        }
        QVERIFY2(lines.isEmpty(), qPrintable(lines.join(u", ")));
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(300));
        window().resize(1280, 800);
        window().show();
        m_synced = std::make_unique<QSignalSpy>(&window(), &ui::MainWindow::syncRequested);
        m_closed = std::make_unique<QSignalSpy>(&window(), &ui::MainWindow::closed);
        m_begun = std::make_unique<QSignalSpy>(&player(), &playback::Player::trackChanged);
        activate();
    }
    void cleanup()
    {
        while (QWidget* popup = QApplication::activePopupWidget()) {
            popup->close();
        }
        m_demo.reset();
    }

    void everyActionHasItsProof()
    {
        QStringList without;
        const QList<Proof> all = proofs();
        for (const ui::ActionSpec& spec : ui::windowActions()) {
            if (!std::ranges::any_of(all,
                    [&spec](const Proof& each) { return each.id == QLatin1String(spec.id); })) {
                without.append(QLatin1String(spec.id));
            }
        }
        QVERIFY2(without.isEmpty(), qPrintable(without.join(u", ")));
        QCOMPARE(all.size(), ui::windowActions().size());
    }

    void everyActionIsDoneByItsKeys()
    {
        int done = 0;
        for (const Proof& proof : proofs()) {
            const QList<QKeySequence> keys = window().findChild<ui::KeyMap*>()->keys(proof.id);
            for (const QKeySequence& each : keys) {
                if (proof.id == "window.quit"_L1 && done < 30) {
                    break;
                }
                begin(proof);
                press(each);
                end(proof);
                if (QTest::currentTestFailed()) {
                    return;
                }
                ++done;
            }
        }
        QVERIFY(done >= 30);
    }

    void everyActionIsDoneByTheMenuBar()
    {
        for (const Proof& proof : proofs()) {
            QAction* action = actionOf(proof.id);
            QVERIFY2(action, qPrintable(proof.id));
            begin(proof);
            openMenuOf(action);
            chooseFromMenu(plain(action->text()));
            end(proof);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }

    void noTwoLinesOfAMenuHaveOneLetter()
    {
        for (const QAction* top : window().menuBar()->actions()) {
            QSet<QChar> letters;
            for (const QAction* action : top->menu()->actions()) {
                const qsizetype mark = action->text().indexOf(u'&');
                if (action->isSeparator()) {
                    continue;
                }
                QVERIFY2(mark >= 0, qPrintable(action->text()));
                const QChar letter = action->text().at(mark + 1).toLower();
                QVERIFY2(!letters.contains(letter), qPrintable(action->text()));
                letters.insert(letter);
            }
        }
    }

    void theCurrentTrackIsRatedByTheMenuBar()
    {
        play();
        const quint64 key = player().current()->ratingKey.value.toULongLong();
        const double before = m_demo->serverRating(key);
        const int stars = before == 6.0 ? 4 : 3;
        press(QKeySequence(u"Alt+P"_s));
        QTRY_VERIFY(QApplication::activePopupWidget());
        chooseFromMenu(u"Rate current track"_s);
        chooseFromMenu(ui::format::rating(types::Rating::fromPlex(stars * 2)));
        QTRY_COMPARE(m_demo->serverRating(key), stars * 2.0);
    }

    void everyLineOfTheTracksMenu()
    {
        const auto rows = [this] { return QVariant(int(player().queue().size())); };
        const auto empty = [this] { player().clearQueue(); };
        const QString title = [this] {
            openTracks();
            return table().trackRows()->track(0)->title;
        }();
        QList<Proof> lines { { u"Play"_s, empty, [this] { return player().current() != nullptr; },
                                 true },
            { u"Play next"_s, empty, rows, 1 }, { u"Add to queue"_s, empty, rows, 1 },
            { u"Rate>Lock ratings against clicks"_s, [] {},
                [this] { return table().isRatingLocked(); }, true,
                [this] { Q_EMIT table().ratingLockRequested(false); } },
            { u"Rate>Former ratings and copies…"_s, [] {},
                [] { return QApplication::activeModalWidget() != nullptr; }, true,
                [this] { press(Qt::Key_Escape); } },
            { u"Go to album"_s, [] {}, [this] { return place(); }, int(Place::Album) },
            { u"Go to artist"_s, [] {}, [this] { return place(); }, int(Place::Artist) },
            { u"Open album in new pane"_s, [] {}, [this] { return panes(); }, 2,
                [this] { window().closePane(); } },
            { u"Copy title and artist"_s, [] { QGuiApplication::clipboard()->clear(); },
                [title] { return QGuiApplication::clipboard()->text().endsWith(title); }, true } };
        rateFirst(2);
        lines += ratingProofs([this] { return firstRating(); });
        walkMenu([this] { openTracks(); }, lines);
    }

    void everyLineOfACardsMenu_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<QString>("grid");
        QTest::addColumn<QStringList>("ways");
        QTest::newRow("albums") << int(Place::Albums) << u"albumsGrid"_s
                                << QStringList { u"Go to artist"_s };
        QTest::newRow("artists") << int(Place::Artists) << u"artistsGrid"_s << QStringList();
        QTest::newRow("genres") << int(Place::Genres) << u"genresGrid"_s
                                << QStringList { u"Go to its artists"_s, u"Go to its tracks"_s };
        QTest::newRow("playlists") << int(Place::Playlists) << u"playlistsGrid"_s << QStringList();
    }
    void everyLineOfACardsMenu()
    {
        QFETCH(int, place);
        QFETCH(QString, grid);
        QFETCH(QStringList, ways);
        const auto open = [this, place, grid] {
            activate();
            go(Place(place));
            auto* cards = m_demo->find<ui::CoverGrid>(grid);
            QVERIFY(cards);
            QTRY_VERIFY(cards->model()->rowCount() > 0
                && !cards->model()->index(0, 0).data(ui::PagedModelBase::PlaceholderRole).toBool());
            cards->setFocus();
            press(Qt::Key_Home);
            QTRY_VERIFY(cards->currentIndex().isValid());
        };
        const auto rows = [this] { return player().queue().size() > 0; };
        const auto empty = [this] {
            player().clearQueue();
            m_begun->clear();
        };
        const auto elsewhere = [this, place] { return this->place() != place; };
        QList<Proof> lines { { u"Play"_s, empty, [this] { return m_begun->size() > 0; }, true },
            { u"Play next"_s, empty, rows, true }, { u"Add to queue"_s, empty, rows, true },
            { u"Open"_s, [] {}, elsewhere, true },
            { u"Open in new pane"_s, [] {}, [this] { return panes(); }, 2,
                [this] { window().closePane(); } } };
        for (const QString& way : ways) {
            lines.append({ way, [] {}, elsewhere, true });
        }
        if (Place(place) == Place::Albums || Place(place) == Place::Artists) {
            lines.append({ u"Rate>Former ratings…"_s, [] {},
                [] { return QApplication::activeModalWidget() != nullptr; }, true,
                [this] { press(Qt::Key_Escape); } });
            lines += ratingProofs([this, grid] {
                auto* cards = m_demo->find<ui::CoverGrid>(grid);
                const types::ItemId id {
                    cards->model()->index(0, 0).data(ui::PagedModelBase::IdRole).toLongLong()
                };
                const auto keys = support::await(m_demo->demo.library.ratingKeys({ id }));
                return m_demo->serverRating(keys->at(0).value.toULongLong());
            });
        }
        walkMenu(open, lines);
    }

    void everyKeyOfAListOfTracks()
    {
        const auto rows = [this] { return player().queue().size(); };
        for (const ui::ActionSpec& spec : ui::listActions()) {
            for (const QKeySequence& keys : spec.keys) {
                openTracks();
                player().clearQueue();
                QCOMPARE(rows(), 0);
                if (QLatin1String(spec.id) == "list.play"_L1) {
                    press(keys);
                    QTRY_VERIFY(player().current());
                } else if (QLatin1String(spec.id) == "list.play_next"_L1
                    || QLatin1String(spec.id) == "list.enqueue"_L1) {
                    press(keys);
                    QTRY_COMPARE(rows(), 1);
                    QVERIFY(player().state() != playback::Player::State::Playing);
                } else if (QLatin1String(spec.id) == "list.play_pause"_L1) {
                    play();
                    press(keys);
                    QTRY_COMPARE(player().state(), playback::Player::State::Paused);
                } else {
                    QFAIL(spec.id);
                }
            }
        }
    }

    void everyKeyOfTheQueue()
    {
        play();
        window().showQueue(true);
        auto* list = m_demo->find<QListView>(u"queueList"_s);
        QTRY_VERIFY(list->isVisible());
        list->setFocus();
        const auto order = [this] {
            QList<qint64> ids;
            for (const playback::QueueEntry& entry : player().queue().entries()) {
                ids.append(entry.id.value);
            }
            return ids;
        };
        QList<qint64> expected = order();
        QVERIFY(expected.size() > 4);
        press(Qt::Key_Home);
        press(Qt::ALT | Qt::Key_Down);
        expected.move(0, 1);
        QTRY_COMPARE(order(), expected);
        press(Qt::ALT | Qt::Key_Down);
        expected.move(1, 2);
        QTRY_COMPARE(order(), expected);
        press(Qt::ALT | Qt::Key_Up);
        expected.move(2, 1);
        QTRY_COMPARE(order(), expected);
        press(Qt::Key_End);
        press(Qt::Key_Delete);
        expected.removeLast();
        QTRY_COMPARE(order(), expected);
        press(Qt::Key_Home);
        press(Qt::Key_Return);
        QTRY_COMPARE(player().queue().currentIndex(), 0);
        QTRY_COMPARE(player().state(), playback::Player::State::Playing);
        press(Qt::Key_Space);
        QTRY_COMPARE(player().state(), playback::Player::State::Paused);
    }

private:
    /// Ten values and none, each of them another one than before.
    static QList<Proof> ratingProofs(const std::function<QVariant()>& seen)
    {
        QList<Proof> lines;
        for (int halves = 10; halves >= 1; --halves) {
            lines.append({ u"Rate>"_s + ui::format::rating(types::Rating::fromPlex(halves)), [] {},
                seen, double(halves) });
        }
        lines.append({ u"Rate>No rating"_s, [] {}, seen, -1.0 });
        return lines;
    }
};

PLEXM8_GUI_TEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
