// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"

#include "ui/common/errorbar.h"
#include "ui/common/format.h"
#include "ui/common/keymap.h"
#include "ui/common/statepage.h"
#include "ui/library/albumfacts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QRegularExpression>
#include <QTest>
#include <QTextDocumentFragment>
#include <QTranslator>

using namespace Qt::StringLiterals;
using ui::Route;
using ui::TrackTable;

namespace {

constexpr QChar kOpen(0x27e6);
constexpr QChar kClose(0x27e7);

/// Marks all that goes through translation, so that what does not can be seen.
class Marker final : public QTranslator
{
public:
    QString translate(const char*, const char* source, const char*, int) const override
    {
        return kOpen + QString::fromUtf8(source) + kClose;
    }
    bool isEmpty() const override { return false; }
};

/// What stays as it is in every language.
const QStringList& names()
{
    static const QStringList list {
        u"PlexM8"_s, // the program
        u"Demo"_s, u"Attic"_s, // the server, as it calls itself
        u"Deutsch"_s, u"English"_s, // as each language calls itself
        u"http://192.168.1.10:32400"_s, // how an address looks
    };
    return list;
}

} // namespace

/// Every text of the window goes through translation, but what the library or the user says.
class TestUntranslated : public QObject
{
    Q_OBJECT

private:
    Marker m_marker;
    std::unique_ptr<support::DemoWindow> m_demo;
    QSet<QString> m_data; ///< titles and names from the library
    QStringList m_faults;
    int m_seen = 0;

    bool isData(const QString& text) const
    {
        // Dates come from the locale, not from a translation.
        static const QRegularExpression date(u"^\\d{1,2} \\p{L}{3} \\d{4}$"_s);
        const bool hasLetters = std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
        const bool isOneLetter = text.size() == 1; // of the alphabet beside a list
        return !hasLetters || isOneLetter || m_data.contains(text) || names().contains(text)
            || date.match(text).hasMatch();
    }
    /// @p text without what is marked, whatever was put into it.
    static QString unmarked(const QString& text)
    {
        QString rest;
        int depth = 0;
        for (const QChar c : text) {
            depth += c == kOpen ? 1 : 0;
            if (depth == 0) {
                rest += c;
            }
            depth -= c == kClose ? 1 : 0;
        }
        return rest;
    }
    /// Facts are joined by dots; each of them is looked at.
    void look(const QString& text, const QObject* where, const char* what)
    {
        m_seen += text.isEmpty() ? 0 : 1;
        if (m_data.contains(text)) {
            return;
        }
        for (const QString& part : unmarked(text).split(u" \u00b7 "_s, Qt::SkipEmptyParts)) {
            if (!isData(part.trimmed())) {
                m_faults.append(
                    u"%1 %2 %3: %4"_s.arg(QLatin1String(where->metaObject()->className()),
                        where->objectName(), QLatin1String(what), part));
            }
        }
    }
    /// Whether a widget says keys, the names of which are Qt's to translate.
    bool saysKeys(const QWidget* widget) const
    {
        const auto* map = m_demo->window->findChild<ui::KeyMap*>();
        const QString id = widget->objectName().section(u"keys/"_s, 1);
        return !id.isEmpty() && !map->keys(id).isEmpty();
    }
    void lookAtTexts(const QWidget* widget)
    {
        if (saysKeys(widget)) {
            return;
        }
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            look(label->text(), widget, "text");
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            look(button->text(), widget, "text");
        } else if (const auto* edit = qobject_cast<const QLineEdit*>(widget)) {
            look(edit->placeholderText(), widget, "placeholder");
        } else if (const auto* bar = qobject_cast<const QProgressBar*>(widget)) {
            look(bar->isTextVisible() ? bar->text() : QString(), widget, "text");
        } else if (const auto* menu = qobject_cast<const QMenu*>(widget)) {
            look(menu->title(), widget, "title");
        } else if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
            for (int i = 0; i < box->count(); ++i) {
                look(box->itemText(i), widget, "item");
            }
        } else if (const auto* view = qobject_cast<const QAbstractItemView*>(widget)) {
            lookAtRows(view);
        }
        const QString toolTip = widget->toolTip();
        look(Qt::mightBeRichText(toolTip) ? QTextDocumentFragment::fromHtml(toolTip).toPlainText()
                                          : toolTip,
            widget, "tooltip");
        look(widget->statusTip(), widget, "status tip");
        look(widget->whatsThis(), widget, "help");
        look(widget->accessibleName(), widget, "accessible name");
        look(widget->accessibleDescription(), widget, "accessible description");
        look(widget->isWindow() ? widget->windowTitle() : QString(), widget, "window title");
    }
    void lookAtRows(const QAbstractItemView* view)
    {
        const QAbstractItemModel* model = view->model();
        if (!model || qobject_cast<const QComboBox*>(view->parentWidget()->parentWidget())) {
            return; // a combo box shows its items itself
        }
        for (int column = 0; column < model->columnCount(); ++column) {
            for (const int role : { Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole }) {
                if (qobject_cast<const QTableView*>(view)) {
                    look(
                        model->headerData(column, Qt::Horizontal, role).toString(), view, "header");
                }
                for (int row = 0; row < qMin(model->rowCount(), 30); ++row) {
                    look(model->index(row, column).data(role).toString(), view, "row");
                }
            }
        }
    }
    void lookAtEverything()
    {
        for (const QWidget* widget : QApplication::allWidgets()) {
            if (!widget->objectName().startsWith("qt_"_L1)) {
                lookAtTexts(widget);
            }
        }
        for (const QAction* action : m_demo->window->findChildren<QAction*>()) {
            look(action->text(), action, "action");
            look(action->toolTip(), action, "action's tooltip");
            look(action->statusTip(), action, "action's status tip");
        }
    }
    void addTrack(const types::TrackRow& track)
    {
        m_data += { track.title, track.artist, track.album, track.albumArtist };
    }
    void addList(const QStringList& names)
    {
        m_data += QSet<QString>(names.begin(), names.end());
        m_data.insert(QLocale().createSeparatedList(names));
    }
    /// What the server tells of artists and albums when their pages are opened.
    void collectDetails()
    {
        const library::Library& library = m_demo->demo.library;
        const auto ids = support::await(library.artistIds({}));
        for (const qint64 id : *ids) {
            (void)support::await(m_demo->onDemand.refresh({ id }));
            const auto artist = support::await(library.artistPage({ id }, 1));
            m_data.insert(artist->summary.trimmed());
            addList(artist->genres + artist->countries);
            addList(artist->countries);
            for (const library::SimilarArtist& similar : artist->similar) {
                m_data.insert(similar.name);
            }
            for (const library::Release& release : artist->releases) {
                const auto album = support::await(library.albumDetails(release.album.id));
                m_data
                    += { album->summary.trimmed(), ui::releaseText(album->released, album->year) };
                for (const QStringList& names :
                    { album->genres, album->styles, album->moods, album->labels, album->guests }) {
                    addList(names);
                }
                for (const QString& codec : album->codecs) {
                    m_data.insert(ui::format::quality(codec, 0));
                }
                for (const plex::Credit& credit : album->credits) {
                    m_data.insert(credit.name);
                }
            }
        }
    }
    void collectData()
    {
        const library::Library& library = m_demo->demo.library;
        const auto ids = support::await(library.trackIds({}));
        const auto tracks = support::await(library.tracks(QList<qint64>(ids->begin(), ids->end())));
        for (const types::TrackRow& track : *tracks) {
            addTrack(track);
            const auto album = support::await(library.album(track.albumId));
            m_data.insert(album->studio);
            m_data += QSet<QString>(album->genres.begin(), album->genres.end());
        }
        collectDetails();
        const auto sections = support::await(library.sections());
        for (const types::Section& section : *sections) {
            m_data.insert(section.title);
        }
        const auto genres = support::await(library.genres());
        for (const types::GenreRow& genre : *genres) {
            m_data.insert(genre.name);
        }
        const auto playlists = support::await(library.playlists());
        for (const types::PlaylistRow& playlist : *playlists) {
            m_data += { playlist.title, playlist.summary.simplified() };
            const auto spine = support::await(library.playlistSpine(playlist.id));
            const QList<qint64> entries(spine->entries.begin(), spine->entries.end());
            const auto rows = support::await(library.playlistEntries(entries));
            for (const types::PlaylistEntryRow& entry : *rows) {
                addTrack(entry.track);
            }
        }
    }
    void verify()
    {
        lookAtEverything();
        m_faults.removeDuplicates();
        QVERIFY2(m_faults.isEmpty(), qPrintable(u'\n' + m_faults.mid(0, 12).join(u'\n')));
    }
    void open(const demo::Options& options, bool isSynced)
    {
        m_demo = std::make_unique<support::DemoWindow>(options, isSynced);
        m_demo->window->resize(1280, 800);
        m_demo->window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_demo->window.get()));
    }
    void setConnection(ui::ConnectionStatus::Kind kind, bool isDemo = false)
    {
        ui::ConnectionStatus status;
        status.kind = kind;
        status.server = u"Attic"_s;
        status.isDemo = isDemo;
        m_demo->window->setConnection(status);
    }

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_marker); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_marker); }
    void init()
    {
        m_faults.clear();
        m_data.clear();
        m_seen = 0;
    }
    void cleanup() { m_demo.reset(); }

    void anEmptyWindow()
    {
        open(support::demoOf(1), false);
        using Place = Route::Place;
        for (const Place place : { Place::Home, Place::Artists, Place::Albums, Place::Tracks,
                 Place::Genres, Place::Playlists, Place::Album, Place::Playlist, Place::History,
                 Place::Settings }) {
            m_demo->window->go({ place, place == Place::Home ? 0 : 1, {} });
        }
        m_demo->window->startSearch(u"x"_s);
        for (const QString& name : { u"artistsPage"_s, u"albumsPage"_s, u"tracksPage"_s,
                 u"genresPage"_s, u"playlistsPage"_s, u"playlistPage"_s, u"searchPage"_s }) {
            auto* page = m_demo->find<QWidget>(name);
            QTRY_VERIFY(!page->findChild<ui::StatePage*>()->title().isEmpty());
        }
        m_demo->window->showAbout();
        m_demo->window->showQueue(true);
        using Kind = ui::ConnectionStatus::Kind;
        for (const Kind kind :
            { Kind::None, Kind::Connecting, Kind::Lan, Kind::Remote, Kind::Offline }) {
            setConnection(kind);
            verify();
        }
        m_demo->window->showConnectPage(true);
        verify();
        QVERIFY(m_seen > 500);
    }

    void aFullWindow()
    {
        open(support::demoOf(60), true);
        collectData();
        TrackTable& table = m_demo->openTracks();
        const types::TrackRow track = *table.trackRows()->track(0);
        const auto playlists = support::await(m_demo->demo.library.playlists());
        m_demo->window->go({ Route::Place::Playlist, playlists->constFirst().id.value, {} });
        auto* list = m_demo->find<TrackTable>(u"playlistTable"_s);
        QTRY_VERIFY(list->model()->rowCount() > 0 && list->trackRows()->track(0));
        m_demo->window->go({ Route::Place::Album, track.albumId.value, {} });
        auto* album = m_demo->find<TrackTable>(u"albumTable"_s);
        QTRY_VERIFY(album->model()->rowCount() > 0 && album->trackRows()->track(0));
        for (const auto& [place, name] : { std::pair(Route::Place::Artists, u"artists"_s),
                 std::pair(Route::Place::Albums, u"albums"_s),
                 std::pair(Route::Place::Playlists, u"playlists"_s),
                 std::pair(Route::Place::Genres, u"genres"_s) }) {
            m_demo->window->go({ place, 0, {} });
            auto* grid = m_demo->find<QAbstractItemView>(name + u"Grid"_s);
            QTRY_VERIFY(grid->model()->rowCount() > 0
                && !grid->model()->index(0, 0).data().toString().isEmpty());
        }
        const auto genres = *support::await(m_demo->demo.library.genres());
        m_demo->window->go(Route::genre(Route::Place::Albums, genres.constFirst().name));
        m_demo->window->startSearch(u"a"_s);
        auto* found = m_demo->find<QAbstractItemView>(u"searchTable"_s);
        QTRY_VERIFY(found->model()->rowCount() > 0);
        m_demo->window->go(Route::artist(track.artistId, track.albumArtist));
        auto* top = m_demo->find<QAbstractItemView>(u"artistTable"_s);
        QTRY_VERIFY(top->model()->rowCount() > 0);
        m_demo->window->go({ Route::Place::Folders, 0, {} });
        auto* folders = m_demo->find<QAbstractItemView>(u"foldersList"_s);
        QTRY_VERIFY(folders->model()->rowCount() > 0);
        m_demo->window->go({ Route::Place::Tracks, track.artistId.value, track.albumArtist });
        QTRY_VERIFY(table.model()->rowCount() > 0 && table.trackRows()->track(0));
        table.selectAll();
        QTest::keyClick(&table, Qt::Key_Return, Qt::ControlModifier); // a notice, and a queue
        QTest::keyClick(&table, Qt::Key_3);
        QTRY_VERIFY(m_demo->changes.undoable().id.isValid());
        m_demo->player.playAt(0);
        m_demo->window->showQueue(true);
        m_demo->window->go({ Route::Place::History, 0, {} });
        auto* history = m_demo->find<QAbstractItemView>(u"historyList"_s);
        QTRY_COMPARE(history->model()->rowCount(), 1);
        history->setCurrentIndex(history->model()->index(0, 0));
        m_demo->window->setSync(true, m_marker.translate("", "Tracks", "", -1), 100, 1000);
        verify();
        m_demo->window->setSync(false, {}, 0, 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_demo->changes.pendingSteps(), 0, 30'000);
        table.popupColumnMenu({ 10, 10 });
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {}, Qt::NoModifier);
        m_demo->window->go({ Route::Place::Tracks, 0, {} });
        table.selectRow(0);
        QApplication::sendEvent(&table, &event);
        QVERIFY(m_demo->window->findChild<QMenu*>(u"trackMenu"_s));
        verify();
        QVERIFY(m_seen > 1000);
    }

    void anError()
    {
        open(support::demoOf(20), true);
        collectData();
        TrackTable& table = m_demo->openTracks();
        demo::Fault fault;
        fault.status = 403;
        fault.pathPrefix = u"/:/rate"_s;
        fault.times = 100;
        m_demo->demo.server.inject(fault);
        table.selectAll();
        QTest::keyClick(&table, Qt::Key_5);
        auto* bar = m_demo->find<QWidget>(u"tracksPage"_s)->findChild<ui::ErrorBar*>();
        QTRY_VERIFY(bar->isVisible());
        m_demo->window->go({ Route::Place::History, 0, {} });
        auto* history = m_demo->find<QAbstractItemView>(u"historyList"_s);
        QTRY_VERIFY(history->model()->rowCount() > 0);
        history->setCurrentIndex(history->model()->index(0, 0));
        verify();
    }
};

PLEXM8_GUI_TEST_MAIN(TestUntranslated)
#include "tst_untranslated.moc"
