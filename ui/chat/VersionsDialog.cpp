// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/VersionsDialog.h"

#include "core/chat/Pricing.h"
#include "core/conversation/TurnTree.h"
#include "ui/chat/transcript/TranscriptView.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/words/CostLine.h"
#include "ui/words/Format.h"
#include "ui/words/TurnNote.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr QSize FirstSize(1040, 640);
constexpr int StackedBelow = 720;

QList<Turn> versionsOf(const Conversation &conversation, const TurnId &id)
{
    const Turn &shown = *TurnTree::find(conversation, id);
    QList<Turn> versions = conversation.turns + conversation.asides;
    versions.removeIf(
        [&shown](const Turn &turn) { return turn.parent != shown.parent || turn.isDeleted; });
    std::ranges::sort(versions, {}, &Turn::order);
    return versions;
}

} // namespace

VersionsDialog::VersionsDialog(const Conversation &conversation, const TurnId &turn,
                               const Pricing &pricing, QWidget *parent)
    : QDialog(parent)
    , m_pricing(pricing)
    , m_versions(versionsOf(conversation, turn))
    , m_sides(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(u"versions"_s);
    setWindowTitle(tr("Compare versions"));
    m_sides->setSpacing(Spacing::L);
    const Side left = addSide(u"left"_s, tr("First version"), tr("Text of the first version"));
    const Side right = addSide(u"right"_s, tr("Second version"), tr("Text of the second version"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *close = buttons->button(QDialogButtonBox::Close);
    close->setObjectName(u"versionsClose"_s);
    close->setAccessibleName(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    columnOf(this, -1, {{m_sides, 1}, buttons}, {Spacing::L, Spacing::L, Spacing::L, Spacing::L});

    const auto shown = std::ranges::find(std::as_const(m_versions), turn, &Turn::id);
    const int place = static_cast<int>(shown - m_versions.cbegin());
    left.choice->setCurrentIndex(place > 0 ? place - 1 : 1);
    right.choice->setCurrentIndex(place);
    resize(FirstSize);
}

VersionsDialog::Side VersionsDialog::addSide(const QString &objectName, const QString &choiceName,
                                             const QString &textName)
{
    const Side side{new QComboBox, new MutedLabel({}), new TranscriptView};
    side.choice->setObjectName(objectName + u"Version"_s);
    side.choice->setAccessibleName(choiceName);
    for (qsizetype i = 0; i < m_versions.size(); ++i) {
        const Turn &turn = m_versions.at(i);
        //: %1 counts versions of a message, %2 is their number, %3 a model, %4 a date and time.
        side.choice->addItem(tr("Version %1 of %2: %3, %4")
                                 .arg(i + 1)
                                 .arg(m_versions.size())
                                 .arg(turn.model.value, formatTime(turn.sentAt)));
    }
    side.choice->setCurrentIndex(-1);
    side.choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    side.facts->setObjectName(objectName + u"Facts"_s);
    side.transcript->setObjectName(objectName + u"Transcript"_s);
    side.transcript->setAccessibleName(textName);
    side.transcript->setReadOnly(true);
    auto *column = columnOf(nullptr, Spacing::S, {side.choice, side.facts, {side.transcript, 1}});
    m_sides->addLayout(column, 1);
    connect(side.choice, &QComboBox::currentIndexChanged, this,
            [this, side](int version) { show(side, version); });
    return side;
}

void VersionsDialog::show(const Side &side, int version)
{
    const Turn turn = withFileNames(m_versions.at(version));
    side.transcript->setTurns({turn});
    side.facts->setText(costLine(turn, m_pricing.model(turn.replier())));
    side.facts->setAccessibleName(side.facts->text());
    side.transcript->scrollToStart();
}

void compareVersions(const Conversation &conversation, const TurnId &turn, const Pricing &pricing,
                     QWidget *parent)
{
    auto *dialog = new VersionsDialog(conversation, turn, pricing, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void VersionsDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    m_sides->setDirection(width() < StackedBelow ? QBoxLayout::TopToBottom
                                                 : QBoxLayout::LeftToRight);
}

} // namespace litedeck
