// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/touched.h"

#include "core/playlist/describeoperation.h"
#include "core/playlist/editoperation.h"
#include "core/playlist/listing.h"
#include "core/playlist/listoperation.h"
#include "core/playlist/merge.h"

namespace playlist {

namespace {

Touched ofEdit(const Edit& edit)
{
    const QSet<Token> before(edit.before.begin(), edit.before.end());
    const QSet<Token> after(edit.after.begin(), edit.after.end());
    Touched touched;
    for (const Token row : edit.after) {
        if (!before.contains(row)) {
            ++touched.rows;
            touched.added.append(edit.rows.value(row).ratingKey);
        }
    }
    const auto removed = before.size() - (after.size() - touched.rows);
    touched.rows += static_cast<int>(removed);
    touched.rows += static_cast<int>(movedBetween(edit.before, edit.after).size());
    return touched;
}

} // namespace

Touched touchedBy(const QString& kind, const QJsonObject& payload)
{
    if (kind == EditOperation::name()) {
        const auto edit = editOf(payload);
        return edit ? ofEdit(*edit) : Touched();
    }
    if (kind == ListOperation::name()) {
        const auto listing = listingOf(payload);
        if (!listing) {
            return {};
        }
        Touched touched { std::max(1, static_cast<int>(listing->order.size())), {} };
        for (const Token row : listing->order) {
            touched.added.append(listing->rows.value(row).ratingKey);
        }
        return touched;
    }
    return { kind == DescribeOperation::name() ? 1 : 0, {} };
}

} // namespace playlist
