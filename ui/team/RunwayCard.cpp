// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/RunwayCard.h"

#include "ui/widgets/FactList.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/words/RunwayWords.h"

#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {
constexpr qsizetype ShownTypes = 4;
}

RunwayCard::RunwayCard(QWidget *parent)
    : Card(tr("Runway"), parent)
    , m_headline(named(u"runwayHeadline"_s, new QLabel(this)))
    , m_range(named(u"runwayRange"_s, new MutedLabel({}, this)))
    , m_types(named(u"runwayTypes"_s, new FactList(this)))
    , m_arithmetic(named(u"runwayArithmetic"_s, new MutedLabel({}, this)))
{
    setObjectName(u"runwayCard"_s);
    m_headline->setFont(Fonts::title());
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_arithmetic->setFont(Fonts::small());
    addParts(content(), {m_headline, m_range, Gap{Spacing::XS}, m_types, Stretch{}, m_arithmetic});
    setRunway({}, 0);
}

void RunwayCard::setRunway(const Runway &runway, qint64 remaining)
{
    m_headline->setText(RunwayWords::headline(runway));
    m_range->setText(RunwayWords::range(runway));
    //: Read aloud by screen readers: %1 is a text such as "About 9 days", %2 a range of days.
    m_headline->setAccessibleName(tr("Runway: %1, %2").arg(m_headline->text(), m_range->text()));
    m_types->clear();
    for (const TypeBurn &burn : runway.types.first(std::min(ShownTypes, runway.types.size())))
        m_types->setFact(RunwayWords::type(burn.type), RunwayWords::share(burn, runway));
    m_types->setVisible(!runway.types.isEmpty());
    const QString arithmetic = RunwayWords::arithmetic(runway, remaining);
    m_arithmetic->setText(arithmetic);
    m_arithmetic->setVisible(!arithmetic.isEmpty());
}

} // namespace litedeck
