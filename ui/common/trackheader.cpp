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

constexpr int kStateVersion = 3;
constexpr int kStateWithoutYielding = 2; // what is hidden is not wanted
constexpr int kHeight = 32;
constexpr int kMinimumSection = 36;
constexpr int kSortRoom = 26; // of the arrow and the margins
constexpr int kMinimumTitle = 150; // at 100 % text; the other names get half
constexpr int kNarrowestTitle = 90; // before a column would be cut off

// The least important first; the title always stays.
constexpr std::array kYielding { TrackColumn::Plays, TrackColumn::LastPlayed, TrackColumn::Added,
    TrackColumn::Quality, TrackColumn::Year, TrackColumn::Duration, TrackColumn::Album,
    TrackColumn::Artist, TrackColumn::Position, TrackColumn::Rating };

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
}

void TrackHeader::setColumns(const QSet<TrackColumn>& shown, const QSet<TrackColumn>& unavailable)
{
    m_unavailable = unavailable;
    m_shown = shown;
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
    fit();
    viewport()->update();
}

QList<library::SortKey>::const_iterator TrackHeader::keyOf(TrackColumn column) const
{
    return std::ranges::find(m_sort, specOf(column).sort, &library::SortKey::sort);
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
    const auto key = keyOf(static_cast<TrackColumn>(section));
    option->sortIndicator = key == m_sort.cend() ? QStyleOptionHeader::None
        : key->descending                        ? QStyleOptionHeader::SortUp
                                                 : QStyleOptionHeader::SortDown;
    if (key == m_sort.cend() || m_sort.size() < 2) {
        return;
    }
    // The number stays where the title has too little room.
    static constexpr std::array<char16_t, library::kMostSortKeys> kNumbers { 0xb9, 0xb2, 0xb3,
        0x2074 };
    const auto place = size_t(qMin(key - m_sort.cbegin(), library::kMostSortKeys - 1));
    const QString number = u' ' + QString(QChar(kNumbers.at(place)));
    const QFontMetrics metrics(fontOf(TextRole::Caption));
    const int room = sectionSize(section) - scaled(kSortRoom) - metrics.horizontalAdvance(number);
    option->text = metrics.elidedText(option->text, Qt::ElideRight, room) + number;
}

QByteArray TrackHeader::save() const
{
    QByteArray result;
    QDataStream stream(&result, QIODevice::WriteOnly);
    stream << kStateVersion << saveState() << m_widths << m_shown << m_chosen;
    return result;
}

void TrackHeader::restore(const QByteArray& state)
{
    QDataStream stream(state);
    int version = 0;
    QByteArray sections;
    QHash<int, double> widths;
    QSet<TrackColumn> shown;
    QList<TrackColumn> chosen;
    stream >> version >> sections >> widths;
    if (version == kStateVersion) {
        stream >> shown >> chosen;
    }
    const bool isKnown = version == kStateVersion || version == kStateWithoutYielding;
    const QScopedValueRollback placing(m_isPlacing, true);
    if (!isKnown || stream.status() != QDataStream::Ok || !restoreState(sections)) {
        return;
    }
    m_widths = widths;
    if (version == kStateWithoutYielding) {
        shown = shownNow();
    }
    m_shown = { TrackColumn::Title };
    for (const TrackColumnSpec& spec : trackColumns()) { // a damaged state may hold anything
        if (shown.contains(spec.column) && isAvailable(spec.column)) {
            m_shown.insert(spec.column);
        }
    }
    chosen.removeIf([this](TrackColumn column) { return !m_shown.contains(column); });
    m_chosen = chosen;
    applyMetrics();
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
        action->setObjectName(u"column/"_s + QLatin1String(specOf(spec.column).title));
        action->setCheckable(true);
        const bool isShown = m_shown.contains(spec.column);
        action->setChecked(isShown);
        if (isShown && isSectionHidden(int(spec.column))) {
            action->setText(tr("%1 (no room)").arg(action->text()));
        }
        connect(action, &QAction::toggled, this,
            [this, column = spec.column](bool shown) { choose(column, shown); });
    }
}

void TrackHeader::choose(TrackColumn column, bool isShown)
{
    m_chosen.removeAll(column);
    if (isShown) {
        m_shown.insert(column);
        m_chosen.append(column);
    } else {
        m_shown.remove(column);
    }
    fit();
    Q_EMIT columnsChanged();
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
    const QScopedValueRollback placing(m_isPlacing, true);
    place(visualIndex(section));
    Q_EMIT columnsChanged();
}

QSet<TrackColumn> TrackHeader::shownNow() const
{
    QSet<TrackColumn> shown;
    for (const TrackColumnSpec& spec : trackColumns()) {
        if (!isSectionHidden(int(spec.column))) {
            shown.insert(spec.column);
        }
    }
    return shown;
}

bool TrackHeader::takesShare(TrackColumn column) const
{
    return isName(column) && !m_widths.contains(int(column));
}

int TrackHeader::ownWidth(TrackColumn column) const
{
    const auto own = m_widths.constFind(int(column));
    if (own != m_widths.cend()) {
        return qRound(*own * textScale());
    }
    // In another language the title of a narrow column may be longer than what stands below it.
    return qMax(scaled(specOf(column).width), sectionSizeFromContents(int(column)).width());
}

int TrackHeader::leastWidth(TrackColumn column) const
{
    if (!isName(column)) {
        return ownWidth(column);
    }
    const int least = qMax(scaled(column == TrackColumn::Title ? kMinimumTitle : kMinimumTitle / 2),
        sectionSizeFromContents(int(column)).width());
    return takesShare(column) ? least : qMin(least, ownWidth(column));
}

void TrackHeader::fit()
{
    if (model() && count() >= std::ssize(trackColumns())) {
        const QScopedValueRollback placing(m_isPlacing, true);
        yield();
        place(-1);
    }
}

QList<TrackColumn> TrackHeader::yielding() const
{
    QList<TrackColumn> columns;
    for (const TrackColumn column : kYielding) {
        if (m_shown.contains(column) && !m_chosen.contains(column)) {
            columns.append(column);
        }
    }
    columns.append(m_chosen);
    std::stable_partition(columns.begin(), columns.end(),
        [this](TrackColumn column) { return keyOf(column) == m_sort.cend(); });
    return columns;
}

void TrackHeader::yield()
{
    int needed = 0;
    for (const TrackColumn column : std::as_const(m_shown)) {
        needed += leastWidth(column);
    }
    QSet<TrackColumn> withoutRoom;
    for (const TrackColumn column : yielding()) {
        // Stars are worth more than a long title.
        const bool isLast = column == TrackColumn::Rating || column == TrackColumn::Position;
        const int spare = isLast ? scaled(kMinimumTitle - kNarrowestTitle) : 0;
        if (needed - spare <= width()) {
            break;
        }
        needed -= leastWidth(column);
        withoutRoom.insert(column);
    }
    for (const TrackColumnSpec& spec : trackColumns()) {
        setSectionHidden(
            int(spec.column), !m_shown.contains(spec.column) || withoutRoom.contains(spec.column));
    }
}

void TrackHeader::place(int afterVisual)
{
    int room = width();
    int shares = 0;
    QList<TrackColumn> names;
    for (const TrackColumnSpec& spec : trackColumns()) {
        const int section = int(spec.column);
        if (isSectionHidden(section)) {
            continue;
        }
        if (visualIndex(section) <= afterVisual) {
            room -= sectionSize(section);
            continue;
        }
        room -= leastWidth(spec.column);
        if (!isName(spec.column)) {
            resizeSection(section, ownWidth(spec.column));
        } else if (takesShare(spec.column)) {
            names.append(spec.column);
            shares += weight(spec.column);
        } else {
            names.prepend(spec.column);
        }
    }
    for (const TrackColumn column : std::as_const(names)) {
        const int least = leastWidth(column);
        if (takesShare(column)) {
            const int missing = column == TrackColumn::Title ? qMin(0, room) : 0;
            const int more = qMax(0, room) * weight(column) / shares;
            resizeSection(
                int(column), qMax(qMin(least, scaled(kNarrowestTitle)), least + missing + more));
        } else {
            const int more = qBound(0, ownWidth(column) - least, qMax(0, room));
            resizeSection(int(column), least + more);
            room -= more;
        }
    }
}

} // namespace ui
