// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/writer.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace demo {

Writer::Writer(Format format, qsizetype expectedBytes)
    : m_format(format)
{
    grow(expectedBytes);
    m_levels.reserve(8);
    m_levels.push_back({});
}

void Writer::grow(qsizetype count)
{
    const qsizetype used = m_out.isEmpty() ? 0 : m_at - m_out.constData();
    m_out.resize(std::max(used + count, used * 2));
    m_at = m_out.data() + used;
    m_end = m_out.data() + m_out.size();
}

QByteArray Writer::take()
{
    m_out.truncate(m_at - m_out.constData());
    m_at = m_end = nullptr;
    return std::exchange(m_out, {});
}

void Writer::comma()
{
    Level& level = m_levels.back();
    if (level.hasContent) {
        append(',');
    }
    level.hasContent = true;
}

void Writer::key(std::string_view name)
{
    if (m_format == Format::Json) {
        comma();
        append('"');
        append(name);
        append("\":");
    } else {
        append(' ');
        append(name);
        append("=\"");
    }
}

void Writer::closeStartTag()
{
    const auto level = std::find_if(
        m_levels.rbegin(), m_levels.rend(), [](const Level& one) { return !one.isList; });
    if (!level->hasContent && !level->element.empty()) {
        append(">\n");
    }
    level->hasContent = true;
}

void Writer::beginItem(std::string_view name)
{
    if (m_levels.size() == 1 && name == "MediaContainer") {
        append(m_format == Format::Json ? "{\"MediaContainer\":"
                                        : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }
    if (m_format == Format::Json) {
        Level& level = m_levels.back();
        if (level.isList && !level.hasContent) {
            // The list's key is owed until there is a first item.
            Level& parent = m_levels[m_levels.size() - 2];
            if (parent.hasContent) {
                append(',');
            }
            parent.hasContent = true;
            append('"');
            append(level.list);
            append("\":[");
            level.hasContent = true;
        } else {
            comma();
        }
        append('{');
    } else {
        closeStartTag();
        append('<');
        append(name);
    }
    Level item;
    item.element = name;
    m_levels.push_back(item);
}

void Writer::endItem()
{
    const Level level = m_levels.back();
    m_levels.pop_back();
    if (m_format == Format::Json) {
        append('}');
    } else if (level.hasContent) {
        append("</");
        append(level.element);
        append(">\n");
    } else {
        append(" />\n");
    }
}

void Writer::beginList(std::string_view name)
{
    Level list;
    list.list = name;
    list.isList = true;
    m_levels.push_back(list);
}

void Writer::endList()
{
    if (m_format == Format::Json && m_levels.back().hasContent) {
        append(']');
    }
    m_levels.pop_back();
}

void Writer::beginObject(std::string_view name)
{
    if (m_format == Format::Json) {
        comma();
        append('"');
        append(name);
        append("\":{");
        Level item;
        item.element = name;
        m_levels.push_back(item);
    } else {
        beginItem(name);
    }
}

void Writer::endObject()
{
    endItem();
}

void Writer::appendJson(QByteArrayView value)
{
    static constexpr char hex[] = "0123456789abcdef";
    qsizetype from = 0;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const auto c = static_cast<unsigned char>(value[i]);
        if (c >= 0x20 && c != '"' && c != '\\') {
            continue;
        }
        append(std::string_view(value.data() + from, static_cast<size_t>(i - from)));
        from = i + 1;
        switch (c) {
        case '"':
            append("\\\"");
            break;
        case '\\':
            append("\\\\");
            break;
        case '\n':
            append("\\n");
            break;
        default:
            append("\\u00");
            append(hex[c >> 4]);
            append(hex[c & 15]);
        }
    }
    append(std::string_view(value.data() + from, static_cast<size_t>(value.size() - from)));
}

void Writer::appendXml(QByteArrayView value)
{
    for (const char c : value) {
        switch (c) {
        case '&':
            append("&amp;");
            break;
        case '<':
            append("&lt;");
            break;
        case '>':
            append("&gt;");
            break;
        case '"':
            append("&quot;");
            break;
        case '\n':
            append("&#10;");
            break;
        default:
            append(c);
        }
    }
}

void Writer::appendNumber(qint64 value)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    append(std::string_view(digits, static_cast<size_t>(end - digits)));
}

void Writer::text(std::string_view name, QByteArrayView value)
{
    key(name);
    if (m_format == Format::Json) {
        append('"');
        appendJson(value);
    } else {
        appendXml(value);
    }
    append('"');
}

void Writer::textIfAny(std::string_view name, QByteArrayView value)
{
    if (!value.isEmpty()) {
        text(name, value);
    }
}

void Writer::number(std::string_view name, qint64 value)
{
    key(name);
    appendNumber(value);
    if (m_format == Format::Xml) {
        append('"');
    }
}

void Writer::numberIfAny(std::string_view name, qint64 value)
{
    if (value != 0) {
        number(name, value);
    }
}

void Writer::decimal(std::string_view name, double value)
{
    key(name);
    char digits[40];
    // Shortest form, but always with a decimal point: 9.0, as a server writes it.
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    const std::string_view written(digits, static_cast<size_t>(end - digits));
    append(written);
    if (written.find_first_of(".en") == std::string_view::npos) {
        append(".0");
    }
    if (m_format == Format::Xml) {
        append('"');
    }
}

void Writer::flag(std::string_view name, bool value)
{
    key(name);
    if (m_format == Format::Json) {
        append(value ? "true" : "false");
    } else {
        append(value ? "1\"" : "0\"");
    }
}

void Writer::rawItem(QByteArrayView fragment)
{
    if (m_format == Format::Json) {
        beginItem({});
        --m_at; // the fragment brings its own braces
        m_levels.pop_back();
    } else {
        closeStartTag();
    }
    append(std::string_view(fragment.data(), static_cast<size_t>(fragment.size())));
}

void Writer::rawChild(std::string_view name, QByteArrayView fragment)
{
    if (m_format == Format::Json) {
        key(name);
    } else {
        closeStartTag();
    }
    append(std::string_view(fragment.data(), static_cast<size_t>(fragment.size())));
}

void Writer::rawAttributes(QByteArrayView attributes)
{
    if (m_format == Format::Json) {
        comma();
    }
    append(std::string_view(attributes.data(), static_cast<size_t>(attributes.size())));
}

QByteArray Writer::finish()
{
    if (m_format == Format::Json) {
        append('}');
    }
    return take();
}

QByteArray Writer::takeFragment()
{
    return take();
}

QByteArray Writer::contentType() const
{
    return m_format == Format::Json ? "application/json" : "text/xml;charset=utf-8";
}

} // namespace demo
