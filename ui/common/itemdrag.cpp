// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/itemdrag.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr quint32 kMagic = 0x504d3844; // "PM8D"
constexpr quint8 kVersion = 1;
constexpr int kOriginBytes = 32;
constexpr int kHeadBytes = 4 + 1 + 1 + kOriginBytes + 4;
constexpr quint32 kMostNames = 10'000;
constexpr quint32 kLongestName = 4'096; // bytes

QDataStream& setUp(QDataStream& stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
    return stream;
}

struct Head
{
    ItemDrag::Kind kind = ItemDrag::Kind::Tracks;
    QByteArray origin {};
    quint32 count = 0;
};

util::Error unreadable(const QString& why)
{
    return { util::Error::Code::InvalidInput,
        QCoreApplication::translate("ui::ItemDrag", "What was dropped could not be read."), why, 0,
        {} };
}

util::Result<Head> readHead(QDataStream& in)
{
    quint32 magic = 0;
    quint8 version = 0;
    quint8 kind = 0;
    Head head;
    head.origin.resize(kOriginBytes);
    in >> magic >> version >> kind;
    const bool isWhole = in.readRawData(head.origin.data(), kOriginBytes) == kOriginBytes;
    in >> head.count;
    if (!isWhole || in.status() != QDataStream::Ok || magic != kMagic || version != kVersion
        || kind > static_cast<quint8>(ItemDrag::Kind::Folder)) {
        return unreadable(u"head"_s);
    }
    head.kind = static_cast<ItemDrag::Kind>(kind);
    return head;
}

util::Result<QString> readName(QDataStream& in)
{
    quint32 length = 0;
    in >> length;
    if (in.status() != QDataStream::Ok || length > kLongestName) {
        return unreadable(u"name"_s);
    }
    QByteArray bytes(qsizetype(length), '\0');
    if (in.readRawData(bytes.data(), int(length)) != int(length)) {
        return unreadable(u"name is cut"_s);
    }
    const QString name = QString::fromUtf8(bytes);
    return name.toUtf8() == bytes ? util::Result<QString>(name) : unreadable(u"not UTF-8"_s);
}

util::Result<void> readNames(QDataStream& in, quint32 count, ItemDrag& items)
{
    const bool isFolder = items.kind == ItemDrag::Kind::Folder;
    if (count > kMostNames || (isFolder && count != 2)) {
        return unreadable(u"count"_s);
    }
    for (quint32 i = 0; i < count; ++i) {
        auto name = readName(in);
        if (!name) {
            return name.error();
        }
        if (name->isEmpty() && !(isFolder && i == 1)) {
            return unreadable(u"empty name"_s);
        }
        items.names.append(*name);
    }
    return {};
}

util::Result<void> readIds(QDataStream& in, quint32 count, qsizetype bytes, ItemDrag& items)
{
    // Before anything is reserved: a count is quickly written.
    if (count > kMostDragged || bytes != qsizetype(count) * qsizetype(sizeof(qint64))) {
        return unreadable(u"count"_s);
    }
    items.ids.reserve(count);
    for (quint32 i = 0; i < count; ++i) {
        qint64 id = 0;
        in >> id;
        if (id <= 0) {
            return unreadable(u"id"_s);
        }
        items.ids.append(id);
    }
    return {};
}

ItemDrag ofIds(ItemDrag::Kind kind, const library::CacheKey& library, qint64 id)
{
    return id > 0 ? ItemDrag { kind, originOf(library), { id } } : ItemDrag {};
}

} // namespace

qsizetype ItemDrag::count() const
{
    return kind == Kind::Folder ? 1 : ids.size() + names.size();
}

ItemDrag ItemDrag::of(const Route& route, const library::CacheKey& library)
{
    switch (route.place) {
    case Route::Place::Album:
        return ofIds(Kind::Albums, library, route.id);
    case Route::Place::Artist:
        return ofIds(Kind::Artists, library, route.id);
    case Route::Place::Playlist:
        return ofIds(Kind::Playlists, library, route.id);
    case Route::Place::Artists:
    case Route::Place::Albums:
    case Route::Place::Tracks:
        if (route.text.isEmpty()) { // it would be everything
            return {};
        }
        return { Kind::Genres, originOf(library), {}, { route.text } };
    default:
        return {}; // nothing else is a list of its own
    }
}

QByteArray originOf(const library::CacheKey& library)
{
    if (!library.server.isValid()) {
        return {};
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& part : { library.server.value, library.user.value,
             QString::number(QCoreApplication::applicationPid()) }) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\n"));
    }
    return hash.result();
}

QByteArray encoded(const ItemDrag& items)
{
    QByteArray data;
    data.reserve(kHeadBytes + items.ids.size() * qsizetype(sizeof(qint64)));
    QDataStream out(&data, QIODevice::WriteOnly);
    setUp(out) << kMagic << kVersion << static_cast<quint8>(items.kind);
    const QByteArray origin = items.origin.leftJustified(kOriginBytes, '\0', true);
    out.writeRawData(origin.constData(), kOriginBytes);
    if (items.isOfNames()) {
        out << quint32(items.names.size());
        for (const QString& name : items.names) {
            const QByteArray bytes = name.toUtf8();
            out << quint32(bytes.size());
            out.writeRawData(bytes.constData(), int(bytes.size()));
        }
    } else {
        out << quint32(items.ids.size());
        for (const qint64 id : items.ids) {
            out << id;
        }
    }
    return data;
}

util::Result<ItemDrag> decoded(const QByteArray& data)
{
    QDataStream in(data);
    const util::Result<Head> head = readHead(setUp(in));
    if (!head) {
        return head.error();
    }
    ItemDrag items;
    items.kind = head->kind;
    items.origin = head->origin;
    const auto read = items.isOfNames() ? readNames(in, head->count, items)
                                        : readIds(in, head->count, data.size() - kHeadBytes, items);
    if (!read) {
        return read.error();
    }
    return in.atEnd() && !items.isEmpty() ? util::Result<ItemDrag>(items)
                                          : unreadable(u"not at its end"_s);
}

util::Result<ItemDrag::Kind> kindIn(const QMimeData& mime, const library::CacheKey& here)
{
    const QByteArray origin = originOf(here);
    if (origin.isEmpty() || !mime.hasFormat(kItemDragType)) {
        return unreadable(u"of another kind"_s);
    }
    const QByteArray data = mime.data(kItemDragType);
    QDataStream in(data);
    const util::Result<Head> head = readHead(setUp(in));
    if (!head) {
        return head.error();
    }
    return head->origin == origin ? util::Result<ItemDrag::Kind>(head->kind)
                                  : unreadable(u"of another library"_s);
}

ItemDrag itemsIn(const QMimeData& mime, const library::CacheKey& here)
{
    if (!kindIn(mime, here)) {
        return {};
    }
    util::Result<ItemDrag> items = decoded(mime.data(kItemDragType));
    return items ? *std::move(items) : ItemDrag {};
}

QString dragLine(const QString& owner, const QString& title)
{
    const QString name = title.simplified();
    return owner.isEmpty()
        ? name
        : QCoreApplication::translate("ui::TrackTable", "%1 – %2", "artist, title")
              .arg(owner.simplified(), name);
}

ItemMime::ItemMime(ItemDrag items, DragText text, std::shared_ptr<const QString> file)
    : m_items(std::move(items))
    , m_text(std::move(text))
    , m_file(std::move(file))
{
    if (m_text.read) {
        util::async::deliver(
            m_text.read(m_reading.get_token()), this, [this](util::Result<QStringList> lines) {
                if (lines) { // else those at hand are all there is
                    m_text.lines = *std::move(lines);
                }
            });
    }
}

ItemMime::~ItemMime()
{
    m_reading.request_stop();
}

QStringList ItemMime::formats() const
{
    QStringList formats { kItemDragType, u"text/plain"_s };
    if (m_file) {
        formats.append(u"text/uri-list"_s);
    }
    return formats;
}

bool ItemMime::hasFormat(const QString& type) const
{
    return formats().contains(type);
}

QVariant ItemMime::retrieveData(const QString& type, QMetaType as) const
{
    if (type == kItemDragType) {
        if (m_encoded.isEmpty()) {
            m_encoded = encoded(m_items);
        }
        return m_encoded;
    }
    if (type == "text/uri-list"_L1) {
        return m_file && !m_file->isEmpty()
            ? QVariant(QVariantList { QUrl::fromLocalFile(*m_file) })
            : QVariant();
    }
    return type == "text/plain"_L1 ? QVariant(plainText()) : QMimeData::retrieveData(type, as);
}

QString ItemMime::plainText() const
{
    QStringList lines = m_text.lines.mid(0, DragText::kMostLines);
    const int more = int(m_items.count() - lines.size());
    if (more > 0) {
        lines.append(QCoreApplication::translate("ui::ItemDrag", "… and %Ln more", nullptr, more));
    }
    return lines.join(u'\n');
}

} // namespace ui
