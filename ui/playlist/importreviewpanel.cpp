// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/importreviewpanel.h"

#include "core/playlist/playlistfile.h"
#include "ui/common/errorbar.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/style.h"
#include "ui/common/textlabel.h"
#include "ui/playlist/importdelegate.h"
#include "ui/playlist/importdetails.h"
#include "ui/playlist/importrows.h"

#include <QAction>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;
using playlist::RowState;

namespace ui {

namespace {

constexpr QSize kSize { 1080, 680 };
constexpr double kMostOfScreen = 0.9;
constexpr int kDetails = 340;
constexpr int kWithFit = 480; // so much room needs a table that also says how well and why …
constexpr int kWithTrack = 240; // … and one that says what was found

/// The filters in the order of their buttons.
const QList<ImportRows::Filter>& filters()
{
    static const QList<ImportRows::Filter> list { std::nullopt, RowState::ToDecide,
        RowState::Missing, RowState::Found };
    return list;
}

} // namespace

ImportReviewPanel::ImportReviewPanel(playlist::Importing& importing, library::Library& library,
    FilePicker files, ImportTask task, QWidget* parent)
    : QDialog(parent)
    , m_importing(importing)
    , m_library(library)
    , m_files(std::move(files))
    , m_task(std::move(task))
    , m_rows(new ImportRows(this))
    , m_stack(new QStackedWidget)
    , m_doing(new TextLabel(TextRole::Body, Tone::Secondary))
    , m_progress(new QProgressBar)
    , m_title(new QLineEdit)
    , m_summary(new TextLabel(TextRole::Body))
    , m_unreadable(new TextLabel(TextRole::Caption, Tone::Tertiary))
    , m_filters(new QButtonGroup(this))
    , m_table(new QTableView)
    , m_details(new ImportDetails(library))
    , m_errors(new ErrorBar)
    , m_saveMissing(new QPushButton(icon(u"download"_s), tr("Save missing …")))
    , m_import(new QPushButton)
{
    setObjectName(u"importReview"_s);
    setWindowTitle(tr("Import playlist"));
    setAccessibleName(windowTitle());
    setBackgroundRole(QPalette::Base);
    const QSize screenSize = screen()->availableSize() * kMostOfScreen;
    resize(QSize(scaled(kSize.width()), scaled(kSize.height())).boundedTo(screenSize));
    m_summary->setObjectName(u"importSummary"_s);
    m_summary->setText(nameOfFiles());
    m_stack->addWidget(makeWaiting());
    m_stack->addWidget(makeReview());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kL, space::kL, space::kL, space::kM);
    column->setSpacing(space::kS);
    column->addWidget(new TextLabel(windowTitle(), TextRole::Title));
    column->addWidget(m_summary);
    column->addWidget(m_stack, 1);
    column->addWidget(m_errors);
    column->addLayout(makeButtons());
    connect(m_rows, &ImportRows::countsChanged, this, &ImportReviewPanel::showCounts);
    connect(m_details, &ImportDetails::chosen, this, &ImportReviewPanel::choose);
    connect(m_details, &ImportDetails::leftOut, this, &ImportReviewPanel::leaveOut);
    connect(m_details, &ImportDetails::left, this, [this] { m_table->setFocus(); });
    connect(m_details, &ImportDetails::failed, this,
        [this](
            const util::Error& error, const QString& what) { m_errors->show(error, what, false); });
    // What was found is of that library.
    connect(&m_library, &library::Library::opened, this, &QDialog::reject);
    begin();
}

ImportReviewPanel::~ImportReviewPanel()
{
    m_stop.request_stop();
}

const playlist::ImportReview& ImportReviewPanel::review() const
{
    return m_rows->review();
}

QWidget* ImportReviewPanel::makeWaiting()
{
    m_doing->setObjectName(u"importDoing"_s);
    m_doing->setWordWrap(true);
    m_progress->setRange(0, 100);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("How much of the file is read"));
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, space::kM, 0, 0);
    column->setSpacing(space::kS);
    column->addWidget(m_doing);
    column->addWidget(m_progress);
    column->addStretch();
    return box;
}

QLayout* ImportReviewPanel::makeHead()
{
    m_title->setObjectName(u"importTitle"_s);
    m_title->setMaxLength(255);
    auto* label = new TextLabel(tr("Name"), TextRole::Body, Tone::Secondary);
    label->setBuddy(m_title);
    m_title->setAccessibleName(tr("Name of the new playlist"));
    if (!m_task.into.isEmpty()) {
        label->setText(tr("Added to “%1”").arg(m_task.into));
        m_title->hide();
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kS);
    row->addWidget(label);
    row->addWidget(m_title, 1);
    return row;
}

QLayout* ImportReviewPanel::makeFilters()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kS);
    for (int i = 0; i < filters().size(); ++i) {
        auto* button = new QPushButton;
        button->setObjectName(u"importFilter%1"_s.arg(i));
        button->setCheckable(true);
        button->setChecked(i == 0);
        button->setAutoDefault(false);
        m_filters->addButton(button, i);
        row->addWidget(button);
    }
    row->addStretch();
    connect(m_filters, &QButtonGroup::idClicked, this, [this](int id) {
        m_rows->setFilter(filters().at(id));
        m_table->setCurrentIndex(m_rows->index(0, int(ImportColumn::File)));
        showCurrent();
    });
    return row;
}

void ImportReviewPanel::setUpTable()
{
    m_table->setObjectName(u"importRows"_s);
    m_table->setAccessibleName(tr("Rows of the file"));
    m_table->setModel(m_rows);
    m_table->setItemDelegate(new ImportDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setMinimumSectionSize(scaled(24));
    for (const ImportColumn fixed : { ImportColumn::State, ImportColumn::Score }) {
        header->setSectionResizeMode(int(fixed), QHeaderView::Fixed);
    }
    onTextSize(m_table, [this, header] {
        m_table->verticalHeader()->setDefaultSectionSize(ImportDelegate::height());
        header->resizeSection(int(ImportColumn::State), scaled(32));
        header->resizeSection(int(ImportColumn::Score), scaled(64));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &ImportReviewPanel::showCurrent);
    connect(m_table, &QTableView::activated, m_details, &ImportDetails::enter);
    m_table->installEventFilter(this);
}

void ImportReviewPanel::fitColumns()
{
    // What is beside the rows says the same of the current one.
    const int width = m_table->width(); // its viewport comes after it
    const bool isNarrow = width < scaled(kWithFit);
    m_table->setColumnHidden(int(ImportColumn::Score), isNarrow);
    m_table->setColumnHidden(int(ImportColumn::Reason), isNarrow);
    m_table->setColumnHidden(int(ImportColumn::Track), width < scaled(kWithTrack));
}

bool ImportReviewPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::Resize) {
        fitColumns();
    }
    return QDialog::eventFilter(watched, event);
}

QWidget* ImportReviewPanel::makeReview()
{
    m_unreadable->setObjectName(u"importUnreadable"_s);
    m_unreadable->setWordWrap(true);
    setUpTable();
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 1);
    const int details = std::min(scaled(kDetails), width() * 2 / 5);
    splitter->setSizes({ width() - details, details });
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, space::kS, 0, 0);
    column->setSpacing(space::kS);
    column->addLayout(makeHead());
    column->addWidget(m_unreadable);
    column->addLayout(makeFilters());
    column->addWidget(splitter, 1);
    auto* find = new QAction(box);
    find->setShortcut(QKeySequence::Find);
    connect(find, &QAction::triggered, this, [this] { m_details->search().setFocus(); });
    box->addAction(find);
    return box;
}

QLayout* ImportReviewPanel::makeButtons()
{
    m_saveMissing->setObjectName(u"importSaveMissing"_s);
    m_saveMissing->setAutoDefault(false);
    m_saveMissing->setEnabled(false);
    m_import->setObjectName(u"importAccept"_s);
    m_import->setText(tr("Import"));
    m_import->setAutoDefault(false);
    m_import->setEnabled(false);
    makePrimary(m_import);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"importCancel"_s);
    cancel->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kS);
    row->addWidget(m_saveMissing);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_import);
    connect(m_saveMissing, &QPushButton::clicked, this, &ImportReviewPanel::saveMissing);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &ImportReviewPanel::accept);
    return row;
}

QString ImportReviewPanel::nameOfFiles() const
{
    const QString first = QFileInfo(m_task.paths.constFirst()).fileName();
    return m_task.paths.size() == 1
        ? first
        : tr("%1 and %Ln more", nullptr, int(m_task.paths.size() - 1)).arg(first);
}

void ImportReviewPanel::begin()
{
    m_doing->setText(tr("Reading the file …"));
    auto review = m_importing.reviewFiles(m_task.paths, m_stop.get_token());
    util::async::watchProgress(review, this, [this](int done, int, const QString& what) {
        m_progress->setValue(done);
        if (!what.isEmpty()) {
            m_doing->setText(what);
        }
    });
    util::async::handOver(std::move(review), this,
        [this](util::Result<playlist::ImportReview> result) { receive(std::move(result)); });
}

void ImportReviewPanel::receive(util::Result<playlist::ImportReview> review)
{
    m_progress->hide();
    if (!review) {
        m_doing->setTone(Tone::Danger);
        m_doing->setText(review.error().message);
        return;
    }
    if (review->rows.empty()) {
        m_doing->setText(tr("There is no track in this file."));
        return;
    }
    m_title->setText(review->title);
    QStringList lines;
    for (const playlist::LeftOut& line :
        review->leftOut.first(std::min<qsizetype>(review->leftOut.size(), 20))) {
        lines.append(tr("Line %1: %2").arg(line.line).arg(line.reason));
    }
    m_unreadable->setVisible(review->leftOutCount > 0);
    m_unreadable->setText(lines.isEmpty()
            ? QString()
            : tr("%Ln line(s) of the file could not be read and were left out. %1", nullptr,
                int(review->leftOutCount))
                  .arg(lines.constFirst()));
    m_unreadable->setToolTip(plainToolTip(lines.join(u'\n')));
    m_rows->setReview(std::move(review).value());
    m_stack->setCurrentIndex(1);
    goOn(0);
    m_table->setFocus();
}

void ImportReviewPanel::showCounts()
{
    const playlist::ImportCounts& counts = m_rows->counts();
    QStringList parts { tr("%L1 of %L2 found").arg(counts.found).arg(counts.all()) };
    if (counts.toDecide > 0) {
        parts.append(tr("%L1 to decide").arg(counts.toDecide));
    }
    if (counts.missing > 0) {
        parts.append(tr("%L1 missing").arg(counts.missing));
    }
    m_summary->setText(u"%1 · %2"_s.arg(nameOfFiles(), parts.join(u", "_s)));
    const QStringList names { tr("All"), tr("To decide"), tr("Missing"), tr("Found") };
    const QList<qsizetype> numbers { counts.all(), counts.toDecide, counts.missing, counts.found };
    for (int i = 0; i < names.size(); ++i) {
        m_filters->button(i)->setText(u"%1  %2"_s.arg(names.at(i), format::count(numbers.at(i))));
    }
    m_import->setEnabled(counts.found > 0);
    m_import->setText(
        counts.found > 0 ? tr("Import %Ln track(s)", nullptr, int(counts.found)) : tr("Import"));
    m_saveMissing->setEnabled(counts.missing + counts.toDecide > 0);
}

void ImportReviewPanel::showCurrent()
{
    const int row = m_table->currentIndex().row();
    if (row >= 0 && row < m_rows->rowCount()) {
        m_details->show(m_rows->review(), m_rows->at(row));
    } else {
        m_details->clear();
    }
}

void ImportReviewPanel::goOn(int row)
{
    const int count = m_rows->rowCount();
    for (int next = row; next < count; ++next) {
        if (m_rows->at(next).state == RowState::ToDecide) {
            row = next;
            break;
        }
    }
    m_table->setCurrentIndex(m_rows->index(std::min(row, count - 1), int(ImportColumn::File)));
    showCurrent(); // the row may be the same, and another one's
}

void ImportReviewPanel::choose(const match::LibraryTrack& track)
{
    const int row = m_table->currentIndex().row();
    if (row < 0) {
        return;
    }
    const playlist::ImportRow former = m_rows->at(row);
    // What a search found is not known by its path and guid yet, by which it is remembered.
    util::async::deliver(m_importing.track(track.id), this,
        [this, former](const util::Result<match::LibraryTrack>& whole) {
            if (!whole) {
                m_errors->show(whole.error(), tr("The track could not be chosen."), false);
                return;
            }
            const int now = m_table->currentIndex().row();
            if (now < 0 || m_rows->at(now).name != former.name) {
                return; // somebody went on to another row
            }
            sayIfNotRemembered(m_importing.rememberChoice(former, *whole));
            m_rows->choose(now, *whole);
            m_table->setFocus();
            goOn(now);
        });
}

void ImportReviewPanel::leaveOut()
{
    const int row = m_table->currentIndex().row();
    if (row >= 0) {
        sayIfNotRemembered(m_importing.rememberLeftOut(m_rows->at(row)));
        m_rows->leaveOut(row);
        m_table->setFocus();
        goOn(row);
    }
}

void ImportReviewPanel::sayIfNotRemembered(const util::Future<void>& remembered)
{
    util::async::deliver(remembered, this, [this](const util::Result<void>& done) {
        if (!done) {
            m_errors->show(
                done.error(), tr("Your choice holds, but will not be remembered."), false);
        }
    });
}

void ImportReviewPanel::saveMissing()
{
    QStringList names;
    for (const playlist::FileFormat format : playlist::fileFormats()) {
        names.append(u"*."_s + playlist::endingOf(format));
    }
    const FilePicker::Question question { tr("Save the missing tracks"),
        tr("Playlists (%1)").arg(names.join(u' ')),
        playlist::fileNameFor(tr("%1 – missing", "name of a playlist").arg(m_title->text()),
            playlist::formatOf(m_task.paths.constFirst()).value_or(playlist::FileFormat::Csv)) };
    util::async::deliver(
        m_files.save(*this, question), this, [this](const util::Result<QString>& path) {
            if (!path) {
                return; // nothing was chosen
            }
            util::async::deliver(m_importing.saveMissing(m_rows->review(), *path), this,
                [this, path = *path](const util::Result<void>& done) {
                    if (done) {
                        m_errors->showNotice(tr("The missing tracks are in %1.")
                                                 .arg(QDir::toNativeSeparators(path)));
                    } else {
                        m_errors->show(
                            done.error(), tr("The missing tracks could not be saved."), false);
                    }
                });
        });
}

void ImportReviewPanel::accept()
{
    const QString given = m_title->text().trimmed();
    const QString title = !m_task.into.isEmpty() ? m_task.into
        : given.isEmpty() ? QFileInfo(m_task.paths.constFirst()).completeBaseName()
                          : given;
    Q_EMIT importRequested(title, playlist::chosenKeys(m_rows->review()));
    QDialog::accept();
}

} // namespace ui
