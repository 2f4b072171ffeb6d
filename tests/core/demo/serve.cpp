// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/democommand.h"

#include <QCoreApplication>

/// The demo command alone in a program: for its test, and to measure the server in its own process.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return cli::runDemoServe(application.arguments().mid(1));
}
