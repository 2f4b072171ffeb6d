// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/trackheader.h"

#include "ui/common/theme.h"

#include <QDataStream>
#include <QIODevice>
#include <QMenu>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kStateVersion = 2;
constexpr int kHeight = 32;
constexpr int kMinimumSection = 36;
constexpr int kSortRoom = 26; // of the arrow and the margins
constexpr int kMinimumTitle = 150; // at 100 % text; the other names get half

bool isName(TrackColumn column)
{
    return column == TrackColumn::Title || column == TrackColumn::Artist
        || column == TrackColumn::Album;
}

int weight(TrackColumn column)
{
    return column == TrackColumn::Title ? 5 : 3;
}

double textScale()
{
    return scaled(1000) / 1000.0;
}

} // namespace

TrackHeader::TrackHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsMovable(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumSectionSize(kMinimumSection);
    setFixedHeight(scaled(kHeight));
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this,
        [this](const QPoint& position) { popupMenu(mapToGlobal(position)); });
    connect(this, &QHeaderView::sectionResized, this, &TrackHeader::keepWidth);
    connect(this, &QHeaderView::sectionMoved, this, &TrackHeader::columnsChanged);
    connect(this, &QHeaderView::sortIndicatorChanged, this, [this] { fit(); }); // it takes room
}

void TrackHeader::setColumns(const QSet<TrackColumn>& shown, const QSet<TrackColumn>& unavailable)
{
    m_unavailable = unavailable;
    for (const TrackColumnSpec& spec : trackColumns()) {
        setSectionHidden(int(spec.column), !shown.contains(spec.column));
    }
    fit();
}

bool TrackHeader::isAvailable(TrackColumn column) const
{
    return !m_unavailable.contains(column);
}

void TrackHeader::applyMetrics()
{
    setFixedHeight(scaled(kHeight));
    fit();
}

void TrackHeader::setSort(const QList<library::SortKey>& keys)
{
    m_sort = keys;
    viewport()->update();
}

void TrackHeader::mouseReleaseEvent(QMouseEvent* event)
{
    m_isAdding = event->modifiers() & Qt::ShiftModifier;
    QHeaderView::mouseReleaseEvent(event);
    m_isAdding = false;
}

void TrackHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    const library::TrackSort sort = specOf(static_cast<TrackColumn>(section)).sort;
    const auto key = std::ranges::find(m_sort, sort, &library::SortKey::sort);
    option->sortIndicator = key == m_sort.end() ? QStyleOptionHeader::None
        : key->descending                       ? QStyleOptionHeader::SortUp
                                                : QStyleOptionHeader::SortDown;
    if (key == m_sort.end() || m_sort.size() < 2) {
        return;
    }
    // The number stays where the title has too little room.
    static constexpr std::array<char16_t, library::kMostSortKeys> kNumbers { 0xb9, 0xb2, 0xb3,
        0x2074 };
    const auto place = size_t(qMin(key - m_sort.begin(), library::kMostSortKeys - 1));
    const QString number = u' ' + QString(QChar(kNumbers.at(place)));
    const QFontMetrics metrics(fontOf(TextRole::Caption));
    const int room = sectionSize(section) - scaled(kSortRoom) - metrics.horizontalAdvance(number);
    option->text = metrics.elidedText(option->text, Qt::ElideRight, room) + number;
}

QByteArray TrackHeader::save() const
{
    QByteArray result;
    QDataStream stream(&result, QIODevice::WriteOnly);
    stream << kStateVersion << saveState() << m_widths;
    return result;
}

void TrackHeader::restore(const QByteArray& state)
{
    QDataStream stream(state);
    int version = 0;
    QByteArray sections;
    QHash<int, double> widths;
    stream >> version;
    if (version != kStateVersion) {
        return;
    }
    stream >> sections >> widths;
    const QScopedValueRollback placing(m_isPlacing, true);
    if (stream.status() == QDataStream::Ok && restoreState(sections)) {
        m_widths = widths;
        applyMetrics();
    }
}

void TrackHeader::popupMenu(const QPoint& globalPosition)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"columnMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addColumnActions(*menu);
    menu->addSeparator();
    QAction* reset = menu->addAction(tr("Fit columns to the window"));
    reset->setObjectName(u"columnsFit"_s);
    reset->setEnabled(!m_widths.isEmpty());
    connect(reset, &QAction::triggered, this, [this] {
        m_widths.clear();
        fit();
        Q_EMIT columnsChanged();
    });
    if (isAvailable(TrackColumn::Rating)) {
        QAction* lock = menu->addAction(tr("Lock ratings"));
        lock->setObjectName(u"ratingsLock"_s);
        lock->setCheckable(true);
        lock->setChecked(m_areRatingsLocked);
        connect(lock, &QAction::toggled, this, &TrackHeader::ratingsLockRequested);
    }
    menu->popup(globalPosition);
}

void TrackHeader::addColumnActions(QMenu& menu)
{
    for (const TrackColumnSpec& spec : trackColumns()) {
        if (!isAvailable(spec.column) || spec.column == TrackColumn::Title) {
            continue;
        }
        QAction* action = menu.addAction(trackColumnTitle(spec.column));
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(int(spec.column)));
        connect(action, &QAction::toggled, this, [this, column = spec.column](bool shown) {
            setSectionHidden(int(column), !shown);
            fit();
            Q_EMIT columnsChanged();
        });
    }
}

void TrackHeader::resizeEvent(QResizeEvent* event)
{
    QHeaderView::resizeEvent(event);
    fit();
}

void TrackHeader::keepWidth(int section, int before, int now)
{
    if (m_isPlacing || before == 0 || now == 0) { // shown or hidden, not resized
        return;
    }
    m_widths.insert(section, now / textScale());
    // What lies before the dragged edge stays, or the edge would run away from the mouse.
    fit(visualIndex(section));
    Q_EMIT columnsChanged();
}

bool TrackHeader::takesShare(TrackColumn column, int afterVisual) const
{
    const int section = int(column);
    return isName(column) && !m_widths.contains(section) && visualIndex(section) > afterVisual;
}

int TrackHeader::ownWidth(TrackColumn column, int afterVisual) const
{
    const int section = int(column);
    if (visualIndex(section) <= afterVisual) {
        return sectionSize(section);
    }
    const auto own = m_widths.constFind(section);
    if (own != m_widths.cend()) {
        return qRound(*own * textScale());
    }
    // In another language the title of a narrow column may be longer than what stands below it.
    return qMax(scaled(specOf(column).width), sectionSizeFromContents(section).width());
}

void TrackHeader::fit(int afterVisual)
{
    if (!model() || count() < std::ssize(trackColumns())) {
        return;
    }
    const QScopedValueRollback placing(m_isPlacing, true);
    int taken = 0;
    int shares = 0;
    for (const TrackColumnSpec& spec : trackColumns()) {
        if (isSectionHidden(int(spec.column))) {
            continue;
        }
        if (takesShare(spec.column, afterVisual)) {
            shares += weight(spec.column);
        } else {
            taken += ownWidth(spec.column, afterVisual);
        }
    }
    const int rest = width() - taken;
    for (const TrackColumnSpec& spec : trackColumns()) {
        if (isSectionHidden(int(spec.column))) {
            continue;
        }
        if (!takesShare(spec.column, afterVisual)) {
            resizeSection(int(spec.column), ownWidth(spec.column, afterVisual));
            continue;
        }
        const int least
            = qMax(scaled(spec.column == TrackColumn::Title ? kMinimumTitle : kMinimumTitle / 2),
                sectionSizeFromContents(int(spec.column)).width());
        resizeSection(int(spec.column), qMax(least, rest * weight(spec.column) / qMax(1, shares)));
    }
}

} // namespace ui
