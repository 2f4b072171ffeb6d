// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/differencesdialog.h"

#include "ui/common/style.h"
#include "ui/common/textlabel.h"
#include "ui/settings/settinglist.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kWidth = 480;
constexpr int kHeight = 300;

} // namespace

DifferencesDialog::DifferencesDialog(
    const Texts& texts, const QList<settings::Difference>& differences, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"settingsDifferences"_s);
    setWindowTitle(texts.title);
    setAccessibleName(texts.title);
    setBackgroundRole(QPalette::Base);
    auto* about = new TextLabel(texts.about, TextRole::Body, Tone::Secondary);
    about->setWordWrap(true);
    auto* list = new QListWidget;
    list->setObjectName(u"settingsDifferencesList"_s);
    list->setAccessibleName(tr("What changes"));
    list->setFrameShape(QFrame::NoFrame);
    list->setWordWrap(true);
    const QList<ListedSetting> listed = listedSettings();
    for (const settings::Difference& difference : differences) {
        list->addItem(textOf(difference, listed));
    }
    // As high as its rows, up to a limit: the buttons are in sight of the window.
    const int rows = list->sizeHintForRow(0) * int(differences.size()) + space::kS;
    list->setMinimumWidth(scaled(kWidth));
    list->setFixedHeight(std::min({ rows, scaled(kHeight), parent ? parent->height() / 2 : rows }));
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"settingsDifferencesCancel"_s);
    auto* accept = new QPushButton(texts.accept);
    accept->setObjectName(u"settingsDifferencesAccept"_s);
    makePrimary(accept);
    accept->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(accept);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kL, space::kL, space::kL, space::kM);
    column->setSpacing(space::kM);
    column->addWidget(new TextLabel(texts.title, TextRole::Title));
    column->addWidget(about);
    column->addWidget(list, 1);
    column->addLayout(buttons);
    list->setCurrentRow(0);
    list->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace ui
