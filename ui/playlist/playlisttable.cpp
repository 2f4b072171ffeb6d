// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/playlisttable.h"

#include "ui/common/dragging.h"
#include "ui/common/droppedfiles.h"
#include "ui/common/icons.h"
#include "ui/common/textlabel.h"
#include "ui/playlist/entrymodel.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace ui {

PlaylistTable::PlaylistTable(EntryModel& model, library::Library& library, Covers& covers,
    Capabilities& capabilities, QWidget* parent)
    : TrackTable(covers, capabilities, parent)
    , m_model(model)
    , m_library(library)
{
    setTrackModel(&model, &model);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    setDropIndicatorShown(false); // the line is ours
    setDragDropOverwriteMode(false);
    connect(&model, &PagedModelBase::loaded, this, &PlaylistTable::selectRead);
    // At its edges it scrolls below what is held still.
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (m_before >= 0) {
            showLine(dropRow(*this, m_position));
        }
    });
}

void PlaylistTable::selectWhenRead(const QList<types::EntryId>& entries)
{
    for (const types::EntryId entry : entries) {
        m_toSelect.insert(entry.value);
    }
}

/// A row that is moved leaves the model and comes back, not selected any more.
void PlaylistTable::selectRead()
{
    if (m_toSelect.isEmpty()) {
        return;
    }
    const QSet<qint64> wanted = std::exchange(m_toSelect, {});
    QItemSelection selection;
    const std::vector<qint64>& spine = m_model.spine();
    const int last = m_model.columnCount() - 1;
    int current = -1;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (wanted.contains(spine[size_t(row)])) {
            selection.select(m_model.index(row, 0), m_model.index(row, last));
            current = row;
        }
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (current >= 0) {
        const QModelIndex index = m_model.index(current, int(TrackColumn::Title));
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        scrollTo(index);
    }
}

Qt::DropActions PlaylistTable::dragActions() const
{
    return Qt::CopyAction | Qt::MoveAction;
}

QList<types::EntryId> PlaylistTable::selectedEntries() const
{
    QList<types::EntryId> entries;
    const QList<int> rows = selectedRowNumbers();
    entries.reserve(rows.size());
    for (const int row : rows) {
        entries.append(types::EntryId { m_model.idAt(row) });
    }
    return entries;
}

void PlaylistTable::keyPressEvent(QKeyEvent* event)
{
    const auto action = editActionOf(*event);
    if (!action || (isTyping() && event->text() == u" "_s) || !run(*action)) {
        TrackTable::keyPressEvent(event);
    }
}

bool PlaylistTable::copySelection()
{
    const QList<types::EntryId> entries = selectedEntries();
    if (entries.isEmpty()) {
        return false;
    }
    Q_EMIT copyRequested(entries, false);
    return true;
}

/// @return whether the key was meant for it
bool PlaylistTable::run(EditAction action)
{
    if (action == EditAction::Copy) {
        return copySelection();
    }
    const QList<types::EntryId> entries = selectedEntries();
    if (entries.isEmpty() && action != EditAction::Paste) {
        return false;
    }
    if (!m_refusal.isEmpty()) {
        Q_EMIT refused(m_refusal);
        return true;
    }
    switch (action) {
    case EditAction::Cut:
        Q_EMIT copyRequested(entries, true);
        break;
    case EditAction::Paste:
        paste();
        break;
    case EditAction::Duplicate: {
        ItemDrag items { ItemDrag::Kind::Entries, originOf(m_library.key()), {}, {} };
        for (const types::EntryId entry : entries) {
            items.ids.append(entry.value);
        }
        Q_EMIT insertRequested(items, m_model.rowOf(entries.constLast().value) + 1);
        break;
    }
    case EditAction::Remove:
        Q_EMIT removeRequested(entries);
        break;
    case EditAction::MoveUp:
    case EditAction::MoveDown:
        Q_EMIT stepRequested(entries, action == EditAction::MoveUp);
        break;
    case EditAction::MoveToTop:
        Q_EMIT moveRequested(entries, 0);
        break;
    case EditAction::MoveToBottom:
        Q_EMIT moveRequested(entries, m_model.rowCount());
        break;
    case EditAction::Copy:
        break;
    }
    return true;
}

/// Behind the selected rows, as in every list; without any at the end.
void PlaylistTable::paste()
{
    const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
    if (!m_foreignRefusal.isEmpty()) {
        Q_EMIT refused(m_foreignRefusal);
        return;
    }
    const QList<int> rows = selectedRowNumbers();
    const int before = rows.isEmpty() ? m_model.rowCount() : rows.constLast() + 1;
    const QStringList files = mime ? importableIn(*mime) : QStringList();
    if (!files.isEmpty()) {
        Q_EMIT filesDropped(files, before);
        return;
    }
    const ItemDrag items = mime ? itemsIn(*mime, m_library.key()) : ItemDrag();
    if (items.isEmpty()) {
        Q_EMIT refused(tr("There are no tracks of this library in the clipboard."));
        return;
    }
    Q_EMIT insertRequested(items, before);
}

void PlaylistTable::addEditActions(QMenu& menu)
{
    const QList<ActionSpec> specs = editActions();
    const auto add = [this, &menu, &specs](EditAction action, const QString& iconName) {
        const ActionSpec& spec = specs.at(int(action));
        QAction* item = iconName.isEmpty() ? menu.addAction(nameOf(spec))
                                           : menu.addAction(icon(iconName), nameOf(spec));
        item->setObjectName(QLatin1String(spec.id));
        item->setShortcut(keyOf(action));
        item->setEnabled(m_refusal.isEmpty() || action == EditAction::Copy);
        item->setToolTip(item->isEnabled() ? QString() : m_refusal);
        connect(item, &QAction::triggered, this, [this, action] { (void)run(action); });
    };
    add(EditAction::Cut, {});
    add(EditAction::Copy, u"copy"_s);
    add(EditAction::Paste, {});
    add(EditAction::Duplicate, {});
    menu.addSeparator();
    add(EditAction::MoveToTop, {});
    add(EditAction::MoveUp, {});
    add(EditAction::MoveDown, {});
    add(EditAction::MoveToBottom, {});
    menu.addSeparator();
    add(EditAction::Remove, u"trash"_s);
}

bool PlaylistTable::isOfHere(const ItemDrag& items) const
{
    return items.kind == ItemDrag::Kind::Entries && !items.ids.isEmpty()
        && m_model.rowOf(items.ids.constFirst()) >= 0;
}

QString PlaylistTable::refusalOfDrop() const
{
    return m_refusal.isEmpty() && !m_isOwn ? m_foreignRefusal : m_refusal;
}

void PlaylistTable::showRefusal(const QString& reason)
{
    if (reason.isEmpty()) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(viewport()->mapToGlobal(m_position), plainToolTip(reason), viewport());
    }
}

Qt::DropAction PlaylistTable::actionOf(const QDropEvent& event) const
{
    if (!m_files.isEmpty()) {
        return Qt::CopyAction;
    }
    const auto kind = kindIn(*event.mimeData(), m_library.key());
    if (!kind) {
        return Qt::IgnoreAction;
    }
    // From elsewhere it is a copy: what is there stays.
    const bool wantsCopy = event.modifiers().testFlag(Qt::ControlModifier)
        && event.possibleActions().testFlag(Qt::CopyAction);
    return m_isOwn && !wantsCopy ? Qt::MoveAction : Qt::CopyAction;
}

void PlaylistTable::showLine(int before)
{
    if (before != m_before) {
        m_before = before;
        viewport()->update();
    }
}

void PlaylistTable::dragEnterEvent(QDragEnterEvent* event)
{
    TrackTable::dragEnterEvent(event);
    m_isOwn = isOfHere(itemsIn(*event->mimeData(), m_library.key()));
    m_files = importableIn(*event->mimeData());
    const bool isOurs = actionOf(*event) != Qt::IgnoreAction;
    if (isOurs && !refusalOfDrop().isEmpty()) {
        Q_EMIT refused(refusalOfDrop());
    }
    // Also what is refused: the reason is said where it is moved to.
    event->setAccepted(isOurs);
}

void PlaylistTable::dragMoveEvent(QDragMoveEvent* event)
{
    TrackTable::dragMoveEvent(event); // scrolls near the edges
    m_position = event->position().toPoint();
    const Qt::DropAction action = actionOf(*event);
    const QString refusal = action == Qt::IgnoreAction ? QString() : refusalOfDrop();
    showRefusal(refusal);
    if (action == Qt::IgnoreAction || !refusal.isEmpty()) {
        event->setDropAction(Qt::IgnoreAction);
        event->ignore();
        showLine(-1);
        return;
    }
    event->setDropAction(action);
    event->accept();
    showLine(dropRow(*this, m_position));
}

void PlaylistTable::dragLeaveEvent(QDragLeaveEvent* event)
{
    TrackTable::dragLeaveEvent(event);
    showLine(-1);
    showRefusal({});
}

void PlaylistTable::dropEvent(QDropEvent* event)
{
    const int before = dropRow(*this, event->position().toPoint());
    const Qt::DropAction action = actionOf(*event);
    showLine(-1);
    stopAutoScroll();
    setState(NoState);
    showRefusal({});
    const QStringList files = std::exchange(m_files, {});
    const ItemDrag items = itemsIn(*event->mimeData(), m_library.key());
    if ((items.isEmpty() && files.isEmpty()) || action == Qt::IgnoreAction
        || !refusalOfDrop().isEmpty()) {
        event->ignore();
        return;
    }
    event->setDropAction(action);
    event->accept();
    if (!files.isEmpty()) {
        Q_EMIT filesDropped(files, before);
    } else if (action == Qt::MoveAction) {
        QList<types::EntryId> entries;
        for (const qint64 id : items.ids) {
            entries.append(types::EntryId { id });
        }
        Q_EMIT moveRequested(entries, before);
    } else {
        Q_EMIT insertRequested(items, before);
    }
}

bool PlaylistTable::takeEvent(QEvent& event)
{
    switch (event.type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::DragLeave:
    case QEvent::Drop:
        // Not sent: what nobody takes would go on to the widgets around, from where it came.
        return viewportEvent(&event);
    case QEvent::KeyPress: {
        const auto action = editActionOf(static_cast<QKeyEvent&>(event));
        return action == EditAction::Paste && run(*action);
    }
    default:
        return false;
    }
}

void PlaylistTable::paintEvent(QPaintEvent* event)
{
    TrackTable::paintEvent(event);
    if (m_before >= 0) {
        QPainter painter(viewport());
        paintDropLine(painter, *this, m_before);
    }
}

} // namespace ui
