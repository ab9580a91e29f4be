// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Fonts.h"

#include <QFontDatabase>
#include <QHash>

#include <array>

namespace litedeck::Fonts {

namespace {

constexpr qreal SmallestBody = 10.0;

constexpr std::array Sans = {u"Inter", u"Noto Sans", u"DejaVu Sans"};
constexpr std::array Mono = {u"JetBrains Mono", u"Noto Sans Mono", u"DejaVu Sans Mono"};
constexpr std::array AnyScript = {
    u"Noto Sans CJK SC",    u"Noto Sans CJK JP",   u"Noto Sans Arabic", u"Noto Sans Devanagari",
    u"Droid Sans Fallback", u"Noto Sans Symbols2", u"Noto Color Emoji"};

template <std::size_t N>
void appendInstalled(QStringList &families, const QStringList &installed,
                     const std::array<const char16_t *, N> &wanted)
{
    for (const char16_t *name : wanted) {
        const QString family = QString::fromUtf16(name);
        if (!families.contains(family) && installed.contains(family))
            families.append(family);
    }
}

template <std::size_t N>
QStringList familiesOf(QFontDatabase::SystemFont which,
                       const std::array<const char16_t *, N> &fallbacks)
{
    // Badges ask for their font each time they are painted.
    static QHash<QString, QStringList> known;
    const QString system = QFontDatabase::systemFont(which).family();
    QStringList &families = known[system + QString::fromUtf16(fallbacks.front())];
    if (!families.isEmpty())
        return families;
    families.append(system);
    // Asked for each family by itself, fontconfig reads its rules again for each: milliseconds.
    const QStringList installed = QFontDatabase::families();
    appendInstalled(families, installed, fallbacks);
    appendInstalled(families, installed, AnyScript);
    return families;
}

QFont sized(const QStringList &families, qreal scale, QFont::Weight weight)
{
    const QFont system = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    QFont font;
    font.setFamilies(families);
    font.setPointSizeF(qMax(SmallestBody, system.pointSizeF()) * scale);
    font.setWeight(weight);
    return font;
}

} // namespace

QStringList sansFamilies()
{
    return familiesOf(QFontDatabase::GeneralFont, Sans);
}

QStringList monoFamilies()
{
    return familiesOf(QFontDatabase::FixedFont, Mono);
}

QFont body()
{
    return sized(sansFamilies(), 1.0, QFont::Normal);
}

QFont small()
{
    return sized(sansFamilies(), 0.88, QFont::Normal);
}

QFont heading()
{
    return sized(sansFamilies(), 1.1, QFont::DemiBold);
}

QFont title()
{
    return sized(sansFamilies(), 1.45, QFont::DemiBold);
}

QFont mono()
{
    QFont font = sized(monoFamilies(), 0.96, QFont::Normal);
    font.setStyleHint(QFont::Monospace);
    return font;
}

} // namespace litedeck::Fonts
