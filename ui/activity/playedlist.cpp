// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/playedlist.h"

#include "ui/activity/historydelegate.h"
#include "ui/common/dragging.h"
#include "ui/common/statepage.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

PlayedList::PlayedList(const util::Clock& clock, ServerWork work, library::Library& library,
    Covers& covers, QWidget* parent)
    : QWidget(parent)
    , m_work(std::move(work))
    , m_model(clock)
    , m_list(new DragList)
    , m_states(new StatePage(m_list, StatePage::Skeleton::Rows))
    , m_note(new TextLabel(TextRole::Caption, Tone::Secondary))
{
    m_list->setObjectName(u"playedList"_s);
    m_list->setAccessibleName(tr("Played"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new HistoryDelegate(this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setDragSource(covers, [this, &library](const QList<int>& rows) {
        const types::Play play = m_model.play(rows.isEmpty() ? -1 : rows.constFirst());
        if (!play.ratingKey.isValid()) {
            return Dragging {}; // it is gone
        }
        return Dragging::one(
            { ItemDrag::Kind::Keys, originOf(library.key()), {}, { play.ratingKey.value } },
            play.title, play.artist, {}, u"track"_s);
    });
    m_note->setObjectName(u"playedNote"_s);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(space::kL, 0, space::kL, space::kS);
    m_note->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_note);
    column->addWidget(m_states, 1);
    connect(m_states, &StatePage::retryRequested, this, &PlayedList::read);
}

QWidget* PlayedList::focusTarget()
{
    return m_states->state() == StatePage::State::Error ? &m_states->action() : m_list;
}

void PlayedList::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    read();
}

void PlayedList::read()
{
    if (!m_work.plays) {
        return;
    }
    if (m_model.rowCount() == 0) {
        m_states->showLoading();
    }
    const std::stop_token stop = m_read.begin();
    m_read.deliver(m_work.plays(stop), this, [this](const util::Result<types::Plays>& plays) {
        if (plays) {
            show(*plays);
        } else {
            m_note->hide();
            m_states->showError(plays.error(), tr("What was played could not be read."));
        }
    });
}

void PlayedList::show(const types::Plays& plays)
{
    m_model.setPlays(plays.list);
    m_note->setText(
        tr("The server does not tell each play: this is when each track was played last."));
    m_note->setVisible(!plays.isComplete && !plays.list.isEmpty());
    if (plays.list.isEmpty()) {
        m_states->showEmpty(u"play"_s, tr("Nothing played yet"),
            tr("What you listen to, here or with another Plex program, appears here."));
    } else {
        m_states->showContent();
    }
}

} // namespace ui
