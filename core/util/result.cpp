// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/result.h"

using namespace Qt::StringLiterals;

namespace util {

QString codeName(Error::Code code)
{
    switch (code) {
    case Error::Code::Cancelled:
        return u"cancelled"_s;
    case Error::Code::Offline:
        return u"offline"_s;
    case Error::Code::Timeout:
        return u"timeout"_s;
    case Error::Code::Tls:
        return u"tls"_s;
    case Error::Code::Unauthorised:
        return u"unauthorised"_s;
    case Error::Code::Forbidden:
        return u"forbidden"_s;
    case Error::Code::NotFound:
        return u"not_found"_s;
    case Error::Code::Conflict:
        return u"conflict"_s;
    case Error::Code::RateLimited:
        return u"rate_limited"_s;
    case Error::Code::Server:
        return u"server"_s;
    case Error::Code::Protocol:
        return u"protocol"_s;
    case Error::Code::Database:
        return u"database"_s;
    case Error::Code::Storage:
        return u"storage"_s;
    case Error::Code::InvalidInput:
        return u"invalid_input"_s;
    case Error::Code::Unsupported:
        return u"unsupported"_s;
    case Error::Code::Internal:
        break;
    }
    return u"internal"_s;
}

} // namespace util
