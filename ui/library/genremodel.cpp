// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/genremodel.h"

#include "core/library/tables.h"
#include "ui/common/format.h"

using namespace Qt::StringLiterals;

namespace ui {

GenreModel::GenreModel(library::Library& library, QObject* parent)
    : MemoryCards(parent)
    , m_library(library)
{
}

void GenreModel::follow(const db::ChangeSet& changes)
{
    // What tracks do, as being rated and played, makes no difference.
    const auto isOfGroup = [](qint64 id) {
        return id >= library::idRange(types::ItemType::Artist).first
            && id < library::idRange(types::ItemType::Album).second;
    };
    const db::TableChanges items = changes.in(library::kItemTable);
    if (items.many || std::ranges::any_of(items.added, isOfGroup)
        || std::ranges::any_of(items.changed, isOfGroup)
        || std::ranges::any_of(items.removed, isOfGroup)) {
        reload();
    }
}

util::Future<QList<types::GenreRow>> GenreModel::readAll(std::stop_token stop)
{
    return m_library.genres(std::move(stop));
}

qint64 GenreModel::idOf(const types::GenreRow& genre) const
{
    qint64& id = m_ids[genre.name];
    if (id == 0) {
        id = m_ids.size();
    }
    return id;
}

QString GenreModel::titleOf(const types::GenreRow& genre) const
{
    return genre.name;
}

Card GenreModel::cardOf(const types::GenreRow& genre) const
{
    const QStringList facts { format::albums(genre.albums), format::artists(genre.artists) };
    return { idOf(genre), genre.name, facts.join(u" · "_s), {}, u"genre"_s };
}

} // namespace ui
