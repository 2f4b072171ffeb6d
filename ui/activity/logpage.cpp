// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/logpage.h"

#include "ui/common/diagnostics.h"
#include "ui/common/filterfield.h"
#include "ui/common/flowlayout.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <numeric>

using namespace Qt::StringLiterals;
using Column = ui::LogModel::Column;

namespace ui {

namespace {

constexpr std::chrono::milliseconds kFollow { 1000 };
constexpr int kFilter = 320; // pixels

} // namespace

LogPage::LogPage(const util::LogBuffer& log, settings::Settings& settings, QWidget* parent)
    : Page(parent)
    , m_model(log)
    , m_table(new QTableView)
    , m_filter(new FilterField(tr("Filter the log")))
    , m_message(new TextLabel(TextRole::Caption, Tone::Secondary))
{
    setObjectName(u"logPage"_s);
    setHeader(tr("Log"), tr("What the program did since its start. Nothing in it is secret."));
    setupTable();
    m_message->setObjectName(u"logMessage"_s);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->setContentsMargins(space::kL, space::kS, space::kL, space::kM);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools(settings));
    m_states = makeStates(inset(m_table), StatePage::Skeleton::Rows);
    column->addWidget(m_states, 1);
    column->addWidget(m_message);
    setContent(content);
    m_following.setInterval(kFollow);
    connect(&m_following, &QTimer::timeout, this, &LogPage::follow);
    connect(m_states, &StatePage::actionRequested, m_filter, &QLineEdit::clear);
    connect(m_filter, &QLineEdit::textChanged, this, &LogPage::applyFilter);
    connect(m_filter, &FilterField::left, m_table, qOverload<>(&QWidget::setFocus));
    applyFilter();
}

QWidget* LogPage::makeTools(settings::Settings& settings)
{
    using diagnostics::LogLevel;
    m_filter->setObjectName(u"logFilter"_s);
    m_least = new QComboBox;
    m_least->setObjectName(u"logLeast"_s);
    m_least->setAccessibleName(tr("What is shown"));
    m_least->addItem(tr("All lines"), int(QtDebugMsg));
    m_least->addItem(tr("Warnings and errors"), int(QtWarningMsg));
    m_least->addItem(tr("Errors"), int(QtCriticalMsg));
    connect(m_least, &QComboBox::currentIndexChanged, this, &LogPage::applyFilter);
    auto* details = new QPushButton(tr("Log details"));
    details->setObjectName(u"logDetails"_s);
    details->setCheckable(true);
    details->setToolTip(tr("Write down much more, to find out about a fault"));
    const auto update = [details, &settings] {
        details->setChecked(settings.value(diagnostics::kLogLevel) == LogLevel::Detailed);
    };
    connect(details, &QPushButton::clicked, this, [&settings](bool isChecked) {
        settings.set(diagnostics::kLogLevel, isChecked ? LogLevel::Detailed : LogLevel::Normal);
    });
    connect(&settings, &settings::Settings::changed, details, update);
    update();
    m_copy = new QPushButton(icon(u"copy"_s), tr("Copy"));
    m_copy->setObjectName(u"logCopy"_s);
    m_copy->setToolTip(tr("Copy the chosen lines, or all that are shown"));
    connect(m_copy, &QPushButton::clicked, this, &LogPage::copy);
    auto* clear = new QPushButton(tr("Clear"));
    clear->setObjectName(u"logClear"_s);
    connect(clear, &QPushButton::clicked, this, [this] {
        m_model.clear();
        updateState();
    });
    auto* tools = new QWidget;
    auto* rows = new QVBoxLayout(tools);
    rows->setContentsMargins(space::kL, 0, space::kL, space::kM);
    auto* row = new FlowLayout(space::kS);
    rows->addLayout(row);
    onTextSize(m_filter,
        [this] { m_filter->setMinimumWidth(qMax(scaled(kFilter), m_filter->leastWidth())); });
    row->addWidget(m_filter);
    row->addWidget(m_least);
    row->addWidget(details);
    row->addWidget(m_copy);
    row->addWidget(clear);
    return tools;
}

void LogPage::setupTable()
{
    m_table->setObjectName(u"logTable"_s);
    m_table->setAccessibleName(tr("Lines of the log"));
    m_table->setModel(&m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    onTextSize(m_table, [this] {
        m_table->verticalHeader()->setDefaultSectionSize(rowHeight(Density::Compact));
        m_table->setColumnWidth(int(Column::Time), scaled(96));
        m_table->setColumnWidth(int(Column::Level), scaled(110));
        m_table->setColumnWidth(int(Column::Source), scaled(130));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &LogPage::showCurrent);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &LogPage::showCurrent);
}

QWidget* LogPage::focusTarget()
{
    return m_filter;
}

void LogPage::open(const Route&)
{
    follow();
    m_table->scrollToBottom();
}

void LogPage::showEvent(QShowEvent* event)
{
    m_following.start();
    Page::showEvent(event);
}

void LogPage::hideEvent(QHideEvent* event)
{
    m_following.stop();
    Page::hideEvent(event);
}

void LogPage::applyFilter()
{
    m_model.setFilter(m_filter->text(), QtMsgType(m_least->currentData().toInt()));
    updateState();
    m_table->scrollToBottom();
}

void LogPage::follow()
{
    // Who looks at something further up is not taken away from it.
    const QScrollBar* bar = m_table->verticalScrollBar();
    const bool isAtEnd = bar->value() == bar->maximum();
    m_model.follow();
    updateState();
    if (isAtEnd) {
        m_table->scrollToBottom();
    }
}

void LogPage::updateState()
{
    const bool hasRows = m_model.rowCount() > 0;
    m_copy->setEnabled(hasRows);
    if (hasRows) {
        m_states->showContent();
    } else if (!m_filter->text().isEmpty()) {
        m_states->showEmpty(u"filter"_s, tr("Nothing matches"),
            tr("No line of the log has this text in it."), tr("Clear the filter"));
    } else {
        m_states->showEmpty(u"check"_s, tr("Nothing was logged"),
            tr("What the program does, and what goes wrong, appears here."));
    }
}

void LogPage::copy()
{
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        rows.append(index.row());
    }
    if (rows.isEmpty()) {
        rows.resize(m_model.rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    std::ranges::sort(rows);
    QGuiApplication::clipboard()->setText(m_model.text(rows));
}

void LogPage::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    m_message->setText(current.isValid() ? m_model.line(current.row()).text : QString());
    m_message->setVisible(current.isValid());
}

} // namespace ui
