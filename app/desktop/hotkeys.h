// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QMap>
#include <QObject>
#include <memory>

namespace app {

/// A key, and what it is for.
struct Hotkey
{
    QString id {}; ///< what pressed() says
    QString text {}; ///< what it does, translated: some desktops show a list of them
    QKeySequence keys {}; ///< one key with its modifiers
    bool operator==(const Hotkey&) const = default;
};

/// Keys that this program gets while another one has the focus; no other program gets them
/// meanwhile. Each desktop has a way of its own: makeHotkeys() chooses it.
///
/// Thread: UI. Cost: nothing without a key.
class Hotkeys : public QObject
{
    Q_OBJECT

public:
    explicit Hotkeys(QObject* parent = nullptr);
    ~Hotkeys() override;

    /// Takes these keys, instead of those before. stateChanged() says how it went.
    virtual void set(const QList<Hotkey>& wanted) = 0;
    /// Why no key can be taken here, in a sentence; empty: they can, as far as is known.
    [[nodiscard]] const QString& impossible() const { return m_impossible; }
    /// Why the key of an id was not taken, in a sentence.
    [[nodiscard]] const QMap<QString, QString>& faults() const { return m_faults; }

Q_SIGNALS:
    /// Once for each time that it is pressed, however long it is held.
    void pressed(const QString& id);
    /// impossible() or faults() are different now.
    void stateChanged();

protected:
    void setState(const QString& impossible, const QMap<QString, QString>& faults);
    /// What is said of a key that another program has.
    [[nodiscard]] static QString takenText();
    /// What is said of one that the keyboard, or the desktop, does not know.
    [[nodiscard]] static QString unknownText();
    /// What is said where a desktop has no way at all.
    [[nodiscard]] static QString impossibleText();

private:
    QString m_impossible;
    QMap<QString, QString> m_faults;
};

/// The way of the desktop that the program runs on.
[[nodiscard]] std::unique_ptr<Hotkeys> makeHotkeys();

} // namespace app
