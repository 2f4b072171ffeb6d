// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/lists.h"

#include <QListWidget>
#include <algorithm>

namespace ui::lists {

void fitHeight(QListWidget& list, int most)
{
    const int rows = std::min(list.count(), most);
    list.setFixedHeight(rows * list.sizeHintForRow(0) + 2 * list.frameWidth());
}

} // namespace ui::lists
