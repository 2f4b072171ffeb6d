// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/cacheline.h"

#include "ui/common/format.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString titleOf(const QString& bucket)
{
    return bucket == "artwork"_L1 ? CacheLine::tr("Covers") : CacheLine::tr("Library");
}

} // namespace

CacheLine::CacheLine(const QString& bucket, QWidget* parent)
    : QWidget(parent)
    , m_figures(new TextLabel(TextRole::Caption, Tone::Secondary))
    , m_flush(new QPushButton(tr("Empty")))
{
    m_figures->setObjectName(u"cacheFigures/"_s + bucket);
    m_figures->setWordWrap(true);
    m_flush->setObjectName(u"cacheFlush/"_s + bucket);
    m_flush->setAccessibleName(tr("Empty: %1").arg(titleOf(bucket)));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(new TextLabel(titleOf(bucket), TextRole::Body));
    texts->addWidget(m_figures);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(texts, 1);
    row->addWidget(m_flush);
    connect(m_flush, &QPushButton::clicked, this, &CacheLine::flushRequested);
}

void CacheLine::show(const types::CacheBucket& bucket)
{
    const QLocale locale;
    const QString size = locale.formattedDataSize(bucket.bytes, 1, QLocale::DataSizeSIFormat);
    QString text = tr("%1 entries, %2", "count, size").arg(format::count(bucket.entries), size);
    if (const qint64 asked = bucket.hits + bucket.misses; asked > 0) {
        const double share = 100.0 * double(bucket.hits) / double(asked);
        text = tr("%1; %2% of what was asked for was here")
                   .arg(text, locale.toString(share, 'f', 0));
    }
    if (const qint64 checked = bucket.unchanged + bucket.renewed; checked > 0) {
        text = tr("%1; asked about again: %2, newer on the server: %3", "text so far, counts")
                   .arg(text, format::count(checked), format::count(bucket.renewed));
    }
    m_figures->setText(text);
    m_flush->setEnabled(bucket.entries > 0);
}

} // namespace ui
