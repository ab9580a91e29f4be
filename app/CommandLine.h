// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"
#include "core/base/Ids.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace litedeck {

/// What the user asked for when starting the program. The virtual key is never an argument, since
/// everybody on the machine can read those.
struct CommandLine
{
    std::optional<QString> demoScenario; ///< `--demo` or `--demo=SCENARIO`.
    QUrl server;                         ///< `--server`, together with `--team`.
    TeamId team;
    bool allowsHttp = false; ///< `--allow-http`: the key may go out in plain text, for this run.
    QString profile;         ///< Name of a connection, for this run.
    QString dataDirectory;   ///< Empty for the user's own.
    QString logLevel;        ///< "debug", "info", "warning" or "critical"; empty for the default.

    /// `arguments` begin with the program's name. The error says in a sentence what to change.
    static Expected<CommandLine, QString> parse(const QStringList &arguments);
    /// What `--help` prints.
    static QString helpText();

    bool wantsHelp = false;
    bool wantsVersion = false;

    friend bool operator==(const CommandLine &, const CommandLine &) = default;
};

} // namespace litedeck
