// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/desktop.h"
#include "core/util/logbuffer.h"
#include "tests/app/program.h"
#include "tests/support/await.h"
#include "ui/common/behaviour.h"
#include "ui/common/theme.h"
#include "ui/common/trackmodel.h"
#include "ui/common/tracktable.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMetaProperty>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

namespace support {

/// The whole program with its window, started as app/main does it.
struct Running
{
    enum class Start
    {
        Later,
        First ///< as with a profile that was never used
    };
    explicit Running(
        const QString& folder, account::Environment environment = {}, Start start = Start::Later)
        : program(folder, std::move(environment))
        , desktop(program.services, program.session, theme, log, {})
    {
        if (start == Start::Later) {
            program.services.settings.set(ui::behaviour::kAssistantDone, true);
        }
        desktop.start();
    }

    ~Running() { verifyNoTokenIsShown(); }
    Q_DISABLE_COPY_MOVE(Running)

    /// Fails the test if a text of a widget holds a token, but for where one is entered.
    static void verifyNoTokenIsShown()
    {
        for (const QWidget* widget : QApplication::allWidgets()) {
            const auto* line = qobject_cast<const QLineEdit*>(widget);
            if (line && line->echoMode() != QLineEdit::Normal) {
                continue;
            }
            const QMetaObject* type = widget->metaObject();
            for (int i = 0; i < type->propertyCount(); ++i) {
                const QMetaProperty property = type->property(i);
                QVERIFY2(property.metaType() != QMetaType::fromType<QString>()
                        || !holdsToken(property.read(widget).toString().toUtf8()),
                    qPrintable(widget->objectName()));
            }
        }
    }
    static ui::MainWindow* window()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* found = qobject_cast<ui::MainWindow*>(widget)) {
                return found;
            }
        }
        return nullptr;
    }
    template <class T>
    T* find(const QString& name) const
    {
        return window()->findChild<T*>(name);
    }
    /// How many tracks the open library has; -1 = none is open.
    qint64 tracks()
    {
        const auto counts = await(program.services.library.counts());
        return counts ? counts->tracks : -1;
    }
    /// Gives an address and a token on the page to connect, which the settings lead to.
    void signIn(const QUrl& server, const QString& token) const
    {
        auto* form = find<QWidget>(QStringLiteral("connectPage"));
        if (!form->isVisible()) {
            QTest::mouseClick(find<QPushButton>(QStringLiteral("settingsAdd")), Qt::LeftButton);
        }
        if (!form->findChild<QLineEdit*>(QStringLiteral("connectionUrl"))->isVisible()) {
            QTest::mouseClick(
                find<QPushButton>(QStringLiteral("connectByAddress")), Qt::LeftButton);
        }
        form->findChild<QLineEdit*>(QStringLiteral("connectionUrl"))->setText(server.toString());
        form->findChild<QLineEdit*>(QStringLiteral("connectionToken"))->setText(token);
        QTest::mouseClick(
            form->findChild<QPushButton*>(QStringLiteral("connectionConnect")), Qt::LeftButton);
    }
    /// Plays the first track of the list, by the keyboard.
    void play()
    {
        window()->go({ ui::Route::Place::Tracks, 0, {} });
        auto* table = find<ui::TrackTable>(QStringLiteral("tracksTable"));
        QTRY_VERIFY(table->model()->rowCount() > 0 && table->trackRows()->track(0));
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Return);
    }

    /// Opens the menu of a button at the top right, chooses what begins with @p text.
    void choose(const QString& button, const QString& text) const
    {
        QMenu* menu = find<QToolButton>(button)->menu();
        menu->popup({ 100, 100 });
        const auto entry = [menu, &text]() -> QAction* {
            for (QAction* action : menu->actions()) {
                if (action->text().startsWith(text)) {
                    return action;
                }
            }
            return nullptr;
        };
        QTRY_VERIFY(entry());
        entry()->trigger();
        menu->close();
    }

    /// Clicks the button of a question that has this role.
    static void answer(QMessageBox* question, QMessageBox::ButtonRole role)
    {
        for (QAbstractButton* button : question->buttons()) {
            if (question->buttonRole(button) == role) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL("there is no such button");
    }

    ui::Theme theme { *qApp };
    Program program;
    util::LogBuffer log;
    app::Desktop desktop;
};

} // namespace support
