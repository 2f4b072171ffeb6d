// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QDebug;

namespace util {

/// A token or password. It never converts, prints or compares with text; reveal() is the only way
/// out, and a lint test lists who may call it.
class SecretString
{
public:
    SecretString() = default;
    explicit SecretString(QByteArray utf8)
        : m_utf8(std::move(utf8))
    {
    }
    [[nodiscard]] bool isEmpty() const { return m_utf8.isEmpty(); }
    /// The secret as UTF-8, for a header or a secret store only.
    [[nodiscard]] const QByteArray& reveal() const { return m_utf8; }
    bool operator==(const SecretString&) const = default;

    friend QDebug operator<<(QDebug, const SecretString&) = delete;

private:
    QByteArray m_utf8;
};

} // namespace util
