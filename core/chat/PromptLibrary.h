// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace litedeck {

class Settings;

/// A text that the user keeps to write it again.
struct SavedPrompt
{
    QString name;
    QString text;

    friend bool operator==(const SavedPrompt &, const SavedPrompt &) = default;
};

/// The texts that the user keeps, in the settings, so that all connections have them.
class PromptLibrary
{
    Q_DISABLE_COPY_MOVE(PromptLibrary)

public:
    /// `settings` outlives the library.
    explicit PromptLibrary(Settings &settings)
        : m_settings(settings)
    {}

    /// Sorted by name, as the user's language sorts.
    QList<SavedPrompt> prompts() const;
    void setPrompts(const QList<SavedPrompt> &prompts);

private:
    Settings &m_settings;
};

} // namespace litedeck
