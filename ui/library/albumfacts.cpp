// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/albumfacts.h"

#include "ui/common/format.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QDate>
#include <memory>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kTextWidth = 760;
constexpr qsizetype kLongest = 20'000;
constexpr qsizetype kMostNames = 60; // of one line

/// What the server calls a credit, in the user's language; what somebody played stays as it is.
QString roleText(const QString& role)
{
    if (role == "Director"_L1) {
        return AlbumFacts::tr("Director");
    }
    if (role == "Producer"_L1) {
        return AlbumFacts::tr("Producer");
    }
    if (role == "Writer"_L1) {
        return AlbumFacts::tr("Writer");
    }
    return role == "Role"_L1 ? AlbumFacts::tr("Cast") : role;
}

/// Of Plex's few formats; others stay as the server calls them.
QString formatText(const QString& format)
{
    static constexpr const char* names[] = { QT_TRANSLATE_NOOP("ui::AlbumFacts", "Album"),
        QT_TRANSLATE_NOOP("ui::AlbumFacts", "EP"), QT_TRANSLATE_NOOP("ui::AlbumFacts", "Single"),
        QT_TRANSLATE_NOOP("ui::AlbumFacts", "Live"),
        QT_TRANSLATE_NOOP("ui::AlbumFacts", "Compilation"),
        QT_TRANSLATE_NOOP("ui::AlbumFacts", "Soundtrack") };
    for (const char* name : names) {
        if (format.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0) {
            return AlbumFacts::tr(name);
        }
    }
    return format;
}

QStringList formatTexts(const QStringList& formats)
{
    QStringList texts;
    for (const QString& format : formats) {
        texts.append(formatText(format));
    }
    return texts;
}

/// "flac" is FLAC; what is measured is no codec of people.
QStringList codecTexts(const QStringList& codecs)
{
    QStringList texts;
    for (const QString& codec : codecs) {
        texts.append(format::quality(codec, 0));
    }
    return texts;
}

} // namespace

QString releaseText(const QString& released, int year)
{
    const QDate day = QDate::fromString(released, Qt::ISODate);
    if (day.isValid()) {
        return QLocale().toString(day, QLocale::LongFormat);
    }
    return year > 0 ? format::plainNumber(year) : QString();
}

AlbumFacts::AlbumFacts(QWidget* parent)
    : PageScroll(new QWidget, parent)
    , m_summary(new TextLabel(TextRole::Body, Tone::Secondary))
    , m_grid(new QGridLayout)
    , m_note(new TextLabel(TextRole::Caption, Tone::Tertiary))
{
    setObjectName(u"albumFacts"_s);
    setAccessibleName(tr("Details of the album"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_summary->setObjectName(u"albumSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_note->setObjectName(u"albumNote"_s);
    m_grid->setHorizontalSpacing(space::kL);
    m_grid->setVerticalSpacing(space::kXs);
    m_grid->setColumnStretch(1, 1);
    widget()->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(widget());
    column->setContentsMargins(space::kL, 0, space::kL, space::kM);
    column->setSpacing(space::kM);
    column->addWidget(m_summary);
    column->addLayout(m_grid);
    column->addWidget(m_note);
    column->addStretch();
    onTextSize(this, [this] {
        m_summary->setMaximumWidth(scaled(kTextWidth));
        fitHeight();
    });
    m_note->hide();
}

void AlbumFacts::clearRows()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> gone(item);
        gone->widget()->hide();
        gone->widget()->deleteLater();
    }
    m_rows = 0;
}

void AlbumFacts::addRow(const QString& name, const QString& value)
{
    if (value.isEmpty()) {
        return;
    }
    auto* label = new TextLabel(name, TextRole::Caption, Tone::Tertiary);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* text = new TextLabel(value, TextRole::Caption, Tone::Primary);
    text->setObjectName(u"albumFact%1"_s.arg(m_rows));
    text->setAccessibleName(tr("%1: %2", "what it is, its value").arg(name, value));
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_grid->addWidget(label, m_rows, 0, Qt::AlignTop);
    m_grid->addWidget(text, m_rows, 1);
    ++m_rows;
}

void AlbumFacts::addRow(const QString& name, const QStringList& values)
{
    addRow(name, QLocale().createSeparatedList(values.mid(0, kMostNames)));
}

void AlbumFacts::setDetails(const library::AlbumDetails& details)
{
    clearRows();
    m_summary->setText(details.summary.trimmed().left(kLongest));
    m_hasSummary = !m_summary->text().isEmpty();
    m_summary->setVisible(m_hasSummary);
    addRow(tr("Released"), releaseText(details.released, details.year));
    addRow(tr("Label", "record company"), details.studio);
    addRow(tr("Format"), formatTexts(details.formats));
    addRow(tr("Genres"), details.genres);
    addRow(tr("Styles"), details.styles);
    addRow(tr("Moods"), details.moods);
    if (details.discs > 1) {
        addRow(tr("Discs"), format::plainNumber(details.discs));
    }
    addRow(tr("Audio"), codecTexts(details.codecs));
    QStringList roles;
    QHash<QString, QStringList> names;
    for (const plex::Credit& credit : details.credits) {
        const QString role = roleText(credit.role);
        if (!names.contains(role)) {
            roles.append(role);
        }
        names[role].append(credit.name);
    }
    for (const QString& role : std::as_const(roles)) {
        addRow(role, names.value(role));
    }
    addRow(tr("With", "guests on the album"), details.guests);
    addRow(tr("Your labels"), details.labels);
    fitHeight();
}

void AlbumFacts::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    fitHeight();
}

void AlbumFacts::setRoom(int height)
{
    if (height != m_room) {
        m_room = height;
        fitHeight();
    }
}

void AlbumFacts::fitHeight()
{
    widget()->layout()->activate();
    const int needed = heightFor(width());
    setFixedHeight(qBound(1, needed, qMax(1, m_room)));
    setFocusPolicy(needed > m_room ? Qt::StrongFocus : Qt::NoFocus); // its keys scroll it
}

void AlbumFacts::resizeEvent(QResizeEvent* event)
{
    PageScroll::resizeEvent(event);
    fitHeight();
}

} // namespace ui
