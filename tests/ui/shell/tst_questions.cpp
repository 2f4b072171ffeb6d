// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/questions.h"

#include "tests/support/await.h"
#include "tests/support/stallguard.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using util::Error;

/// What is asked before something is decided for good: each answer by its button and by key.
class TestQuestions : public QObject
{
    Q_OBJECT

    QWidget m_window;

    QMessageBox* shownBox() const { return m_window.findChild<QMessageBox*>(); }
    /// The button whose text, without its mark for the keyboard, is this.
    static QAbstractButton* button(const QMessageBox& box, const QString& text)
    {
        for (QAbstractButton* candidate : box.buttons()) {
            if (candidate->text().remove(u'&') == text) {
                return candidate;
            }
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { m_window.show(); }
    void cleanup() { QTRY_VERIFY(!shownBox()); }

    void whoseTheTokenIsIsAnswered_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("same") << u"The same user"_s << true;
        QTest::newRow("another") << u"Another user"_s << false;
    }
    void whoseTheTokenIsIsAnswered()
    {
        QFETCH(QString, text);
        QFETCH(bool, isSame);
        const auto answer = ui::askSameUser(m_window, u"<b>Attic</b>"_s);
        QTRY_VERIFY(shownBox() && shownBox()->isVisible());
        QVERIFY(shownBox()->text().contains(u"<b>Attic</b>"_s));
        QCOMPARE(shownBox()->textFormat(), Qt::PlainText);
        QVERIFY(button(*shownBox(), text));
        QTest::mouseClick(button(*shownBox(), text), Qt::LeftButton);
        const auto said = support::await(answer);
        QVERIFY(said);
        QCOMPARE(*said, isSame);
    }

    void escapeAnswersNothing()
    {
        const auto answer = ui::askSameUser(m_window, u"Attic"_s);
        QTRY_VERIFY(shownBox() && shownBox()->isVisible());
        QTest::keyClick(shownBox(), Qt::Key_Escape);
        QCOMPARE(support::await(answer).error().code, Error::Code::Cancelled);
    }

    void forgettingIsConfirmedAndSaysWhatWaits()
    {
        const auto answer = ui::askForget(m_window, u"<b>Attic</b>"_s, 3);
        QTRY_VERIFY(shownBox() && shownBox()->isVisible());
        QVERIFY(shownBox()->text().contains(u"<b>Attic</b>"_s));
        QVERIFY(shownBox()->informativeText().contains(u"3 change"_s));
        QTest::mouseClick(button(*shownBox(), u"Forget"_s), Qt::LeftButton);
        QVERIFY(support::await(answer));
    }

    void nothingIsForgottenByEscapeOrCancel()
    {
        for (const bool isByKey : { true, false }) {
            const auto answer = ui::askForget(m_window, u"Attic"_s, 0);
            QTRY_VERIFY(shownBox() && shownBox()->isVisible());
            QVERIFY(!shownBox()->informativeText().contains(u"change("_s));
            if (isByKey) {
                QTest::keyClick(shownBox(), Qt::Key_Escape);
            } else {
                QTest::mouseClick(shownBox()->button(QMessageBox::Cancel), Qt::LeftButton);
            }
            QCOMPARE(support::await(answer).error().code, Error::Code::Cancelled);
            QTRY_VERIFY(!shownBox());
        }
    }

    void returnDoesNotForget()
    {
        const auto answer = ui::askForget(m_window, u"Attic"_s, 0);
        QTRY_VERIFY(shownBox() && shownBox()->isVisible());
        QTest::keyClick(shownBox(), Qt::Key_Return);
        QCOMPARE(support::await(answer).error().code, Error::Code::Cancelled);
    }
};

PLEXM8_GUI_TEST_MAIN(TestQuestions)
#include "tst_questions.moc"
