// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Carries the precompiled header that all targets share; see Targets.cmake.
