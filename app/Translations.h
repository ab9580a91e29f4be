// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace litedeck {

/// The catalogues of the user's language, installed for as long as this lives.
class Translations
{
    Q_DISABLE_COPY_MOVE(Translations)

public:
    /// Needs a QCoreApplication.
    Translations();

private:
    QTranslator m_english;
    QTranslator m_qt;
    QTranslator m_own;
};

} // namespace litedeck
