// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/historypage.h"

#include "ui/activity/historydelegate.h"
#include "ui/activity/playedlist.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <tuple>

using namespace Qt::StringLiterals;

namespace ui {

HistoryPage::HistoryPage(change::Changes& changes, const util::Clock& clock, const ServerWork& work,
    library::Library& library, Covers& covers, QWidget* parent)
    : Page(parent)
    , m_changes(changes)
    , m_model(changes, clock)
    , m_list(new QListView)
    , m_states(makeStates(m_list, StatePage::Skeleton::Rows))
    , m_undo(new QPushButton(icon(u"undo"_s), tr("Undo")))
    , m_redo(new QPushButton(icon(u"redo"_s), tr("Redo")))
    , m_tabs(new QStackedWidget)
    , m_played(new PlayedList(clock, work, library, covers))
{
    setObjectName(u"historyPage"_s);
    m_list->setObjectName(u"historyList"_s);
    m_list->setAccessibleName(tr("Changes"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new HistoryDelegate(this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_undo->setObjectName(u"historyUndo"_s);
    m_redo->setObjectName(u"historyRedo"_s);
    addHeaderWidget(m_undo);
    addHeaderWidget(m_redo);
    addTabs();
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_states, 1);
    m_details = makeDetails();
    column->addWidget(m_details);
    m_tabs->addWidget(content);
    m_tabs->addWidget(m_played);
    setContent(m_tabs);
    showTab(Tab::Changes); // the buttons have a parent by now: none becomes a window
    connect(m_undo, &QPushButton::clicked, this, [this] { Q_EMIT undoRequested({}); });
    connect(m_redo, &QPushButton::clicked, this, &HistoryPage::redoRequested);
    connect(&m_changes, &change::Changes::undoChanged, this, &HistoryPage::updateButtons);
    connect(&m_model, &HistoryModel::loaded, this, &HistoryPage::updateState);
    connect(&m_model, &HistoryModel::readFailed, this, [this](const util::Error& error) {
        m_states->showError(error, tr("The history could not be read."));
    });
    connect(m_states, &StatePage::retryRequested, this, &HistoryPage::reload);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &HistoryPage::updateDetails);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &HistoryPage::updateDetails);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &HistoryPage::updateDetails);
    updateButtons();
    updateDetails();
}

QWidget* HistoryPage::makeDetails()
{
    m_label = new TextLabel(TextRole::Body);
    m_failures = new TextLabel(TextRole::Caption, Tone::Secondary);
    m_failures->setObjectName(u"historyFailures"_s);
    m_failures->setWordWrap(true);
    m_undoThis = new QPushButton(tr("Undo this change"));
    m_undoThis->setObjectName(u"historyUndoThis"_s);
    m_retry = new QPushButton(tr("Retry what failed"));
    m_retry->setObjectName(u"historyRetry"_s);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_label);
    texts->addWidget(m_failures);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(space::kL, space::kM, space::kL, space::kM);
    row->setSpacing(space::kS);
    row->addLayout(texts, 1);
    row->addWidget(m_retry);
    row->addWidget(m_undoThis);
    const auto current = [this]() -> types::ChangeId {
        const change::Summary* summary = m_model.summary(m_list->currentIndex().row());
        return summary ? summary->id : types::ChangeId();
    };
    connect(m_undoThis, &QPushButton::clicked, this,
        [this, current] { Q_EMIT undoRequested(current()); });
    connect(m_retry, &QPushButton::clicked, this,
        [this, current] { Q_EMIT retryRequested(current()); });
    return box;
}

void HistoryPage::addTabs()
{
    auto* group = new QButtonGroup(this);
    for (const auto& [tab, name, text] :
        { std::tuple(Tab::Changes, u"historyChanges"_s, tr("Changes")),
            std::tuple(Tab::Played, u"historyPlayed"_s, tr("Played")) }) {
        auto* button = new QPushButton(text);
        button->setObjectName(name);
        button->setCheckable(true);
        button->setChecked(tab == Tab::Changes);
        group->addButton(button, int(tab));
        addHeaderWidget(button);
    }
    connect(group, &QButtonGroup::idClicked, this, [this](int id) { showTab(Tab(id)); });
}

void HistoryPage::showTab(Tab tab)
{
    const bool isPlayed = tab == Tab::Played;
    setHeader(tr("History"),
        isPlayed ? tr("What you played, here and elsewhere.")
                 : tr("What you changed on the server. Everything can be undone."));
    m_undo->setVisible(!isPlayed);
    m_redo->setVisible(!isPlayed);
    m_tabs->setCurrentIndex(int(tab));
}

QWidget* HistoryPage::focusTarget()
{
    return m_tabs->currentIndex() == int(Tab::Played) ? m_played->focusTarget() : m_list;
}

void HistoryPage::open(const Route&)
{
    reload();
}

void HistoryPage::reload()
{
    m_model.reload();
}

void HistoryPage::updateState()
{
    if (m_model.rowCount() > 0) {
        m_states->showContent();
    } else {
        m_states->showEmpty(u"history"_s, tr("Nothing changed yet"),
            tr("Ratings and other changes you make appear here, and each can be undone, also "
               "tomorrow."));
    }
}

void HistoryPage::updateButtons()
{
    const change::Summary& undoable = m_changes.undoable();
    const change::Summary& redoable = m_changes.redoable();
    m_undo->setEnabled(undoable.id.isValid());
    m_redo->setEnabled(redoable.id.isValid());
    m_undo->setToolTip(undoable.id.isValid() ? plainToolTip(tr("Undo: %1").arg(undoable.label))
                                             : tr("Nothing to undo"));
    m_redo->setToolTip(redoable.id.isValid() ? plainToolTip(tr("Redo: %1").arg(redoable.label))
                                             : tr("Nothing to redo"));
}

void HistoryPage::updateDetails()
{
    const change::Summary* summary = m_model.summary(m_list->currentIndex().row());
    m_details->setVisible(summary != nullptr);
    if (!summary) {
        return;
    }
    m_label->setText(titleOf(*summary));
    m_undoThis->setEnabled(!summary->isUndone && summary->role != change::Role::Undo);
    m_retry->setVisible(summary->failed > 0);
    m_failures->setText(summary->failed > 0 ? summary->firstError : stateText(*summary));
    (void)m_latest.begin(); // what is on its way is about another row
    if (summary->failed > 0) {
        m_latest.deliver(
            m_changes.steps(summary->id), this, [this](util::Result<QList<change::Step>> steps) {
                if (steps) {
                    showFailures(*steps);
                }
            });
    }
}

void HistoryPage::showFailures(const QList<change::Step>& steps)
{
    // Many items fail for few reasons: one line a reason.
    QMap<QString, int> reasons;
    for (const change::Step& step : steps) {
        if (step.state == change::State::Failed) {
            ++reasons[step.errorMessage];
        }
    }
    QStringList lines;
    for (auto reason = reasons.cbegin(); reason != reasons.cend(); ++reason) {
        lines.append(steps.size() == 1 ? reason.key()
                                       : tr("%1 of %2: %3")
                                             .arg(format::count(reason.value()),
                                                 format::count(steps.size()), reason.key()));
    }
    m_failures->setText(lines.join(u'\n'));
}

} // namespace ui
