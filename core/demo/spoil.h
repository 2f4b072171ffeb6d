// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/fault.h"
#include "core/demo/http.h"

namespace demo {

/// Whether the fault brings a body of its own.
[[nodiscard]] bool replacesBody(const Fault& fault);

/// Puts the body of the fault in place of the answer's: garbage, a login page, a bomb. Does
/// nothing if it has none.
void replaceBody(Response& response, const Fault& fault);

/// The answer compressed, with a hole in the middle.
void breakGzip(Response& response);

/// A gzip member of @p bytes zeros, about a thousandth of them long. Cost: as its own length.
[[nodiscard]] QByteArray zeroBomb(qint64 bytes);

} // namespace demo
