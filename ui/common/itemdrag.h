// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "ui/common/route.h"

#include <QMimeData>
#include <functional>

namespace ui {

/// What is dragged: things of one kind out of one library, in the order in which they are shown.
/// Nothing is read for it: what it stands for is found out where it is dropped.
struct ItemDrag
{
    enum class Kind : quint8 // their numbers travel
    {
        Tracks, ///< ids of items, as of the next two
        Albums,
        Artists,
        Playlists, ///< ids of playlists
        Entries, ///< of playlists: ids of entries
        Queue, ///< ids of entries of the player's queue
        Genres, ///< names
        Keys, ///< names: rating keys of tracks
        Folder ///< two names: the section's key, and the folder's, which is empty for its top
    };
    Kind kind = Kind::Tracks;
    QByteArray origin {}; ///< originOf() the library
    QList<qint64> ids {};
    QStringList names {};
    bool operator==(const ItemDrag&) const = default;

    [[nodiscard]] bool isEmpty() const { return ids.isEmpty() && names.isEmpty(); }
    [[nodiscard]] bool isOfNames() const { return kind >= Kind::Genres; }
    [[nodiscard]] qsizetype count() const;

    /// What is behind a route: an album, an artist, a playlist, a genre. Empty for other places.
    [[nodiscard]] static ItemDrag of(const Route& route, const library::CacheKey& library);
};

/// The mime type of an ItemDrag.
inline constexpr QLatin1String kItemDragType { "application/x-plexm8-items" };
/// So many things are dragged at most; the rest stays behind.
inline constexpr qsizetype kMostDragged = 2'000'000;

/// What tells one library, as one user sees it in this process, from any other: ids mean something
/// in no other one. It names neither server nor user, which other programs have no business to
/// know. Empty if no library was opened.
[[nodiscard]] QByteArray originOf(const library::CacheKey& library);

/// The bytes that travel: eight for each id.
[[nodiscard]] QByteArray encoded(const ItemDrag& items);
/// The way back; whoever made the bytes. Errors: InvalidInput.
[[nodiscard]] util::Result<ItemDrag> decoded(const QByteArray& data);

/// What kind of things of the library @p here are in @p mime; only the beginning is looked at.
/// Errors: InvalidInput, also for what is of another library.
[[nodiscard]] util::Result<ItemDrag::Kind> kindIn(
    const QMimeData& mime, const library::CacheKey& here);
/// They; none if there are none of that library, or they cannot be read.
[[nodiscard]] ItemDrag itemsIn(const QMimeData& mime, const library::CacheKey& here);

/// What other programs get of a drag: a line for each thing. Never an address.
struct DragText
{
    using Read = std::function<util::Future<QStringList>(std::stop_token)>;
    static constexpr qsizetype kMostLines = 10'000;

    QStringList lines {}; ///< those at hand, from the first on
    Read read {}; ///< all, where not all are at hand
};

/// "Artist – Title", or the title alone; without line breaks.
[[nodiscard]] QString dragLine(const QString& owner, const QString& title);

/// An ItemDrag on its way, for other programs as text and as a file. Bytes and text are made when
/// somebody asks for them; lines that are not at hand are read from the first moment on, as a drag
/// gives no time to wait for them.
class ItemMime final : public QMimeData
{
    Q_OBJECT

public:
    /// @param file  path of a playlist file of them, once it is written; null: there is none
    ItemMime(ItemDrag items, DragText text, std::shared_ptr<const QString> file = {});
    ~ItemMime() override;

    [[nodiscard]] const ItemDrag& items() const { return m_items; }
    [[nodiscard]] QStringList formats() const override;
    [[nodiscard]] bool hasFormat(const QString& type) const override;

protected:
    [[nodiscard]] QVariant retrieveData(const QString& type, QMetaType as) const override;

private:
    [[nodiscard]] QString plainText() const;

    ItemDrag m_items;
    mutable QByteArray m_encoded; ///< asked for with each move over something it may be dropped on
    DragText m_text;
    std::shared_ptr<const QString> m_file;
    std::stop_source m_reading;
};

} // namespace ui
