// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <cstring>
#include <string_view>
#include <vector>

namespace demo {

/// Writes a MediaContainer as JSON or XML from the same calls.
///
/// Attributes of an item come before its lists. A list without items leaves no trace: an empty
/// list is an absent key. Appends to one buffer; nothing is kept as a tree.
class Writer
{
public:
    enum class Format
    {
        Json,
        Xml
    };

    explicit Writer(Format format, qsizetype expectedBytes = 4096);
    Q_DISABLE_COPY_MOVE(Writer)

    [[nodiscard]] Format format() const { return m_format; }
    /// Bytes written so far.
    [[nodiscard]] qsizetype size() const { return m_at - m_out.constData(); }

    /// An element; @p name is what XML calls it. JSON takes the name of the list around it.
    void beginItem(std::string_view name);
    void endItem();
    /// Items that JSON groups in an array; @p name is the JSON key.
    void beginList(std::string_view name);
    void endList();
    /// A single child: an object in JSON, an element in XML.
    void beginObject(std::string_view name);
    void endObject();

    void text(std::string_view name, QByteArrayView value);
    /// As text(), but nothing at all when @p value is empty.
    void textIfAny(std::string_view name, QByteArrayView value);
    void number(std::string_view name, qint64 value);
    /// As number(), but nothing at all when @p value is 0.
    void numberIfAny(std::string_view name, qint64 value);
    void decimal(std::string_view name, double value);
    /// true/false in JSON, 1/0 in XML.
    void flag(std::string_view name, bool value);
    /// An item made by another Writer of the same format, for the current list.
    void rawItem(QByteArrayView fragment);
    /// Attributes made by takeAttributes() of another Writer of the same format.
    void rawAttributes(QByteArrayView attributes);
    /// An item made by another Writer as a single child of the open one.
    void rawChild(std::string_view name, QByteArrayView fragment);

    /// The document with its envelope; the writer is spent.
    [[nodiscard]] QByteArray finish();
    /// The bytes so far without an envelope, for rawItem() and rawChild().
    [[nodiscard]] QByteArray takeFragment();
    /// The attributes written so far without an item around them, for rawAttributes().
    [[nodiscard]] QByteArray takeAttributes() { return takeFragment(); }
    [[nodiscard]] QByteArray contentType() const;

private:
    struct Level
    {
        std::string_view list {}; ///< name of the list, empty for an item
        std::string_view element {};
        bool isList = false;
        bool hasContent = false; ///< JSON: something before that needs a comma; XML: tag closed
    };

    void comma();
    void closeStartTag();
    void key(std::string_view name);
    void append(std::string_view bytes)
    {
        if (bytes.empty()) {
            return; // memcpy() takes no null pointer, even for nothing
        }
        const auto count = static_cast<qsizetype>(bytes.size());
        if (m_end - m_at < count) {
            grow(count);
        }
        std::memcpy(m_at, bytes.data(), bytes.size());
        m_at += count;
    }
    void append(char c)
    {
        if (m_at == m_end) {
            grow(1);
        }
        *m_at++ = c;
    }
    void grow(qsizetype count);
    [[nodiscard]] QByteArray take();
    void appendJson(QByteArrayView value);
    void appendXml(QByteArrayView value);
    void appendNumber(qint64 value);

    Format m_format;
    // The buffer is filled through bare pointers: QByteArray checks for sharing at every append.
    QByteArray m_out;
    char* m_at = nullptr;
    char* m_end = nullptr;
    std::vector<Level> m_levels;
};

} // namespace demo
