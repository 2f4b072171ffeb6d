// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/servercard.h"

#include "ui/activity/activityline.h"
#include "ui/common/sectioncard.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;
using Code = util::Error::Code;

namespace ui {

namespace {

constexpr auto kAgain = std::chrono::seconds(2);
constexpr int kMostShown = 12; // a server that does more is shown doing these

} // namespace

ServerCard::ServerCard(ServerWork work, QWidget* parent)
    : QWidget(parent)
    , m_work(std::move(work))
    , m_text(new TextLabel(TextRole::Body))
    , m_lines(new QVBoxLayout)
{
    m_text->setObjectName(u"activityServer"_s);
    m_text->setWordWrap(true);
    m_lines->setSpacing(space::kM);
    auto* card = new SectionCard(tr("On the server"),
        tr("What the server is doing by itself: scans, "
           "analyses, downloads of details."));
    card->add(m_text);
    card->add(m_lines);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    m_again.setSingleShot(true);
    m_again.setInterval(kAgain);
    connect(&m_again, &QTimer::timeout, this, &ServerCard::read);
}

void ServerCard::restart()
{
    m_isRefused = false;
    if (isVisible()) {
        read();
    }
}

void ServerCard::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_isRefused = false;
    read();
}

void ServerCard::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_again.stop();
    (void)m_read.begin(); // what is on its way is not waited for
}

void ServerCard::read()
{
    if (!m_work.activities || m_isRefused) {
        return;
    }
    const std::stop_token stop = m_read.begin();
    m_read.deliver(m_work.activities(stop), this,
        [this](const util::Result<QList<types::Activity>>& activities) {
            if (activities) {
                show(*activities);
            } else {
                say(activities.error());
            }
            if (isVisible() && !m_isRefused) {
                m_again.start();
            }
        });
}

void ServerCard::show(const QList<types::Activity>& activities)
{
    QSet<QString> present;
    for (const types::Activity& activity : activities.mid(0, kMostShown)) {
        present.insert(activity.uuid);
        ActivityLine*& line = m_shown[activity.uuid];
        if (!line) {
            line = new ActivityLine;
            m_lines->addWidget(line);
            connect(line, &ActivityLine::cancelRequested, this,
                [this, uuid = activity.uuid] { cancel(uuid); });
        }
        line->show(activity);
    }
    for (const QString& uuid : m_shown.keys()) {
        if (!present.contains(uuid)) {
            ActivityLine* line = m_shown.take(uuid);
            if (line->isAncestorOf(line->window()->focusWidget())) {
                focusNextChild(); // not lost with the button that had it
            }
            line->hide();
            line->deleteLater();
        }
    }
    m_text->setText(tr("The server is doing nothing by itself just now."));
    m_text->setVisible(activities.isEmpty());
}

void ServerCard::say(const util::Error& error)
{
    if (error.code == Code::Cancelled) {
        return;
    }
    show(QList<types::Activity>());
    m_isRefused = error.code == Code::Forbidden || error.code == Code::Unauthorised
        || error.code == Code::NotFound;
    m_text->setText(m_isRefused           ? tr("This server tells only its owner what it is doing.")
            : error.code == Code::Offline ? tr("There is no connection to the server.")
                                          : error.message);
}

void ServerCard::cancel(const QString& uuid)
{
    util::async::deliver(m_work.cancel(uuid), this, [this](const util::Result<void>& cancelled) {
        // What is not there any more has ended: that is what was asked for.
        if (!cancelled && cancelled.error().code != Code::NotFound) {
            Q_EMIT failed(cancelled.error(), tr("The server went on with it."));
        }
        read();
    });
}

} // namespace ui
