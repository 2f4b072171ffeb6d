// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/await.h"
#include "tests/support/stallguard.h"
#include "ui/common/pagedmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    qint64 id = 0;
    QString text {};
    bool operator==(const Row&) const = default;
};

class Model final : public ui::PagedModel<Row>
{
public:
    using PagedModel::PagedModel;

    int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : 2;
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        const Row* row = rowAt(index.row());
        if (role == PlaceholderRole) {
            return row == nullptr;
        }
        return row && role == Qt::DisplayRole ? row->text : QVariant();
    }
};

/// A source whose answers come when the test says so.
struct Store
{
    std::vector<qint64> ids {};
    QString suffix {};
    bool isHeld = false;
    int spineReads = 0;
    int pageReads = 0;
    int stopped = 0;
    std::optional<util::Error> failure {};
    QList<std::function<void()>> held {};

    Model::Source source()
    {
        return { [this](std::stop_token) {
                    ++spineReads;
                    return failure ? util::async::ready<std::vector<qint64>>(*failure)
                                   : util::async::ready<std::vector<qint64>>(ids);
                },
            [this](const QList<qint64>& wanted, std::stop_token stop) {
                ++pageReads;
                QList<Row> rows;
                for (const qint64 id : wanted) {
                    rows.append({ id, QString::number(id) + suffix });
                }
                util::Promise<QList<Row>> promise;
                auto answer = [this, promise, rows, stop] {
                    stopped += stop.stop_requested() ? 1 : 0;
                    promise.finish(stop.stop_requested()
                            ? util::Result<QList<Row>>(util::Error::cancelled())
                            : util::Result<QList<Row>>(rows));
                };
                if (isHeld) {
                    held.append(answer);
                } else {
                    answer();
                }
                return promise.future();
            },
            [](const Row& row) { return row.id; } };
    }
    void release()
    {
        for (const auto& answer : std::exchange(held, {})) {
            answer();
        }
    }
};

std::vector<qint64> numbers(qint64 count, qint64 first = 1)
{
    std::vector<qint64> result;
    for (qint64 i = 0; i < count; ++i) {
        result.push_back(first + i);
    }
    return result;
}

} // namespace

class TestPagedModel : public QObject
{
    Q_OBJECT

private:
    static QString text(const Model& model, int row)
    {
        return model.index(row, 0).data().toString();
    }

private Q_SLOTS:
    void isExactBeforeAnyRowIsRead()
    {
        Store store { numbers(100'000) };
        Model model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(model.rowCount(), 0);
        model.setSource(store.source());
        QCOMPARE(model.state(), Model::State::Loading);
        QTRY_COMPARE(model.rowCount(), 100'000);
        QCOMPARE(model.state(), Model::State::Ready);
        QVERIFY(model.index(99'999, 0).data(Model::PlaceholderRole).toBool());
        QTRY_COMPARE(text(model, 99'999), u"100000"_s);
    }

    void rowsAtHandAreNotReadAgain()
    {
        Store store { numbers(3) };
        Model model;
        model.setSource(store.source(), { { 1, u"one"_s }, { 3, u"three"_s } });
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(text(model, 0), u"one"_s);
        QCOMPARE(text(model, 2), u"three"_s);
        QTRY_COMPARE(text(model, 1), u"2"_s);
        QCOMPARE(text(model, 0), u"one"_s);
        QCOMPARE(store.pageReads, 1);
        model.setSource(store.source(), { { 1, u"older"_s } });
        QTRY_COMPARE(store.spineReads, 2);
        QCOMPARE(text(model, 0), u"one"_s);
    }

    void aPageIsOneRequestAndOneSignal()
    {
        Store store { numbers(1000) };
        Model model;
        model.setSource(store.source());
        QTRY_COMPARE(model.rowCount(), 1000);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        for (int row = 0; row < 200; ++row) {
            (void)text(model, row);
        }
        QTRY_COMPARE(text(model, 0), u"1"_s);
        QCOMPARE(store.pageReads, 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 0);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 255);
    }

    void pagesScrolledPastAreStopped()
    {
        Store store { numbers(100'000) };
        store.isHeld = true;
        Model model;
        model.setSource(store.source());
        QTRY_COMPARE(model.rowCount(), 100'000);
        for (int page = 0; page < 10; ++page) {
            (void)text(model, page * Model::kPageRows);
            QTRY_COMPARE(store.pageReads, page + 1);
        }
        store.release();
        QTRY_COMPARE(text(model, 9 * Model::kPageRows), QString::number(9 * Model::kPageRows + 1));
        QCOMPARE(store.stopped, 10 - Model::kMaxRequests);
        QVERIFY(model.rowAtHand(0) == nullptr);
    }

    void keepsAtMostSixtyFourPages()
    {
        Store store { numbers(100 * Model::kPageRows) };
        Model model;
        model.setSource(store.source());
        QTRY_COMPARE(model.rowCount(), 100 * Model::kPageRows);
        for (int page = 0; page < 100; ++page) {
            QTRY_VERIFY(!text(model, page * Model::kPageRows).isEmpty());
        }
        QVERIFY(model.rowAtHand(0) == nullptr);
        QVERIFY(model.rowAtHand(99 * Model::kPageRows) != nullptr);
        int atHand = 0;
        for (int page = 0; page < 100; ++page) {
            atHand += model.rowAtHand(page * Model::kPageRows) ? 1 : 0;
        }
        QCOMPARE(atHand, Model::kMaxPages);
    }

    void fewChangesArePreciseAndKeepTheRows()
    {
        Store store { numbers(2000) };
        Model model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setSource(store.source());
        QTRY_COMPARE(model.rowCount(), 2000);
        QTRY_COMPARE(text(model, 10), u"11"_s);
        const QPersistentModelIndex eleven = model.index(10, 0);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        store.ids.insert(store.ids.begin(), 5000);
        store.ids.erase(store.ids.begin() + 500, store.ids.begin() + 510);
        model.reloadNow();
        QTRY_COMPARE(model.rowCount(), 1991);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(eleven.row(), 11);
        QCOMPARE(text(model, 11), u"11"_s); // without another read
        QTRY_COMPARE(text(model, 0), u"5000"_s);
        QCOMPARE(model.spine(), store.ids);
    }

    void aNewOrderIsAReset()
    {
        Store store { numbers(20'000) };
        Model model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setSource(store.source());
        QTRY_COMPARE(model.rowCount(), 20'000);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        std::ranges::reverse(store.ids);
        model.reloadNow();
        QTRY_COMPARE(reset.size(), 1);
        QTRY_COMPARE(text(model, 0), u"20000"_s);
    }

    void readsTheSpineAgainAtMostOnceASecond()
    {
        Store store { numbers(10) };
        Model model;
        model.setSource(store.source());
        QTRY_COMPARE(model.rowCount(), 10);
        QCOMPARE(store.spineReads, 1);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 50; ++i) {
            model.reload();
        }
        store.ids.push_back(11);
        QTRY_COMPARE(model.rowCount(), 11); // the last call leads to a read …
        QVERIFY(timer.elapsed() >= 900); // … but not at once
        QCOMPARE(store.spineReads, 2);
    }

    void changedRowsAreReadAgainInPlace()
    {
        Store store { numbers(1000) };
        Model model;
        model.setSource(store.source());
        QTRY_COMPARE(model.rowCount(), 1000);
        QTRY_COMPARE(text(model, 5), u"6"_s);
        store.suffix = u"!"_s;
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.refreshRows({ 6, 900 });
        QTRY_COMPARE(text(model, 5), u"6!"_s);
        QCOMPARE(text(model, 6), u"7"_s);
        QCOMPARE(changed.size(), 1);
        model.refreshAll();
        QTRY_COMPARE(text(model, 6), u"7!"_s);
    }

    void aFailureIsAStateAndAnotherReadRecovers()
    {
        Store store { numbers(10) };
        store.failure = util::Error { util::Error::Code::Database, u"no"_s, {}, 0, {} };
        Model model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setSource(store.source());
        QTRY_COMPARE(model.state(), Model::State::Failed);
        QCOMPARE(model.error().code, util::Error::Code::Database);
        store.failure.reset();
        model.reloadNow();
        QTRY_COMPARE(model.state(), Model::State::Ready);
        QCOMPARE(model.rowCount(), 10);
    }

    void aListThatFailsKeepsItsRowsButNotAnothers()
    {
        Store store { numbers(10) };
        Model model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setSource(store.source());
        QTRY_COMPARE(model.rowCount(), 10);
        store.failure = util::Error { util::Error::Code::Database, u"no"_s, {}, 0, {} };
        model.reloadNow();
        QTRY_COMPARE(model.state(), Model::State::Failed);
        QCOMPARE(model.rowCount(), 10);
        model.setSource(store.source());
        QTRY_COMPARE(model.rowCount(), 0);
        QCOMPARE(model.state(), Model::State::Failed);
    }

    void everyDiffLeadsToTheNewSpine_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 40; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }
    void everyDiffLeadsToTheNewSpine()
    {
        QFETCH(quint32, seed);
        srand(seed);
        const std::vector<qint64> before = numbers(300);
        std::vector<qint64> after = before;
        for (int i = 0; i < int(seed % 7); ++i) {
            const auto at = after.begin() + rand() % int(after.size());
            if (rand() % 2) {
                after.insert(at, 1000 + i);
            } else {
                after.erase(at, qMin(after.end(), at + rand() % 5));
            }
        }
        const auto runs = ui::spineDiff(before, after, 64);
        QVERIFY(runs.has_value());
        std::vector<qint64> result = before;
        for (auto run = runs->rbegin(); run != runs->rend(); ++run) {
            const auto at = result.begin() + run->at;
            result.erase(at, at + run->removed);
            result.insert(result.begin() + run->at, after.begin() + run->from,
                after.begin() + run->from + run->added);
        }
        QCOMPARE(result, after);
    }
};

PLEXM8_GUI_TEST_MAIN(TestPagedModel)
#include "tst_pagedmodel.moc"
