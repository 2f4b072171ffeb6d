// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keyline.h"

#include "ui/common/icons.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kWidth = 170;

} // namespace

KeyLine::KeyLine(KeyMap& keys, const ActionSpec& action, QWidget* parent)
    : QWidget(parent)
    , m_keys(keys)
    , m_id(QString::fromLatin1(action.id))
    , m_name(nameOf(action))
    , m_isOneKey(action.scope == ActionScope::Desktop)
    , m_present(new QPushButton)
    , m_choice(new QKeySequenceEdit)
    , m_reset(new QToolButton)
    , m_fault(new TextLabel(TextRole::Caption, Tone::Danger))
{
    m_present->setObjectName(u"keys/"_s + m_id);
    m_choice->setObjectName(u"keysChoice/"_s + m_id);
    m_choice->setAccessibleName(tr("New keys of: %1").arg(m_name));
    if (auto* field = m_choice->findChild<QLineEdit*>()) {
        field->setAccessibleName(m_choice->accessibleName());
        field->setPlaceholderText(tr("Press the keys"));
    }
    m_choice->hide();
    m_choice->installEventFilter(this);
    onTextSize(m_present, [this] {
        m_present->setMinimumWidth(scaled(kWidth));
        m_choice->setFixedWidth(scaled(kWidth));
    });
    m_reset->setObjectName(u"keysReset/"_s + m_id);
    m_reset->setIcon(icon(u"undo"_s));
    m_reset->setToolTip(tr("Back to the keys that PlexM8 came with"));
    m_reset->setAccessibleName(tr("Reset the keys of: %1").arg(m_name));
    QSizePolicy place = m_reset->sizePolicy();
    place.setRetainSizeWhenHidden(true); // so that the buttons stay below each other
    m_reset->setSizePolicy(place);
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto* name = new TextLabel(m_name, TextRole::Body);
    name->setBuddy(m_present);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kS);
    row->addWidget(name, 1);
    row->addWidget(m_present);
    row->addWidget(m_choice);
    row->addWidget(m_reset);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_fault);
    connect(m_present, &QPushButton::clicked, this, &KeyLine::beginChoice);
    connect(m_choice, &QKeySequenceEdit::editingFinished, this, &KeyLine::take);
    connect(m_reset, &QToolButton::clicked, this, [this] {
        m_present->setFocus();
        m_keys.reset(m_id);
    });
    connect(&keys, &KeyMap::changed, this, &KeyLine::update);
    update();
}

void KeyLine::update()
{
    const QList<QKeySequence> present = m_keys.keys(m_id);
    const QString text = QKeySequence::listToString(present, QKeySequence::NativeText);
    m_present->setText(present.isEmpty() ? tr("No keys") : text.split(u"; "_s).join(u", "_s));
    m_present->setAccessibleName(tr("%1: %2", "action, keys").arg(m_name, m_present->text()));
    m_present->setToolTip(tr("Choose other keys"));
    m_reset->setVisible(m_keys.isChosen(m_id));
    showFault(m_sentence);
}

void KeyLine::setFault(const QString& sentence)
{
    m_sentence = sentence;
    showFault(sentence);
}

void KeyLine::showFault(const QString& sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

void KeyLine::beginChoice()
{
    m_choice->clear();
    m_present->hide();
    m_choice->show();
    m_choice->setFocus();
}

void KeyLine::endChoice()
{
    const bool hadFocus = m_choice->hasFocus();
    m_choice->hide();
    m_present->show();
    if (hadFocus) {
        m_present->setFocus();
    }
}

void KeyLine::take()
{
    if (m_choice->isHidden()) {
        return;
    }
    QKeySequence chosen = m_choice->keySequence();
    if (m_isOneKey && !chosen.isEmpty()) {
        chosen = QKeySequence(chosen[0]);
    }
    endChoice();
    // Escape gives up; Backspace means none.
    if (chosen.isEmpty() || chosen == QKeySequence(Qt::Key_Escape)) {
        return;
    }
    const bool isNone = chosen == QKeySequence(Qt::Key_Backspace);
    const auto taken = m_keys.choose(m_id, isNone ? QList<QKeySequence>() : QList { chosen });
    update();
    if (!taken) {
        showFault(taken.error().message);
    }
}

bool KeyLine::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_choice && event->type() == QEvent::FocusOut) {
        endChoice();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
