// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/lru.h"

#include <QFont>
#include <QRectF>
#include <memory>

class QPainter;
class QTextLayout;

namespace ui {

/// Draws the lines of text of a list, each laid out once and not at each painting: most of what a
/// list takes to be painted is finding the glyphs of its names, above all of names in several
/// scripts and with emoji.
///
/// Thread: the GUI's.
class TextLines final
{
public:
    /// @param kept  so many lines are kept; some screens of them
    explicit TextLines(qint64 kept);

    /// Draws @p text in one line in the font and the colour of @p painter, in the middle of the
    /// height of @p room and on the side that @p alignment says; what is too long is elided.
    /// Letters of other fonts, which may be higher, stand on the same line.
    void draw(QPainter& painter, const QRectF& room, Qt::Alignment alignment, const QString& text);
    /// How wide @p text is where there is room for all of it.
    [[nodiscard]] double width(const QFont& font, const QString& text);

private:
    struct Key
    {
        QString text;
        QFont font;
        int width = 0;
        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed = 0)
        {
            return qHashMulti(seed, key.text, key.font, key.width);
        }
    };
    struct Line
    {
        std::shared_ptr<const QTextLayout> layout;
        double width = 0;
        double height = 0; ///< of the font
        double top = 0; ///< of the layout in that height
    };
    /// @param width  what is longer is elided
    [[nodiscard]] Line line(const QFont& font, const QString& text, int width);
    [[nodiscard]] Line fitting(const QFont& font, const QString& text, int width);

    util::Lru<Key, Line> m_lines;
};

} // namespace ui
