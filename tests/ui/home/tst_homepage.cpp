// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/tables.h"
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/covergrid.h"

#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::CoverGrid;

/// The shelves that are made of what happened, and where an album stands in playlists.
class TestHomePage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::DemoWindow> m_demo;

    CoverGrid& shelf(const QString& name) { return *m_demo->find<CoverGrid>(name); }
    static QList<qint64> shown(const CoverGrid& shelf)
    {
        QList<qint64> ids;
        for (int row = 0; row < shelf.model()->rowCount(); ++row) {
            ids.append(shelf.model()->index(row, 0).data(ui::PagedModelBase::IdRole).toLongLong());
        }
        return ids;
    }
    static QString subtitle(const CoverGrid& shelf, int row)
    {
        return shelf.model()->index(row, 0).data(ui::SubtitleRole).toString();
    }
    /// Changes what the cache holds of one album, as a sync would.
    util::Result<void> change(qint64 album, const QString& values)
    {
        return support::await(
            m_demo->demo.library.write([album, values](db::Connection& c, db::ChangeSet& changes) {
                changes.addChanged(library::kItemTable, album);
                return c.execute(u"UPDATE item SET %1 WHERE id = %2"_s.arg(values).arg(album));
            }));
    }
    std::vector<qint64> albums() { return *support::await(m_demo->demo.library.albumIds({})); }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(600));
        m_demo->window->resize(1280, 800);
        m_demo->window->show();
        m_demo->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_demo->window.get()));
        QTRY_VERIFY(shelf(u"homeAdded"_s).isVisible());
    }
    void cleanup() { m_demo.reset(); }

    void whatWasAddedOnThisDayIsRemembered()
    {
        const QDate then = QDate::currentDate().addYears(-3);
        const qint64 album = albums().back();
        QVERIFY(!shown(shelf(u"homeDay"_s)).contains(album));
        QVERIFY(change(album, u"added_at = %1"_s.arg(then.startOfDay().toSecsSinceEpoch() + 3600)));
        CoverGrid& day = shelf(u"homeDay"_s);
        QTRY_VERIFY(shown(day).contains(album));
        QVERIFY(day.isVisibleTo(m_demo->window.get()));
        const int row = int(shown(day).indexOf(album));
        QVERIFY(subtitle(day, row).startsWith(u"Added in %1"_s.arg(then.year())));
        day.setCurrentIndex(day.model()->index(row, 0));
        day.setFocus();
        QTest::keyClick(&day, Qt::Key_Return);
        QCOMPARE(m_demo->window->route(), ui::Route::album({ album }));
    }

    void whatWasBegunCanBeContinued()
    {
        const qint64 album = albums().front();
        const qint64 now = m_demo->demo.clock.epochSeconds();
        QVERIFY(change(
            album, u"viewed_leaf_count = 1, leaf_count = 9, viewed_at = %1"_s.arg(now + 10)));
        CoverGrid& begun = shelf(u"homeUnfinished"_s);
        QTRY_COMPARE(shown(begun).value(0), album);
        const auto all = *support::await(m_demo->demo.library.unfinishedAlbums(24));
        QCOMPARE(shown(begun).size(), all.size());
        QVERIFY(change(album, u"viewed_leaf_count = 9"_s));
        QTRY_VERIFY(!shown(begun).contains(album));
    }

    void itIsReadAgainWhenItIsShownAgain()
    {
        const qint64 album = albums().front();
        CoverGrid& begun = shelf(u"homeUnfinished"_s);
        m_demo->window->go({ ui::Route::Place::Tracks, 0, {} });
        QVERIFY(change(album,
            u"viewed_leaf_count = 1, leaf_count = 9, viewed_at = %1"_s.arg(
                m_demo->demo.clock.epochSeconds() + 10)));
        support::turn(1500ms); // longer than it waits for more changes
        QVERIFY(!shown(begun).contains(album));
        m_demo->window->go({});
        QTRY_COMPARE(shown(begun).value(0), album);
    }

    void anAlbumNamesThePlaylistsItIsIn()
    {
        library::Library& library = m_demo->demo.library;
        types::ItemId album;
        QList<types::PlaylistRow> playlists;
        for (const qint64 id : albums()) {
            playlists = *support::await(library.playlistsWith({ types::ItemId { id } }));
            if (!playlists.isEmpty()) {
                album = { id };
                break;
            }
        }
        QVERIFY(album.isValid());
        m_demo->window->go(ui::Route::album(album));
        auto* box = m_demo->find<QWidget>(u"albumPlaylists"_s);
        QTRY_VERIFY(box->isVisible());
        const auto* more = m_demo->find<QToolButton>(u"albumMorePlaylists"_s);
        QCOMPARE(more->isVisible(), playlists.size() > 3);
        auto* first = box->findChild<QPushButton*>(u"albumPlaylist0"_s);
        QVERIFY(first);
        QCOMPARE(first->text(), playlists.first().title);
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Return);
        QCOMPARE(m_demo->window->route(), ui::Route::playlist(playlists.first().id));
        for (const qint64 id : albums()) {
            if (support::await(library.playlistsWith({ types::ItemId { id } }))->isEmpty()) {
                m_demo->window->go(ui::Route::album({ id }));
                QTRY_VERIFY(!box->isVisible());
                return;
            }
        }
    }
};

PLEXM8_GUI_TEST_MAIN(TestHomePage)
#include "tst_homepage.moc"
