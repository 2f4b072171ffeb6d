// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
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

    [[nodiscard]] Format format() const { return m_format; }

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
    /// An item made by another Writer as a single child of the open one.
    void rawChild(std::string_view name, QByteArrayView fragment);

    /// The document with its envelope; the writer is spent.
    [[nodiscard]] QByteArray finish();
    /// The bytes so far without an envelope, for rawItem() and rawChild().
    [[nodiscard]] QByteArray takeFragment();
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
    void append(std::string_view bytes);
    void appendJson(QByteArrayView value);
    void appendXml(QByteArrayView value);
    void appendNumber(qint64 value);

    Format m_format;
    QByteArray m_out;
    std::vector<Level> m_levels;
};

} // namespace demo
