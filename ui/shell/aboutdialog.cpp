// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/aboutdialog.h"

#include "core/util/version.h"
#include "ui/common/icons.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About PlexM8"));
    setAccessibleName(windowTitle());
    setBackgroundRole(QPalette::Base);
    const auto wrapped = [](const QString& text, Tone tone) {
        auto* label = new TextLabel(text, TextRole::Body, tone);
        label->setWordWrap(true);
        label->setMinimumWidth(scaled(380));
        return label;
    };
    auto* logo = new QLabel;
    logo->setPixmap(QIcon(u":/icons/plexm8.svg"_s).pixmap(64, 64));
    auto* close = new QPushButton(tr("Close"));
    close->setObjectName(u"aboutClose"_s);
    close->setDefault(true);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(space::kS);
    texts->addWidget(new TextLabel(u"PlexM8"_s, TextRole::Display));
    texts->addWidget(
        new TextLabel(tr("Version %1 · Qt %2").arg(util::kVersion, QLatin1StringView(qVersion())),
            TextRole::Caption, Tone::Tertiary));
    texts->addSpacing(space::kS);
    texts->addWidget(wrapped(
        tr("A desktop companion for Plex Media Server: browse, rate and play your music, at once "
           "and also offline."),
        Tone::Primary));
    texts->addWidget(wrapped(tr("Free software under the GNU General Public License, version 3 or "
                                "later. Not made by, nor connected with, Plex, Inc."),
        Tone::Secondary));
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kL);
    row->addWidget(logo, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kL, space::kL, space::kL, space::kM);
    column->setSpacing(space::kM);
    column->addLayout(row);
    column->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace ui
