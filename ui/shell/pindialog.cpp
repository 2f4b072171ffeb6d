// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pindialog.h"

#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;
using util::Error;
using util::Result;

namespace ui {

namespace {

constexpr int kPinLength = 16; // Plex's have four digits today
constexpr int kWidth = 320;

} // namespace

PinDialog::PinDialog(const QString& user, Attempt attempt, QWidget& parent)
    : QDialog(&parent)
    , m_attempt(std::move(attempt))
    , m_field(new QLineEdit)
    , m_message(new TextLabel(TextRole::Caption, Tone::Danger))
{
    setObjectName(u"pinQuestion"_s);
    setWindowTitle(u"PlexM8"_s);
    auto* label = new TextLabel(tr("PIN of %1").arg(user), TextRole::Body);
    label->setWordWrap(true);
    label->setBuddy(m_field);
    m_field->setObjectName(u"pinField"_s);
    m_field->setAccessibleName(tr("PIN"));
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setMaxLength(kPinLength);
    m_field->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData);
    onTextSize(m_field, [this] { m_field->setMinimumWidth(scaled(kWidth)); });
    m_message->setObjectName(u"pinMessage"_s);
    m_message->setWordWrap(true);
    m_message->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setEnabled(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kL, space::kL, space::kL, space::kM);
    column->setSpacing(space::kS);
    column->addWidget(label);
    column->addWidget(m_field);
    column->addWidget(m_message);
    column->addSpacing(space::kS);
    column->addWidget(buttons);
    connect(m_field, &QLineEdit::textChanged, this, [this] { setTrying(m_isTrying); });
    connect(buttons, &QDialogButtonBox::accepted, this, &PinDialog::tryPin);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, [this] {
        if (!m_isTrying) { // else it goes on without the dialog
            m_outcome.finish(Error::cancelled());
        }
    });
}

void PinDialog::tryPin()
{
    if (m_field->text().isEmpty() || m_isTrying) {
        return;
    }
    setTrying(true);
    m_message->clear(); // it was about the one before; the dialog keeps its height
    const auto tried = m_attempt(util::SecretString(m_field->text().toUtf8()));
    util::async::deliver(tried, parent(),
        [dialog = QPointer(this), outcome = m_outcome](const Result<void>& result) {
            if (dialog && dialog->isVisible()) {
                dialog->take(result);
            } else {
                outcome.finish(result);
            }
        });
}

void PinDialog::take(const Result<void>& result)
{
    using Code = Error::Code;
    setTrying(false);
    const bool isRefused = !result
        && (result.error().code == Code::Forbidden || result.error().code == Code::RateLimited);
    if (!isRefused) {
        m_outcome.finish(result);
        accept();
        return;
    }
    m_message->setText(result.error().message);
    m_message->show();
    adjustSize();
    m_field->clear();
    m_field->setFocus();
}

void PinDialog::setTrying(bool isTrying)
{
    m_isTrying = isTrying;
    m_field->setReadOnly(isTrying);
    m_ok->setEnabled(!isTrying && !m_field->text().isEmpty());
}

util::Future<void> askPin(QWidget& window, const QString& user, PinDialog::Attempt attempt)
{
    auto* dialog = new PinDialog(user, std::move(attempt), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog->outcome();
}

} // namespace ui
