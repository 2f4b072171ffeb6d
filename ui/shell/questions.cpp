// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/questions.h"

#include "ui/common/icons.h"
#include "ui/common/textlabel.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct QuestionText
{
    Q_DECLARE_TR_FUNCTIONS(ui::Questions)
};

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

/// Finishes @p promise when the question is answered: with success only by @p yes.
void finishBy(QMessageBox* box, const QPushButton* yes, const util::Promise<void>& promise)
{
    QObject::connect(box, &QMessageBox::finished, box, [box, yes, promise] {
        promise.finish(box->clickedButton() == yes ? util::Result<void>()
                                                   : util::Result<void>(util::Error::cancelled()));
    });
    box->open();
}

/// True by @p yes, false by @p no; Cancelled by anything else.
util::Future<bool> answerOf(QMessageBox* box, const QPushButton* yes, const QPushButton* no)
{
    util::Promise<bool> promise;
    QObject::connect(box, &QMessageBox::finished, box, [box, yes, no, promise] {
        const QAbstractButton* clicked = box->clickedButton();
        if (clicked == yes || clicked == no) {
            promise.finish(clicked == yes);
        } else {
            promise.finish(util::Error::cancelled());
        }
    });
    box->open();
    return promise.future();
}

/// "AB:CD:…" in two lines, as other programs show it.
QString fingerprint(const QByteArray& sha256)
{
    QString text = QString::fromLatin1(sha256.toHex(':')).toUpper();
    return text.insert(text.size() / 2 + 1, u'\n');
}

QString waitingText(int waiting)
{
    return QuestionText::tr(
        "%Ln change(s) could not be sent yet: kept too, and sent when you connect again.", nullptr,
        waiting);
}

} // namespace

util::Future<void> askFlushLibrary(QWidget& window)
{
    auto* box = makeQuestion(
        window, u"flushQuestion"_s, QuestionText::tr("Empty the library on this computer?"));
    box->setInformativeText(QuestionText::tr(
        "All of it is read from the server again, which takes a while. Changes that wait for "
        "the server are kept, and nothing on the server is changed."));
    const auto* yes
        = box->addButton(QuestionText::tr("Empty and read again"), QMessageBox::AcceptRole);
    util::Promise<void> promise;
    finishBy(box, yes, promise);
    return promise.future();
}

util::Future<void> askCertificate(QWidget& window, const QUrl& address,
    const net::Certificate& certificate, const QByteArray& former)
{
    const QString where = u"%1:%2"_s.arg(address.host()).arg(address.port(443));
    auto* box = makeQuestion(window, u"certificateQuestion"_s,
        former.isEmpty()
            ? QuestionText::tr("Trust the certificate of %1?").arg(where)
            : QuestionText::tr("%1 shows another certificate than the one you trust.").arg(where));
    QStringList says;
    if (!former.isEmpty()) {
        says.append(
            QuestionText::tr("If the server was not set up anew, somebody may be reading along."));
    }
    const QLocale locale;
    says.append(certificate.faults.join(u' '));
    says.append(QuestionText::tr("Issued to %1 by %2, valid from %3 to %4.")
                    .arg(certificate.subject, certificate.issuer,
                        locale.toString(certificate.validFrom.date(), QLocale::ShortFormat),
                        locale.toString(certificate.validUntil.date(), QLocale::ShortFormat)));
    says.append(QuestionText::tr("SHA-256 fingerprint:\n%1").arg(fingerprint(certificate.sha256)));
    if (!former.isEmpty()) {
        says.append(QuestionText::tr("Trusted so far:\n%1").arg(fingerprint(former)));
    }
    says.append(QuestionText::tr(
        "Compare it with what the server's owner tells you. It will be trusted for this "
        "address only, and for as long as it does not change."));
    box->setInformativeText(says.join(u"\n\n"_s));
    const QPushButton* trust
        = box->addButton(QuestionText::tr("Trust it here"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    util::Promise<void> promise;
    finishBy(box, trust, promise);
    return promise.future();
}

util::Future<void> askSignOut(QWidget& window, const QString& account, int servers, int waiting)
{
    auto* box = makeQuestion(
        window, u"signOutQuestion"_s, QuestionText::tr("Sign out of %1?").arg(account));
    QStringList says {
        QuestionText::tr(
            "plex.tv withdraws the sign-in of this computer. The local libraries, covers and "
            "tokens "
            "of %Ln server(s) are deleted here; ratings and playlists stay on the server.",
            nullptr, servers),
        QuestionText::tr("The history of your changes stays here, for when you sign in again.")
    };
    if (waiting > 0) {
        says.append(waitingText(waiting));
    }
    box->setInformativeText(says.join(u"\n\n"_s));
    const QPushButton* signOut
        = box->addButton(QuestionText::tr("Sign out"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    util::Promise<void> promise;
    finishBy(box, signOut, promise);
    return promise.future();
}

util::Future<void> askForget(QWidget& window, const QString& server, int waiting)
{
    auto* box
        = makeQuestion(window, u"forgetQuestion"_s, QuestionText::tr("Forget %1?").arg(server));
    QStringList says {
        QuestionText::tr(
            "Its address, the token, the local library and the covers are deleted "
            "from this computer. Ratings and playlists stay on the server; the token stays "
            "valid until it is withdrawn in the Plex account, under authorised "
            "devices."),
        QuestionText::tr(
            "The history of your changes stays here, for when you connect to this server again.")
    };
    if (waiting > 0) {
        says.append(waitingText(waiting));
    }
    box->setInformativeText(says.join(u"\n\n"_s));
    const QPushButton* forget
        = box->addButton(QuestionText::tr("Forget"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    util::Promise<void> promise;
    finishBy(box, forget, promise);
    return promise.future();
}

util::Future<bool> askOnClose(QWidget& window)
{
    auto* box = makeQuestion(window, u"closeQuestion"_s,
        QuestionText::tr("Keep PlexM8 in the tray when its window is closed?"));
    box->setInformativeText(QuestionText::tr(
        "The music goes on there, and a click on the icon brings the window back. What you "
        "choose is kept; it can be changed in Settings, under Window."));
    const QPushButton* keep
        = box->addButton(QuestionText::tr("Keep in the tray"), QMessageBox::YesRole);
    const QPushButton* quit = box->addButton(QuestionText::tr("Quit"), QMessageBox::NoRole);
    return answerOf(box, keep, quit);
}

util::Future<bool> askSameUser(QWidget& window, const QString& server)
{
    auto* box = makeQuestion(window, u"sameUserQuestion"_s,
        QuestionText::tr("Is this a new token of the same user of %1?").arg(server));
    box->setInformativeText(QuestionText::tr(
        "The same user keeps the local library and the history, and what waits to be sent is "
        "sent. Another user gets a library and a history of their own; nothing of the first one "
        "is sent with this token."));
    const QPushButton* same
        = box->addButton(QuestionText::tr("The same user"), QMessageBox::YesRole);
    const QPushButton* other
        = box->addButton(QuestionText::tr("Another user"), QMessageBox::NoRole);
    return answerOf(box, same, other);
}

} // namespace ui
