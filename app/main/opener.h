// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/link.h"
#include "core/account/accounts.h"
#include "core/library/library.h"
#include "ui/common/route.h"
#include "ui/shell/mainwindow.h"

namespace app {

/// Shows in the window what the program was started with, as soon as there is a library; says why
/// not where that cannot be.
///
/// Thread: UI.
class Opener final : public QObject
{
    Q_OBJECT

public:
    /// All references must outlive the opener.
    Opener(library::Library& library, const account::Accounts& accounts, ui::MainWindow& window,
        QObject* parent = nullptr);

    /// @param what  links, and files with their whole path
    void open(const QStringList& what);

private:
    void openAll();
    void openLink(const Link& link);
    void openItem(const Link& link);
    void openPlaylist(const Link& link);
    /// What shows @p item: the page of the album or artist, for a track that of its album.
    [[nodiscard]] util::Future<ui::Route> routeTo(const types::Item& item);
    [[nodiscard]] util::Future<ui::Route> albumOf(const util::Future<qint64>& track);
    void show(const util::Result<ui::Route>& route);
    void refuse(util::Error::Code code, const QString& sentence);

    library::Library& m_library;
    const account::Accounts& m_accounts;
    ui::MainWindow& m_window;
    QStringList m_waiting;
};

} // namespace app
