// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/aboutdialog.h"

#include "core/util/version.h"
#include "ui/common/icons.h"
#include "ui/common/pagescroll.h"
#include "ui/common/textlabel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kWidth = 720;
constexpr int kHeight = 600;
constexpr int kListWidth = 260;
constexpr double kMostOfScreen = 0.9; // its buttons must be in sight at every size of text

TextLabel* wrapped(const QString& text, TextRole role, Tone tone)
{
    auto* label = new TextLabel(text, role, tone);
    label->setWordWrap(true);
    return label;
}

} // namespace

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
    , m_parts(attributions())
    , m_list(new QListWidget)
    , m_licence(new QPlainTextEdit)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About PlexM8"));
    setAccessibleName(windowTitle());
    setBackgroundRole(QPalette::Base);
    auto* told = new QWidget;
    told->setBackgroundRole(QPalette::Base);
    auto* texts = new QVBoxLayout(told);
    texts->setContentsMargins(space::kL, space::kL, space::kL, 0);
    texts->setSpacing(space::kM);
    texts->addLayout(makeHead());
    addParts(*texts);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, space::kM);
    column->setSpacing(space::kM);
    column->addWidget(new PageScroll(told), 1);
    column->addLayout(makeButtons());
    resize(QSize(scaled(kWidth), scaled(kHeight))
               .boundedTo(screen()->availableSize() * kMostOfScreen));
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

QLayout* AboutDialog::makeHead()
{
    auto* logo = new QLabel;
    logo->setPixmap(QIcon(u":/icons/plexm8.svg"_s).pixmap(scaledCover(72), scaledCover(72)));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(space::kXs);
    texts->addWidget(new TextLabel(u"PlexM8"_s, TextRole::Display));
    texts->addWidget(
        new TextLabel(tr("Version %1 · Qt %2").arg(util::kVersion, QLatin1StringView(qVersion())),
            TextRole::Caption, Tone::Tertiary));
    texts->addSpacing(space::kS);
    texts->addWidget(wrapped(
        tr("A desktop companion for Plex Media Server: browse, rate and play your music, at once "
           "and also offline."),
        TextRole::Body, Tone::Primary));
    texts->addWidget(wrapped(tr("Free software under the GNU General Public License, version 3 or "
                                "later. Not made by, nor connected with, Plex, Inc."),
        TextRole::Caption, Tone::Secondary));
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kL);
    row->addWidget(logo, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    return row;
}

void AboutDialog::addParts(QVBoxLayout& column)
{
    for (const Attribution& part : std::as_const(m_parts)) {
        m_list->addItem(part.version.isEmpty()
                ? tr("%1\n%2", "library, licence").arg(part.name, part.licence)
                : tr("%1 %2\n%3", "library, version, licence")
                      .arg(part.name, part.version, part.licence));
    }
    m_list->setObjectName(u"aboutParts"_s);
    m_list->setAccessibleName(tr("Built with"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setSpacing(2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedWidth(scaled(kListWidth));
    m_list->setMinimumHeight(1); // both scroll
    m_licence->setMinimumHeight(1);
    m_licence->setObjectName(u"aboutLicence"_s);
    m_licence->setReadOnly(true);
    m_licence->setTabChangesFocus(true);
    m_licence->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_licence->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_licence->setFrameShape(QFrame::NoFrame);
    connect(m_list, &QListWidget::currentRowChanged, this, &AboutDialog::showLicence);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kM);
    row->addWidget(m_list);
    row->addWidget(m_licence, 1);
    // Not a layout of its own: Qt takes the height that one with sentences would like for its
    // least.
    column.addWidget(new TextLabel(tr("Built with"), TextRole::Title));
    column.addLayout(row, 1);
    column.addWidget(wrapped(
        tr("Icons, pictures and the demo's music are made for PlexM8. Texts are shown in a font of "
           "this system: %1.")
            .arg(QFontInfo(QApplication::font()).family()),
        TextRole::Caption, Tone::Secondary));
}

QLayout* AboutDialog::makeButtons()
{
    auto* copy = new QPushButton(icon(u"copy"_s), tr("Copy version information"));
    copy->setObjectName(u"aboutCopy"_s);
    copy->setToolTip(tr("Versions and the system, for the report of a fault; nothing personal."));
    auto* close = new QPushButton(tr("Close"));
    close->setObjectName(u"aboutClose"_s);
    close->setDefault(true);
    connect(copy, &QPushButton::clicked, this,
        [] { QGuiApplication::clipboard()->setText(versionInformation()); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::kL, 0, space::kL, 0);
    row->addWidget(copy);
    row->addStretch();
    row->addWidget(close);
    return row;
}

void AboutDialog::showLicence(int row)
{
    const Attribution part = m_parts.value(row);
    QFile file(part.text);
    m_licence->setPlainText(
        file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString());
    m_licence->setAccessibleName(tr("Licence of %1").arg(part.name));
}

} // namespace ui
