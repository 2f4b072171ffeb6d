// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/async.h"

#include <functional>

class QWidget;

namespace ui {

/// How a person chooses a file. Both give its path; Cancelled when nothing is chosen.
struct FilePicker
{
    /// What is asked for.
    struct Question
    {
        QString title {};
        QString filter {}; ///< as QFileDialog's name filters
        QString name {}; ///< suggested for a new file
    };
    using Ask = std::function<util::Future<QString>(QWidget& over, const Question& question)>;
    Ask open {};
    Ask save {}; ///< where a file of that name exists, it was agreed to replace it
};

/// The dialogs of the desktop.
[[nodiscard]] FilePicker systemFilePicker();

} // namespace ui
