// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/filepicker.h"

#include <QFileDialog>
#include <QStandardPaths>

namespace ui {

namespace {

util::Future<QString> ask(
    QWidget& over, const FilePicker::Question& question, QFileDialog::AcceptMode mode)
{
    auto* dialog = new QFileDialog(&over, question.title,
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(
        mode == QFileDialog::AcceptOpen ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    dialog->selectFile(question.name);
    util::Promise<QString> promise;
    QObject::connect(dialog, &QDialog::finished, dialog, [dialog, promise](int result) {
        const QString path = dialog->selectedFiles().value(0);
        if (result == QDialog::Accepted && !path.isEmpty()) {
            promise.finish(path);
        } else {
            promise.finish(util::Error::cancelled());
        }
    });
    dialog->open();
    return promise.future();
}

} // namespace

FilePicker systemFilePicker()
{
    return { [](QWidget& over, const FilePicker::Question& question) {
                return ask(over, question, QFileDialog::AcceptOpen);
            },
        [](QWidget& over, const FilePicker::Question& question) {
            return ask(over, question, QFileDialog::AcceptSave);
        } };
}

} // namespace ui
