// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/tls.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace demo::tls {

namespace {

QByteArray pem(const QString& name)
{
    QFile file(u":/testtls/"_s + name + u".pem"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString nameOf(Certificate certificate)
{
    switch (certificate) {
    case Certificate::SelfSigned:
        return u"selfsigned"_s;
    case Certificate::WrongHost:
        return u"wronghost"_s;
    case Certificate::Expired:
        return u"expired"_s;
    case Certificate::Good:
    case Certificate::GoodInChain:
        break;
    }
    return u"good"_s;
}

} // namespace

QByteArray authorityPem()
{
    return pem(u"authority"_s);
}

QSslConfiguration configuration(Certificate certificate)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(pem(nameOf(certificate))));
    if (certificate == Certificate::GoodInChain) {
        configuration.setLocalCertificateChain(
            { configuration.localCertificate(), QSslCertificate(authorityPem()) });
    }
    configuration.setPrivateKey(QSslKey(pem(u"server-key"_s), QSsl::Ec));
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    return configuration;
}

} // namespace demo::tls
