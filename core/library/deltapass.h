// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/deltareader.h"
#include "core/library/itemrefresher.h"
#include "core/library/keycheck.h"

namespace library {

/// Brings in what changed in sections that were read as a whole before.
///
/// What one run asks for, for each type of a section: the newest rows in three orders down to known
/// ground (DeltaReader), and three counts – of all items, of those with a rating, of those that
/// were played. Where a count is not the cache's, the keys of those items are compared, and those
/// that differ are looked at one by one: so items that are gone, that came without a stamp, and
/// ratings that were cleared are found. What it cannot see is what moves neither a stamp nor a
/// count, as edited genres on some servers do: that is the slow reading's. Where more differs than
/// a KeyCheck tells, that is made due, and the next run looks at further ones. Thread: UI;
/// destroyed after its future has finished, or to give it up.
class DeltaPass : public QObject
{
    Q_OBJECT
public:
    struct Part
    {
        SectionReader::Part part {};
        Marks marks {};
    };
    /// Counts that differed and where comparing changed nothing: not to be compared again.
    using Settled = QHash<QString, std::pair<qint64, qint64>>;

    /// @param parts  parents first
    /// @param now  the server's clock
    /// @param settled  of the same cache, kept from run to run by the caller; outlives this
    DeltaPass(Library& library, plex::Server& server, QThreadPool& pool, QList<Part> parts,
        qint64 now, SectionReader::AfterPage afterPage, Settled& settled, std::stop_token stop,
        QObject* parent = nullptr);
    ~DeltaPass() override;

    /// After a stop the server is not touched again.
    /// Errors: those of plex::Server, Database, Storage, Cancelled. What is committed stays.
    [[nodiscard]] util::Future<WriteOutcome> run();

Q_SIGNALS:
    /// A section is being asked for what is new.
    void progressed(const QString& section);

private:
    /// One number to be compared, over all sections.
    struct Count
    {
        types::ItemType type = types::ItemType::Unknown;
        KeyCheck::What what = KeyCheck::What::Existing;
        qint64 here = 0;
        std::optional<qint64> there = 0;
        [[nodiscard]] QString name() const;
        [[nodiscard]] bool differs() const { return there && *there != here; }
    };

    using Check = std::pair<SectionReader::Part, KeyCheck::What>;

    void readNext();
    void count();
    [[nodiscard]] util::Future<QList<Count>> countHere(QList<Count> counts);
    void compare(const QList<Count>& counts);
    void checkNext();
    void look();
    void makeDue();
    void finish();
    void fail(util::Error error);
    template <class T>
    bool isFine(const util::Result<T>& result);

    Library& m_library;
    plex::Server& m_server;
    QThreadPool& m_pool;
    QList<Part> m_parts;
    qint64 m_now;
    SectionReader::AfterPage m_afterPage;
    Settled& m_settled;
    std::stop_token m_stop;
    util::Promise<WriteOutcome> m_promise;
    qsizetype m_next = 0; // part
    std::unique_ptr<DeltaReader> m_reader;
    std::unique_ptr<KeyCheck> m_check;
    std::unique_ptr<ItemRefresher> m_refresher;
    QList<Check> m_checks; // to be made
    QList<Check> m_cutShort; // those that told not all
    QList<Count> m_differing;
    QList<types::RatingKey> m_suspects;
    WriteOutcome m_outcome;
    bool m_hasHelped = false; // what was looked at was not as the cache had it
    bool m_isOver = false;
};

} // namespace library
