// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assistant/assistantpage.h"
#include "ui/assistant/themetile.h"
#include "ui/common/appearance.h"
#include "ui/common/behaviour.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/pagescroll.h"
#include "ui/common/style.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;

// What stands on the assistant's pages.
namespace ui {

namespace {

constexpr int kWidth = 560;
constexpr int kBarHeight = 6;

TextLabel* wrapped(const QString& text, TextRole role, Tone tone = Tone::Primary)
{
    auto* label = new TextLabel(text, role, tone);
    label->setWordWrap(true);
    return label;
}

/// A page: a headline, a sentence, and what follows, in the middle of the height; it scrolls.
PageScroll* pageOf(const QString& name, QWidget* content)
{
    onTextSize(content, [content] { content->setMaximumWidth(scaled(kWidth)); });
    auto* middle = new QWidget;
    middle->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(space::kXl * 2, space::kXl, space::kXl, space::kXl);
    column->addStretch(2);
    column->addWidget(content);
    column->addStretch(3);
    auto* scroll = new PageScroll(middle);
    scroll->setObjectName(name);
    return scroll;
}

QVBoxLayout* columnIn(QWidget* content)
{
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kS);
    return column;
}

/// Buttons of which one is chosen: a setting and its values.
template <class T>
void bindGroup(
    QButtonGroup* group, settings::Settings& settings, const settings::Setting<T>& setting)
{
    const auto show = [group, &settings, setting] {
        if (QAbstractButton* button = group->button(int(settings.value(setting)))) {
            button->setChecked(true);
        }
    };
    show();
    QObject::connect(&settings, &settings::Settings::changed, group,
        [show, key = QString::fromLatin1(setting.key)](const QString& changed) {
            if (changed == key) {
                show();
            }
        });
    QObject::connect(group, &QButtonGroup::idClicked, group,
        [&settings, setting](int id) { settings.set(setting, static_cast<T>(id)); });
}

/// A row of buttons beside each other for @p choices: their number and what they are called.
QLayout* choiceRow(
    QButtonGroup* group, const QString& name, const QList<std::pair<int, QString>>& choices)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kS);
    for (const auto& [id, text] : choices) {
        auto* button = new QPushButton(text);
        button->setObjectName(u"%1/%2"_s.arg(name).arg(id));
        button->setCheckable(true);
        group->addButton(button, id);
        row->addWidget(button);
    }
    row->addStretch();
    return row;
}

QLayout* factOf(const QString& iconName, const QString& text)
{
    auto* sign = new QLabel;
    onTextSize(sign, [sign, iconName] {
        sign->setPixmap(icon(iconName, Tone::Accent).pixmap(scaled(20), scaled(20)));
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kM);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(wrapped(text, TextRole::Body), 1);
    return row;
}

} // namespace

QWidget* AssistantPage::makeWelcome()
{
    auto* content = new QWidget;
    m_begin = new QPushButton(tr("Let us begin"));
    m_begin->setObjectName(u"assistantBegin"_s);
    makePrimary(m_begin);
    auto* demo = new QPushButton(icon(u"play"_s), tr("Look around in the demo"));
    demo->setObjectName(u"assistantDemo"_s);
    auto* later = new QPushButton(tr("Not now"));
    later->setObjectName(u"assistantLeave"_s);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kS);
    for (QPushButton* button : { m_begin, demo, later }) {
        buttons->addWidget(button);
    }
    buttons->addStretch();
    QVBoxLayout* column = columnIn(content);
    column->addWidget(wrapped(tr("Welcome to PlexM8"), TextRole::Display));
    column->addWidget(wrapped(
        tr("Your Plex music, on your desktop, at once."), TextRole::Title, Tone::Secondary));
    column->addSpacing(space::kL);
    column->addLayout(factOf(u"search"_s,
        tr("An index of your library on this computer: a million tracks are searched while you "
           "type, also without the server.")));
    column->addSpacing(space::kS);
    column->addLayout(
        factOf(u"undo"_s, tr("Each rating and each change can be undone, also tomorrow.")));
    column->addSpacing(space::kS);
    column->addLayout(factOf(
        u"offline"_s, tr("Nobody watches: nothing is sent to anybody but your server and Plex.")));
    column->addSpacing(space::kXl);
    column->addLayout(buttons);
    column->addWidget(wrapped(tr("Four short pages follow. Each can be skipped; Escape leaves."),
        TextRole::Caption, Tone::Tertiary));
    connect(m_begin, &QPushButton::clicked, this, &AssistantPage::next);
    connect(demo, &QPushButton::clicked, this, &AssistantPage::demoRequested);
    connect(later, &QPushButton::clicked, this, [this] {
        m_isRunning = false;
        Q_EMIT left();
    });
    return pageOf(u"assistantWelcome"_s, content);
}

QWidget* AssistantPage::makeThemes()
{
    auto* box = new QWidget;
    m_themes = new QButtonGroup(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kS);
    const std::tuple<ThemeChoice, QString, QString> themes[]
        = { { ThemeChoice::System, u"system"_s, tr("As the system") },
              { ThemeChoice::Light, u"light"_s, tr("Light") },
              { ThemeChoice::Dark, u"dark"_s, tr("Dark") },
              { ThemeChoice::HighContrast, u"contrast"_s, tr("High contrast") } };
    for (const auto& [choice, name, text] : themes) {
        auto* tile = new ThemeTile(choice, text);
        tile->setObjectName(u"assistantTheme/"_s + name);
        m_themes->addButton(tile, int(choice));
        row->addWidget(tile);
    }
    row->addStretch();
    bindGroup(m_themes, m_settings, appearance::kTheme);
    return box;
}

QWidget* AssistantPage::makeLooks()
{
    auto* content = new QWidget;
    auto* text = new QButtonGroup(this);
    auto* rows = new QButtonGroup(this);
    QList<std::pair<int, QString>> sizes;
    for (const int percent : { 100, 125, 150, 200 }) {
        sizes.append({ percent, tr("%1%").arg(format::count(percent)) });
    }
    QVBoxLayout* column = columnIn(content);
    column->addWidget(wrapped(tr("Make it yours"), TextRole::Display));
    column->addWidget(wrapped(tr("What you choose applies at once. All of it, and more, is in "
                                 "Settings."),
        TextRole::Body, Tone::Secondary));
    column->addSpacing(space::kL);
    column->addWidget(new TextLabel(tr("Theme"), TextRole::Title));
    column->addWidget(makeThemes());
    column->addSpacing(space::kM);
    column->addWidget(new TextLabel(tr("Text size"), TextRole::Title));
    column->addLayout(choiceRow(text, u"assistantText"_s, sizes));
    column->addSpacing(space::kM);
    column->addWidget(new TextLabel(tr("Rows"), TextRole::Title));
    column->addLayout(choiceRow(rows, u"assistantRows"_s,
        { { int(Density::Comfortable), tr("Comfortable") },
            { int(Density::Compact), tr("Compact") } }));
    bindGroup(text, m_settings, appearance::kTextPercent);
    bindGroup(rows, m_settings, appearance::kDensity);
    return pageOf(u"assistantLooks"_s, content);
}

QWidget* AssistantPage::makeWindow()
{
    using behaviour::OnClose;
    auto* content = new QWidget;
    m_tray = new QWidget;
    m_onClose = new QButtonGroup(this);
    auto* choices = columnIn(m_tray);
    const std::tuple<OnClose, QString, QString> answers[] = {
        { OnClose::KeepInTray, u"keep"_s, tr("The music goes on, and PlexM8 waits in the tray") },
        { OnClose::Quit, u"quit"_s, tr("PlexM8 ends") },
        { OnClose::Ask, u"ask"_s, tr("Ask me the first time") }
    };
    for (const auto& [answer, name, text] : answers) {
        auto* button = new QRadioButton(text);
        button->setObjectName(u"assistantOnClose/"_s + name);
        m_onClose->addButton(button, int(answer));
        choices->addWidget(button);
    }
    bindGroup(m_onClose, m_settings, behaviour::kOnClose);
    m_noTray = wrapped(
        tr("This desktop has no tray, so closing the window ends PlexM8."), TextRole::Body);
    m_noTray->setObjectName(u"assistantNoTray"_s);
    m_startsAtLogin = new QCheckBox(tr("Start PlexM8 in the tray when you log in"));
    m_startsAtLogin->setObjectName(u"assistantStartAtLogin"_s);
    connect(m_startsAtLogin, &QCheckBox::clicked, this, &AssistantPage::startAtLoginRequested);
    QVBoxLayout* column = columnIn(content);
    column->addWidget(wrapped(tr("When the window is closed"), TextRole::Display));
    column->addWidget(wrapped(
        tr("A click on the icon in the tray brings it back."), TextRole::Body, Tone::Secondary));
    column->addSpacing(space::kL);
    column->addWidget(m_tray);
    column->addWidget(m_noTray);
    column->addSpacing(space::kM);
    column->addWidget(m_startsAtLogin);
    setTrayAvailable(false);
    setStartsAtLogin({});
    return pageOf(u"assistantWindow"_s, content);
}

void AssistantPage::setTrayAvailable(bool isAvailable)
{
    m_tray->setVisible(isAvailable);
    m_noTray->setVisible(!isAvailable);
}

void AssistantPage::setStartsAtLogin(std::optional<bool> starts)
{
    m_startsAtLogin->setVisible(starts.has_value());
    m_startsAtLogin->setChecked(starts.value_or(false));
}

QWidget* AssistantPage::makeLibrary()
{
    auto* content = new QWidget;
    m_libraryTitle = wrapped({}, TextRole::Display);
    m_libraryTitle->setObjectName(u"assistantLibraryTitle"_s);
    m_libraryText = wrapped({}, TextRole::Body, Tone::Secondary);
    m_libraryText->setObjectName(u"assistantLibraryText"_s);
    m_progress = new QProgressBar;
    m_progress->setObjectName(u"assistantProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the first synchronisation"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(kBarHeight);
    QVBoxLayout* column = columnIn(content);
    column->addWidget(m_libraryTitle);
    column->addWidget(m_libraryText);
    column->addSpacing(space::kM);
    column->addWidget(m_progress);
    return pageOf(u"assistantLibrary"_s, content);
}

} // namespace ui
