// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace litedeck {

Translations::Translations()
{
    // English has its plurals ("1 job", "2 jobs") only in a catalogue too; what is installed later
    // is asked first.
    if (m_english.load(u":/i18n/litedeck_en.qm"_s))
        QCoreApplication::installTranslator(&m_english);
    const QString qtDirectory = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_qt.load(QLocale(), u"qtbase"_s, u"_"_s, qtDirectory))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(QLocale(), u"litedeck"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&m_own);
}

} // namespace litedeck
