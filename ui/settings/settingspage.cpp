// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kWidth = 640;

/// A titled group with room around it.
class Card final : public QWidget
{
public:
    Card(const QString& title, const QString& text)
        : m_column(new QVBoxLayout(this))
    {
        m_column->setContentsMargins(space::kL, space::kM, space::kL, space::kL);
        m_column->setSpacing(space::kS);
        m_column->addWidget(new TextLabel(title, TextRole::Title));
        auto* about = new TextLabel(text, TextRole::Caption, Tone::Secondary);
        about->setWordWrap(true);
        m_column->addWidget(about);
        m_column->addSpacing(space::kS);
    }
    void add(QWidget* widget) { m_column->addWidget(widget); }
    void add(QLayout* layout) { m_column->addLayout(layout); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colors c = colorsOf(palette());
        painter.setPen(QPen(c.border, 1));
        painter.setBrush(c.canvas);
        painter.drawRoundedRect(
            QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kCardRadius, space::kCardRadius);
    }

private:
    QVBoxLayout* m_column;
};

QHBoxLayout* line(const QString& text, QComboBox* box)
{
    auto* label = new TextLabel(text, TextRole::Body);
    label->setBuddy(box);
    box->setAccessibleName(text);
    box->setMinimumWidth(scaled(200));
    auto* row = new QHBoxLayout;
    row->addWidget(label, 1);
    row->addWidget(box);
    return row;
}

template <class T>
void bind(QComboBox* box, settings::Settings& settings, const settings::Setting<T>& setting)
{
    box->setCurrentIndex(box->findData(int(settings.value(setting))));
    QObject::connect(box, &QComboBox::activated, box, [box, &settings, setting] {
        settings.set(setting, static_cast<T>(box->currentData().toInt()));
    });
}

} // namespace

SettingsPage::SettingsPage(settings::Settings& settings, ConnectionForm::Test test, QWidget* parent)
    : Page(parent)
    , m_settings(settings)
{
    setObjectName(u"settingsPage"_s);
    setHeader(tr("Settings"), {});
    auto* box = new QWidget;
    box->setMaximumWidth(scaled(kWidth));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(space::kL, 0, space::kL, space::kL);
    column->setSpacing(space::kM);
    column->addWidget(makeConnection(std::move(test)));
    column->addWidget(makeAppearance());
    column->addStretch();
    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(box, 100);
    row->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"settingsScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setBackgroundRole(QPalette::Base);
    scroll->setWidget(content);
    setContent(scroll);
}

QWidget* SettingsPage::makeConnection(ConnectionForm::Test test)
{
    m_form = new ConnectionForm(std::move(test));
    m_status = new TextLabel(TextRole::Body);
    m_status->setObjectName(u"settingsConnection"_s);
    m_status->setWordWrap(true);
    m_reason = new TextLabel(TextRole::Caption, Tone::Secondary);
    m_reason->setWordWrap(true);
    auto* sync = new QPushButton(icon(u"sync"_s), tr("Synchronise now"));
    sync->setObjectName(u"settingsSync"_s);
    auto* demo = new QPushButton(tr("Open the demo"));
    demo->setObjectName(u"settingsDemo"_s);
    m_forget = new QPushButton(tr("Forget this server …"));
    m_forget->setObjectName(u"settingsForget"_s);
    auto* card = new Card(tr("Connection"), tr("The server whose library is shown."));
    card->add(m_status);
    card->add(m_reason);
    card->add(m_form);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kS);
    buttons->addWidget(sync);
    buttons->addWidget(demo);
    buttons->addStretch();
    buttons->addWidget(m_forget);
    card->add(buttons);
    connect(m_form, &ConnectionForm::connectRequested, this, &SettingsPage::connectRequested);
    connect(sync, &QPushButton::clicked, this, &SettingsPage::syncRequested);
    connect(demo, &QPushButton::clicked, this, &SettingsPage::demoRequested);
    connect(m_forget, &QPushButton::clicked, this, &SettingsPage::forgetRequested);
    return card;
}

QWidget* SettingsPage::makeAppearance()
{
    m_theme = new QComboBox;
    m_theme->setObjectName(u"settingsTheme"_s);
    m_theme->addItem(tr("As the system"), int(ThemeChoice::System));
    m_theme->addItem(tr("Light"), int(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), int(ThemeChoice::Dark));
    m_density = new QComboBox;
    m_density->setObjectName(u"settingsDensity"_s);
    m_density->addItem(tr("Comfortable"), int(Density::Comfortable));
    m_density->addItem(tr("Compact"), int(Density::Compact));
    m_text = new QComboBox;
    m_text->setObjectName(u"settingsText"_s);
    for (const int percent : { 100, 110, 125, 150, 175, 200 }) {
        m_text->addItem(tr("%1 %").arg(percent), percent);
    }
    bind(m_theme, m_settings, appearance::kTheme);
    bind(m_density, m_settings, appearance::kDensity);
    bind(m_text, m_settings, appearance::kTextPercent);
    auto* card = new Card(tr("Appearance"), tr("Applies at once."));
    card->add(line(tr("Theme"), m_theme));
    card->add(line(tr("Rows"), m_density));
    card->add(line(tr("Text size"), m_text));
    return card;
}

QWidget* SettingsPage::focusTarget()
{
    return m_form->firstField();
}

void SettingsPage::setConnection(const ConnectionStatus& status)
{
    using Kind = ConnectionStatus::Kind;
    QString text;
    switch (status.kind) {
    case Kind::None:
        text = tr("Not connected");
        break;
    case Kind::Connecting:
        text = tr("Connecting to %1 …").arg(status.server);
        break;
    case Kind::Lan:
    case Kind::Remote:
    case Kind::Relay:
        text = status.isDemo ? tr("The demo: a server inside this program, with invented music")
                             : tr("Connected to %1").arg(status.server);
        break;
    case Kind::Offline:
        text = tr("%1 cannot be reached").arg(status.server);
        break;
    case Kind::Refused:
        text = tr("%1 does not accept the sign-in").arg(status.server);
        break;
    }
    m_status->setText(text);
    m_forget->setVisible(status.kind != Kind::None && !status.isDemo);
    m_forget->setEnabled(status.kind != Kind::Connecting);
    m_reason->setText(status.reason);
    m_reason->setVisible(!status.reason.isEmpty() && !status.isDemo);
}

} // namespace ui
