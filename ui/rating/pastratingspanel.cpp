// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rating/pastratingspanel.h"

#include "core/library/tables.h"
#include "core/match/trackcopies.h"
#include "ui/common/coverlabel.h"
#include "ui/common/format.h"
#include "ui/common/stars.h"
#include "ui/common/textlabel.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kCover = 96;
constexpr int kMostPast = 100;

void empty(QVBoxLayout& column)
{
    while (QLayoutItem* item = column.takeAt(0)) {
        const std::unique_ptr<QLayoutItem> owned(item);
        if (QWidget* widget = owned->widget()) {
            widget->hide();
            widget->deleteLater();
        }
    }
}

bool isTrack(types::ItemId id)
{
    const auto [first, last] = library::idRange(types::ItemType::Track);
    return id.value >= first && id.value < last;
}

} // namespace

QString pastRatingText(const rating::PastRating& past)
{
    const QString values = PastRatingsPanel::tr("%1 → %2", "a rating, the next one")
                               .arg(format::rating(past.from), format::rating(past.to));
    switch (past.state) {
    case change::State::Pending:
    case change::State::Sent:
        return PastRatingsPanel::tr("%1 (waits to be sent)").arg(values);
    case change::State::Failed:
        return PastRatingsPanel::tr("%1 (refused: %2)").arg(values, past.errorMessage);
    case change::State::Superseded:
        return PastRatingsPanel::tr("%1 (replaced before it was sent)").arg(values);
    default:
        break;
    }
    return past.role == change::Role::Undo ? PastRatingsPanel::tr("%1 (undone)").arg(values)
        : past.role == change::Role::Redo  ? PastRatingsPanel::tr("%1 (done again)").arg(values)
                                           : values;
}

PastRatingsPanel::PastRatingsPanel(library::Library& library, rating::Ratings& ratings,
    Covers& covers, types::ItemId item, QWidget* parent)
    : QDialog(parent)
    , m_library(library)
    , m_ratings(ratings)
    , m_of(library.key())
    , m_item(item)
    , m_cover(new CoverLabel(covers, kCover))
    , m_title(new TextLabel(TextRole::Title))
    , m_artist(new TextLabel(TextRole::Body, Tone::Secondary))
    , m_stars(new StarRating)
    , m_past(new QVBoxLayout)
    , m_copiesColumn(new QVBoxLayout)
    , m_copiesTitle(new TextLabel(tr("All copies of this recording"), TextRole::Title))
    , m_all(new QPushButton(tr("Give all copies this rating")))
{
    setObjectName(u"pastRatings"_s);
    setWindowTitle(tr("Former ratings and copies"));
    m_all->setObjectName(u"pastRatingsAll"_s);
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, space::kS, 0);
    column->setSpacing(space::kS);
    column->addWidget(new TextLabel(tr("Rated here"), TextRole::Title));
    m_past->setSpacing(space::kXs);
    column->addLayout(m_past);
    column->addSpacing(space::kM);
    column->addWidget(m_copiesTitle);
    m_copiesColumn->setSpacing(space::kS);
    column->addLayout(m_copiesColumn);
    column->addWidget(m_all, 0, Qt::AlignLeft);
    column->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::kL, space::kL, space::kL, space::kM);
    whole->setSpacing(space::kM);
    whole->addLayout(makeHead());
    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"pastRatingsScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inner);
    scroll->viewport()->setAutoFillBackground(false); // on the dialog's ground, not a page's
    inner->setAutoFillBackground(false);
    whole->addWidget(scroll, 1);
    whole->addWidget(buttons);
    onTextSize(this, [this] { resize(scaled(520), scaled(480)); });
    m_copiesTitle->setVisible(isTrack(item));
    m_all->hide();
    connect(m_all, &QPushButton::clicked, this,
        [this] { Q_EMIT rateRequested(m_copies + QList { m_item }, m_rating); });
    connect(&m_library, &library::Library::changed, this, [this](const db::ChangeSet& changes) {
        if (changes.touches(library::kItemTable)) {
            read();
        }
    });
    connect(&m_library, &library::Library::opened, this, &PastRatingsPanel::read);
    read();
}

QLayout* PastRatingsPanel::makeHead()
{
    m_stars->setObjectName(u"pastRatingsStars"_s);
    m_stars->setStarSize(22);
    connect(m_stars, &StarRating::chosen, this,
        [this](const types::OptionalRating& rating) { Q_EMIT rateRequested({ m_item }, rating); });
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_artist);
    texts->addSpacing(space::kXs);
    texts->addWidget(m_stars, 0, Qt::AlignLeft);
    texts->addStretch();
    auto* head = new QHBoxLayout;
    head->setSpacing(space::kM);
    head->addWidget(m_cover, 0, Qt::AlignTop);
    head->addLayout(texts, 1);
    return head;
}

void PastRatingsPanel::read()
{
    if (m_library.key() != m_of) {
        reject(); // its ids are others now
        return;
    }
    (void)m_itemRead.begin();
    const auto found = util::async::andThen(
        m_library.ratingKeys({ m_item }), this, [this](const QList<types::RatingKey>& keys) {
            return keys.isEmpty() ? util::async::ready<types::Item>(util::Error::cancelled())
                                  : m_library.item(keys.constFirst());
        });
    m_itemRead.deliver(found, this, [this](const util::Result<types::Item>& item) {
        if (item) {
            showItem(*item);
            readPast(item->ratingKey);
        }
    });
    if (isTrack(m_item)) {
        readCopies();
    }
}

void PastRatingsPanel::showItem(const types::Item& item)
{
    const QString artist = !item.originalTitle.isEmpty() ? item.originalTitle
        : !item.grandparentTitle.isEmpty()               ? item.grandparentTitle
                                                         : item.parentTitle;
    if (!isTrack(m_item)) { // a track has its album's, which comes with its copies
        m_cover->setCover(item.thumb, u"album"_s);
    }
    m_title->setText(item.title);
    m_artist->setText(artist);
    m_rating = item.userRating;
    m_stars->setRating(m_rating);
}

void PastRatingsPanel::readPast(const types::RatingKey& key)
{
    (void)m_pastRead.begin();
    m_pastRead.deliver(m_ratings.history(key, kMostPast), this,
        [this](const util::Result<QList<rating::PastRating>>& past) {
            showPast(past ? *past : QList<rating::PastRating>());
        });
}

void PastRatingsPanel::showPast(const QList<rating::PastRating>& past)
{
    empty(*m_past);
    for (const rating::PastRating& each : past) {
        auto* line = new TextLabel(
            tr("%1: %2", "when, what it was rated")
                .arg(
                    locale().toString(QDateTime::fromSecsSinceEpoch(each.at), QLocale::ShortFormat),
                    pastRatingText(each)),
            TextRole::Body, Tone::Secondary);
        line->setObjectName(u"pastRating"_s);
        m_past->addWidget(line);
    }
    if (past.isEmpty()) {
        auto* none
            = new TextLabel(tr("No rating was given here. What other programs gave is not known."),
                TextRole::Body, Tone::Tertiary);
        none->setWordWrap(true);
        m_past->addWidget(none);
    }
}

void PastRatingsPanel::readCopies()
{
    std::stop_token stop = m_copiesRead.begin();
    const auto ids = m_library.readFrom(
        m_of,
        [item = m_item](
            db::Connection& c, std::stop_token s) { return match::copiesOfTrack(c, item, s); },
        stop);
    const auto rows
        = util::async::andThen(ids, this, [this, stop](const QList<types::ItemId>& found) {
              m_copies = found;
              QList<qint64> numbers;
              for (const types::ItemId id : found) {
                  numbers.append(id.value);
              }
              numbers.append(m_item.value); // for its album's cover
              return m_library.tracks(numbers, stop);
          });
    m_copiesRead.deliver(rows, this, [this](const util::Result<QList<types::TrackRow>>& copies) {
        if (copies && !copies->isEmpty()) {
            m_cover->setCover(copies->constLast().thumb, u"track"_s);
            showCopies(copies->mid(0, copies->size() - 1));
        }
    });
}

void PastRatingsPanel::showCopies(const QList<types::TrackRow>& copies)
{
    empty(*m_copiesColumn);
    bool differs = false;
    for (const types::TrackRow& track : copies) {
        m_copiesColumn->addWidget(makeCopy(track));
        differs = differs || track.rating != m_rating;
    }
    m_all->setVisible(!copies.isEmpty() && differs);
    if (copies.isEmpty()) {
        m_copiesColumn->addWidget(new TextLabel(
            tr("This is the only one in the library."), TextRole::Body, Tone::Tertiary));
    }
}

QWidget* PastRatingsPanel::makeCopy(const types::TrackRow& track)
{
    auto* title = new TextLabel(
        tr("%1 – %2", "artist, title").arg(track.artist, track.title), TextRole::Body);
    QStringList facts { track.album };
    if (track.year > 0) {
        facts.append(format::plainNumber(track.year));
    }
    facts.append(format::duration(track.duration));
    facts.append(format::quality(track.codec, track.bitrateKbps));
    facts.removeAll({});
    auto* where = new TextLabel(facts.join(u" · "_s), TextRole::Caption, Tone::Secondary);
    auto* stars = new StarRating;
    stars->setObjectName(u"copyStars"_s);
    stars->setAccessibleName(tr("Rating of “%1” on “%2”").arg(track.title, track.album));
    stars->setRating(track.rating);
    connect(stars, &StarRating::chosen, this,
        [this, id = track.id](const types::OptionalRating& r) { Q_EMIT rateRequested({ id }, r); });
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(title);
    texts->addWidget(where);
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(texts, 1);
    row->addWidget(stars);
    return line;
}

} // namespace ui
