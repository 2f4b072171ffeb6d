// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/certificate.h"

#include <QSslConfiguration>

/// The committed certificates (resources/testtls) and how a server uses them.
namespace demo::tls {

/// The certificate of the authority that signed the good ones, PEM.
[[nodiscard]] QByteArray authorityPem();

/// How a server encrypts with that certificate.
[[nodiscard]] QSslConfiguration configuration(Certificate certificate);

} // namespace demo::tls
