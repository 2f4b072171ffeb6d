// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/playlistdialog.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/textlabel.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct DialogText
{
    Q_DECLARE_TR_FUNCTIONS(ui::PlaylistDialog)
};

constexpr int kIcon = 32;
constexpr int kWidth = 420;
constexpr int kMostTitle = 255;
constexpr int kSummaryLines = 4;

} // namespace

util::Future<PlaylistTexts> askPlaylistTexts(
    QWidget& window, const PlaylistTexts& before, bool isNew)
{
    auto* dialog = new QDialog(&window);
    dialog->setObjectName(u"playlistDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(
        isNew ? DialogText::tr("New playlist") : DialogText::tr("Rename and describe"));
    auto* title = new QLineEdit(before.title);
    title->setObjectName(u"playlistDialogTitle"_s);
    title->setMaxLength(kMostTitle);
    title->selectAll();
    auto* summary = new QPlainTextEdit(before.summary);
    summary->setObjectName(u"playlistDialogSummary"_s);
    summary->setTabChangesFocus(true);
    summary->setFixedHeight(
        summary->fontMetrics().lineSpacing() * kSummaryLines + 2 * scaled(space::kS));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QPushButton* accept = buttons->button(QDialogButtonBox::Ok);
    accept->setText(isNew ? DialogText::tr("Create") : DialogText::tr("Save"));
    const auto update = [accept, title] { accept->setEnabled(!title->text().trimmed().isEmpty()); };
    QObject::connect(title, &QLineEdit::textChanged, dialog, update);
    update();
    auto* form = new QFormLayout(dialog);
    form->setContentsMargins(space::kL, space::kL, space::kL, space::kM);
    form->setVerticalSpacing(space::kS);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(DialogText::tr("&Title"), title);
    form->addRow(DialogText::tr("&Description"), summary);
    form->addRow(buttons);
    dialog->setMinimumWidth(scaled(kWidth));
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    util::Promise<PlaylistTexts> promise;
    QObject::connect(dialog, &QDialog::finished, dialog, [promise, title, summary](int result) {
        if (result == QDialog::Accepted) {
            promise.finish(
                PlaylistTexts { title->text().trimmed(), summary->toPlainText().trimmed() });
        } else {
            promise.finish(util::Error::cancelled());
        }
    });
    dialog->open();
    title->setFocus();
    return promise.future();
}

util::Future<void> askDeletePlaylist(QWidget& window, const QString& title, int tracks)
{
    auto* box = new QMessageBox(&window);
    box->setObjectName(u"deletePlaylist"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(icon(u"trash"_s).pixmap(scaled(kIcon), scaled(kIcon)));
    box->setTextFormat(Qt::PlainText); // names come from servers
    box->setWindowTitle(u"PlexM8"_s);
    box->setText(DialogText::tr("Delete the playlist “%1”?").arg(title));
    box->setInformativeText(
        DialogText::tr("It holds %1. The tracks themselves stay in the library. Undo makes the "
                       "playlist again.")
            .arg(format::tracks(tracks)));
    QPushButton* yes = box->addButton(DialogText::tr("Delete"), QMessageBox::DestructiveRole);
    box->setEscapeButton(box->addButton(QMessageBox::Cancel));
    box->setDefaultButton(QMessageBox::Cancel);
    util::Promise<void> promise;
    QObject::connect(box, &QMessageBox::finished, box, [box, yes, promise] {
        promise.finish(box->clickedButton() == yes ? util::Result<void>()
                                                   : util::Result<void>(util::Error::cancelled()));
    });
    box->open();
    return promise.future();
}

} // namespace ui
