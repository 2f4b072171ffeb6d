// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ratingmenu.h"

#include "ui/common/capabilities.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/stars.h"
#include "ui/common/textlabel.h"
#include "ui/common/theme.h"
#include "ui/common/tracktable.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QMenu>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Stars with their value beside them, as the first line of a menu. The lines below do the same by
/// keyboard, so the stars themselves need no focus.
class RatingLine final : public QWidgetAction
{
public:
    RatingLine(QMenu& menu, const ChooseRating& choose)
        : QWidgetAction(&menu)
        , m_menu(menu)
        , m_stars(new StarRating)
        , m_value(new TextLabel(TextRole::Caption, Tone::Secondary))
    {
        setObjectName(u"rateLine"_s);
        setSeparator(true); // for the keyboard, which goes past it
        auto* box = new QWidget;
        auto* row = new QHBoxLayout(box);
        row->setContentsMargins(space::kM, space::kXs, space::kM, space::kXs);
        row->setSpacing(space::kS);
        row->addWidget(m_stars);
        row->addWidget(m_value, 1);
        m_stars->setObjectName(u"rateStars"_s);
        m_stars->setFocusPolicy(Qt::NoFocus);
        m_value->setObjectName(u"rateValue"_s);
        setDefaultWidget(box);
        connect(
            m_stars, &StarRating::chosen, &menu, [&menu, choose](const types::OptionalRating& r) {
                choose(r);
                QWidget* top = &menu; // the menu that this one hangs from goes, too
                while (auto* above = qobject_cast<QMenu*>(top->parentWidget())) {
                    top = above;
                }
                top->close();
            });
        show({});
    }

    void read(const RatingReader& read, const QList<types::ItemId>& items)
    {
        std::stop_token stop = m_read.begin();
        m_read.deliver(
            read(items, std::move(stop)), this, [this](const util::Result<types::SharedRating>& r) {
                if (r) { // else the lines work all the same
                    show(*r);
                    checkRating(m_menu, *r);
                }
            });
    }

    void show(const types::SharedRating& rating)
    {
        m_stars->setShared(rating);
        m_value->setText(m_stars->valueText());
    }

private:
    QMenu& m_menu;
    StarRating* m_stars;
    TextLabel* m_value;
    util::async::Latest m_read;
};

} // namespace

void addRatingActions(QMenu& menu, const ChooseRating& choose)
{
    auto* group = new QActionGroup(&menu);
    const auto add = [&menu, group, &choose](int halves, const QString& text) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setData(halves);
        group->addAction(action);
        if (halves % 2 == 0) {
            action->setShortcut(QKeySequence(Qt::Key_0 + halves / 2));
        }
        const auto rating = halves > 0 ? types::Rating::fromPlex(halves) : types::OptionalRating();
        QObject::connect(action, &QAction::triggered, &menu, [choose, rating] { choose(rating); });
    };
    for (int halves = 10; halves >= 1; --halves) {
        add(halves, format::rating(types::OptionalRating(types::Rating::fromPlex(halves))));
    }
    menu.addSeparator();
    add(0, TrackTable::tr("No rating"));
}

void checkRating(QMenu& menu, const types::SharedRating& rating)
{
    const int halves = rating.rating ? rating.rating->halfStars() : 0;
    const bool isZero = rating.rating && halves == 0; // which no line stands for
    for (QAction* action : menu.actions()) {
        QActionGroup* group = action->actionGroup();
        if (!group || !action->data().isValid()) {
            continue;
        }
        group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
        action->setChecked(!rating.isMixed && !isZero && action->data().toInt() == halves);
        group->setExclusionPolicy(QActionGroup::ExclusionPolicy::Exclusive);
    }
}

QMenu* addRateMenu(QMenu& menu, Capabilities& capabilities, const QList<types::ItemId>& items,
    const RatingReader& read, const ChooseRating& choose)
{
    QMenu* rate = menu.addMenu(icon(u"star-empty"_s), TrackTable::tr("Rate"));
    rate->setObjectName(u"rateMenu"_s);
    capabilities.bind(*rate->menuAction(), account::Feature::Rate);
    rate->setSeparatorsCollapsible(false); // the stars begin it
    auto* line = new RatingLine(*rate, choose);
    rate->addAction(line);
    rate->addSeparator();
    addRatingActions(*rate, choose);
    if (read) {
        line->read(read, items);
    }
    return rate;
}

} // namespace ui
