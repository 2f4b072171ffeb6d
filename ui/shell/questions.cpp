// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/questions.h"

#include "ui/common/icons.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ui::Questions", text);
}

constexpr int kIcon = 32;

/// A question with Cancel, which is what Escape means, too.
QMessageBox* makeQuestion(QWidget& window, const QString& name, const QString& text)
{
    auto* box = new QMessageBox(&window);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(icon(u"info"_s).pixmap(scaled(kIcon), scaled(kIcon)));
    box->setTextFormat(Qt::PlainText); // names come from servers
    box->setWindowTitle(u"PlexM8"_s);
    box->setText(text);
    box->setEscapeButton(box->addButton(QMessageBox::Cancel));
    return box;
}

} // namespace

util::Future<void> askForget(QWidget& window, const QString& server, int waiting)
{
    auto* box = makeQuestion(window, u"forgetQuestion"_s, tr("Forget %1?").arg(server));
    QStringList says {
        tr("Its address, the token, the local library and the covers are deleted "
           "from this computer. Ratings and playlists stay on the server; the token stays "
           "valid until it is withdrawn in the Plex account, under authorised "
           "devices."),
        tr("The history of your changes stays here, for when you connect to this server again.")
    };
    if (waiting > 0) {
        says.append(QCoreApplication::translate("ui::Questions",
            "%Ln change(s) could not be sent yet: kept too, and sent when you connect again.",
            nullptr, waiting));
    }
    box->setInformativeText(says.join(u"\n\n"_s));
    const QPushButton* forget = box->addButton(tr("Forget"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    util::Promise<void> promise;
    QObject::connect(box, &QMessageBox::finished, box, [box, forget, promise] {
        promise.finish(box->clickedButton() == forget
                ? util::Result<void>()
                : util::Result<void>(util::Error::cancelled()));
    });
    box->open();
    return promise.future();
}

util::Future<bool> askSameUser(QWidget& window, const QString& server)
{
    auto* box = makeQuestion(window, u"sameUserQuestion"_s,
        tr("Is this a new token of the same user of %1?").arg(server));
    box->setInformativeText(
        tr("The same user keeps the local library and the history, and what waits to be sent is "
           "sent. Another user gets a library and a history of their own; nothing of the first one "
           "is sent with this token."));
    const QPushButton* same = box->addButton(tr("The same user"), QMessageBox::YesRole);
    const QPushButton* other = box->addButton(tr("Another user"), QMessageBox::NoRole);
    util::Promise<bool> promise;
    QObject::connect(box, &QMessageBox::finished, box, [box, same, other, promise] {
        const QAbstractButton* clicked = box->clickedButton();
        if (clicked == same || clicked == other) {
            promise.finish(clicked == same);
        } else {
            promise.finish(util::Error::cancelled());
        }
    });
    box->open();
    return promise.future();
}

} // namespace ui
