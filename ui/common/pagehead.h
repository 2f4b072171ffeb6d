// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>

class QBoxLayout;
class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace ui {

class Capabilities;
class CoverLabel;
class Covers;
struct ItemDrag;
class TextLabel;

/// The head of a page about one thing that plays: its cover, what kind of thing it is, its name,
/// facts and summary, Play and Shuffle. Where it is narrow, the cover is smaller and what is beside
/// the buttons stands below them.
class PageHead final : public QWidget
{
    Q_OBJECT

public:
    /// @param cover  side in pixels at 100 % text; @param name  its widgets' objectNames begin so
    /// ("album" makes albumTitle, albumPlay, albumShuffle)
    PageHead(Covers& covers, Capabilities& capabilities, int cover, const QString& name,
        QWidget* parent = nullptr);

    void setCover(const QString& thumb, const QString& iconName);
    void setKind(const QString& kind);
    void setName(const QString& name);
    /// Both are lines of parts; a line without any takes no room.
    void setFacts(const QStringList& facts);
    void setSummary(const QStringList& parts);
    /// What is dragged with its cover or its name. @p owner  whose it is, for other programs
    void setDrag(std::function<ItemDrag()> items, std::function<QString()> owner = {});
    /// Without anything to play both buttons rest.
    void setPlayable(bool playable);
    /// A line under the name.
    void addUnderName(QWidget* widget);
    /// Beside the buttons.
    void addBesideButtons(QWidget* widget);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    void playRequested();
    void shuffleRequested();

private:
    [[nodiscard]] QVBoxLayout* makeTexts();

    void arrange();
    /// Whether what stands beside the cover has too little room in one line.
    [[nodiscard]] bool isTooNarrow() const;

    Covers& m_covers;
    Capabilities& m_capabilities;
    CoverLabel* m_cover;
    int m_coverSide;
    QString m_thumb;
    QString m_iconName;
    TextLabel* m_kind;
    TextLabel* m_name;
    TextLabel* m_facts;
    TextLabel* m_summary;
    QPushButton* m_play;
    QPushButton* m_shuffle;
    QVBoxLayout* m_underName;
    QHBoxLayout* m_buttons;
    QHBoxLayout* m_beside;
    QBoxLayout* m_doing; ///< both of them
    bool m_isNarrow = false;
};

} // namespace ui
