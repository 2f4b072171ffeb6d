// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pagedmodel.h"

namespace ui {

namespace {

constexpr qint64 kReloadMilliseconds = 1000;
constexpr qint64 kReloadShare = 10; // a read of t ms is followed by none for 10 t ms

} // namespace

PagedModelBase::PagedModelBase(QObject* parent)
    : QAbstractTableModel(parent)
{
    m_reloadTimer.setSingleShot(true);
    connect(&m_reloadTimer, &QTimer::timeout, this, &PagedModelBase::startRead);
}

PagedModelBase::~PagedModelBase()
{
    stopRequests();
}

Qt::ItemFlags PagedModelBase::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsDragEnabled : usual;
}

int PagedModelBase::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_spine.size());
}

qint64 PagedModelBase::idAt(int row) const
{
    return row < 0 || size_t(row) >= m_spine.size() ? 0 : m_spine[size_t(row)];
}

int PagedModelBase::rowOf(qint64 id) const
{
    const auto found = std::ranges::find(m_spine, id);
    return found == m_spine.end() ? -1 : int(found - m_spine.begin());
}

void PagedModelBase::reload()
{
    if (m_reloadTimer.isActive()) {
        return;
    }
    if (!m_sinceRead.isValid()) {
        startRead();
        return;
    }
    const qint64 pause = qMax(kReloadMilliseconds, m_readMilliseconds * kReloadShare);
    m_reloadTimer.start(std::chrono::milliseconds(qMax<qint64>(0, pause - m_sinceRead.elapsed())));
}

void PagedModelBase::reloadNow()
{
    m_isReading = false;
    m_reloadTimer.stop();
    startRead();
}

void PagedModelBase::forget()
{
    const bool isAwaited = m_isReading || m_reloadTimer.isActive();
    (void)m_latest.begin();
    m_isReading = false;
    replaceSpine({});
    if (isAwaited) {
        reloadNow();
    } else {
        setState(State::Empty);
    }
}

void PagedModelBase::startRead()
{
    if (m_isReading) {
        m_reloadTimer.start(std::chrono::milliseconds(kReloadMilliseconds));
        return;
    }
    m_isReading = true;
    m_sinceRead.start();
    if (m_spine.empty()) {
        setState(State::Loading);
    }
    const std::stop_token stop = m_latest.begin();
    m_latest.deliver(readSpine(stop), this,
        [this](util::Result<Ids> result) { spineArrived(std::move(result)); });
}

void PagedModelBase::spineArrived(util::Result<Ids> result)
{
    m_isReading = false;
    m_readMilliseconds = m_sinceRead.elapsed();
    m_sinceRead.start();
    if (!result) {
        if (result.error().code != util::Error::Code::Cancelled) {
            if (!m_isOfSource) {
                replaceSpine({}); // what was shown before is not what was asked for
            }
            m_error = result.error();
            setState(State::Failed);
        }
        return;
    }
    m_failed.clear();
    m_isOfSource = true;
    replaceSpine(std::move(*result));
    setState(m_spine.empty() ? State::Empty : State::Ready);
    Q_EMIT loaded();
}

void PagedModelBase::replaceSpine(Ids spine)
{
    if (spine == m_spine) {
        return;
    }
    stopRequests();
    ++m_generation;
    const auto runs = m_spine.empty() ? std::nullopt : spineDiff(m_spine, spine, kMaxRuns);
    if (runs && !spine.empty()) {
        detachRows();
        m_recent.clear();
        applyRuns(*runs, spine);
        return;
    }
    // Another order scatters what is at hand: only what is in sight may be in sight again.
    while (m_recent.size() > kMaxRequests) {
        dropPage(m_recent.takeFirst());
    }
    detachRows();
    m_recent.clear();
    beginResetModel();
    m_spine = std::move(spine);
    rehome(Kept::Ends);
    endResetModel();
}

void PagedModelBase::applyRuns(const std::vector<SpineRun>& runs, const Ids& spine)
{
    // From the end, so that the rows before stay where the runs say. While the signals are out,
    // nothing is at hand: a page is 256 rows of one spine, and this is neither the old nor the new.
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        const auto at = m_spine.begin() + run->at;
        if (run->removed > 0) {
            beginRemoveRows({}, int(run->at), int(run->at + run->removed - 1));
            m_spine.erase(at, at + run->removed);
            endRemoveRows();
        }
        if (run->added > 0) {
            beginInsertRows({}, int(run->at), int(run->at + run->added - 1));
            const auto from = spine.begin() + run->from;
            m_spine.insert(m_spine.begin() + run->at, from, from + run->added);
            endInsertRows();
        }
    }
    m_wanted.clear();
    rehome(Kept::OneEnd);
    if (!m_spine.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

void PagedModelBase::refreshRows(const QSet<qint64>& ids)
{
    QList<qint64> atHand;
    for (const int page : std::as_const(m_recent)) {
        for (const qint64 id : idsOfPage(page)) {
            if (ids.contains(id)) {
                atHand.append(id);
            }
        }
    }
    if (!atHand.isEmpty()) {
        readPatch(atHand);
    }
}

void PagedModelBase::refreshAll()
{
    // Shown rows stay until the fresh ones are there; the rest is forgotten.
    const QList<int> recent = m_recent;
    QSet<qint64> ids;
    for (qsizetype i = 0; i < recent.size(); ++i) {
        if (i + kMaxRequests < recent.size()) {
            dropPage(recent.at(i));
            m_recent.removeOne(recent.at(i));
        } else {
            const QList<qint64> page = idsOfPage(recent.at(i));
            ids.unite(QSet<qint64>(page.cbegin(), page.cend()));
        }
    }
    refreshRows(ids);
}

void PagedModelBase::touch(int page, bool atHand) const
{
    if (atHand) {
        if (m_recent.isEmpty() || m_recent.constLast() != page) {
            m_recent.removeOne(page);
            m_recent.append(page);
        }
        return;
    }
    if (m_failed.contains(page) || (!m_wanted.isEmpty() && m_wanted.constLast() == page)) {
        return;
    }
    m_wanted.removeOne(page);
    m_wanted.append(page);
    if (!m_requestQueued) {
        m_requestQueued = true;
        auto* self = const_cast<PagedModelBase*>(this); // requesting changes no row
        QMetaObject::invokeMethod(self, &PagedModelBase::requestWanted, Qt::QueuedConnection);
    }
}

void PagedModelBase::requestWanted()
{
    m_requestQueued = false;
    const QList<int> wanted = std::exchange(m_wanted, {});
    for (const int page : wanted.mid(qMax<qsizetype>(0, wanted.size() - kMaxRequests))) {
        if (m_requests.contains(page) || qsizetype(page) * kPageRows >= rowCount()) {
            continue;
        }
        if (m_requestOrder.size() >= kMaxRequests) {
            m_requests.take(m_requestOrder.takeFirst()).request_stop(); // scrolled past
        }
        std::stop_source stop;
        m_requests.insert(page, stop);
        m_requestOrder.append(page);
        readPage(page, idsOfPage(page), stop.get_token());
    }
}

void PagedModelBase::pageArrived(int page, quint64 generation, const util::Result<void>& result)
{
    if (generation != m_generation) {
        return;
    }
    m_requests.remove(page);
    m_requestOrder.removeOne(page);
    if (!result) {
        if (result.error().code != util::Error::Code::Cancelled) {
            m_failed.insert(page);
            Q_EMIT pageFailed(result.error());
        }
        return;
    }
    m_recent.removeOne(page);
    m_recent.append(page);
    while (m_recent.size() > kMaxPages) {
        dropPage(m_recent.takeFirst());
    }
    emitPageChanged(page);
}

void PagedModelBase::rowsPatched(const QSet<int>& pages)
{
    for (const int page : pages) {
        emitPageChanged(page);
    }
}

void PagedModelBase::emitPageChanged(int page)
{
    const int first = page * kPageRows;
    const int last = qMin(first + kPageRows, rowCount()) - 1;
    if (first <= last) {
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    }
}

QList<qint64> PagedModelBase::idsOfPage(int page) const
{
    const auto first = m_spine.begin() + qMin(std::ssize(m_spine), qsizetype(page) * kPageRows);
    const auto last = m_spine.begin() + qMin(std::ssize(m_spine), qsizetype(page + 1) * kPageRows);
    return { first, last };
}

void PagedModelBase::stopRequests()
{
    for (auto& stop : m_requests) {
        stop.request_stop();
    }
    m_requests.clear();
    m_requestOrder.clear();
    m_wanted.clear();
}

void PagedModelBase::setState(State state)
{
    if (state != State::Failed) {
        m_error = {};
    }
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace ui
