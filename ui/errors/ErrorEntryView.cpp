// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errors/ErrorEntryView.h"

#include "core/base/Redactor.h"
#include "ui/errors/ErrorActions.h"
#include "ui/errors/EvidenceDialog.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/StylePainting.h"
#include "ui/words/ErrorReport.h"
#include "ui/words/ErrorTexts.h"
#include "ui/words/Format.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int StripeWidth = 3;
constexpr int WideEnoughForTwoColumns = 720;
// The whole is in the evidence.
constexpr qsizetype LongestExplanation = 200;
constexpr int MostFields = 12;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QString shortened(const Error &error, const QString &text)
{
    // Refused fields are worth nothing without their end; the entry scrolls.
    if (!error.validation.isEmpty())
        return text.section(u'\n', 0, MostFields - 1);
    return text.size() > LongestExplanation ? text.left(LongestExplanation) + u'…' : text;
}

struct OriginLook
{
    QString icon;
    QString name;
};

OriginLook lookOf(ErrorOrigin::Kind kind)
{
    switch (kind) {
    case ErrorOrigin::Kind::Turn:
        return {u"chats"_s, ErrorEntryView::tr("Show turn")};
    case ErrorOrigin::Kind::Conversation:
        return {u"chats"_s, ErrorEntryView::tr("Show chat")};
    case ErrorOrigin::Kind::Team:
    case ErrorOrigin::Kind::Ledger:
        return {u"team"_s, ErrorEntryView::tr("Show team")};
    case ErrorOrigin::Kind::Jobs:
    case ErrorOrigin::Kind::Job:
        return {u"jobs"_s, ErrorEntryView::tr("Show jobs")};
    case ErrorOrigin::Kind::Server:
        return {u"diagnostics"_s, ErrorEntryView::tr("Show diagnostics")};
    }
    Q_UNREACHABLE();
}

} // namespace

ErrorEntryView::ErrorEntryView(const ErrorEntry &entry, const QDateTime &now, QWidget *parent)
    : QFrame(parent)
    , m_title(plainLabel(this))
    , m_hands(named(u"errorHands"_s, new Badge(this)))
    , m_dismiss(named(u"dismissError"_s, new IconButton(u"close"_s, tr("Dismiss"), this)))
    , m_repeats(plainLabel(this))
    , m_explanation(named(u"errorExplanation"_s, new MutedLabel({}, this)))
    , m_advice(plainLabel(this))
    , m_outcome(named(u"errorOutcome"_s, new MutedLabel({}, this)))
    , m_actions(new ErrorActions(this))
    , m_origin(named(u"showOrigin"_s, new IconButton({}, {}, this)))
    , m_evidence(named(u"showEvidence"_s, new IconButton(u"evidence"_s, tr("Show evidence"), this)))
    , m_copy(named(u"copyReport"_s, new IconButton(u"copy"_s, tr("Copy report"), this)))
    , m_body(new QBoxLayout(QBoxLayout::TopToBottom))
{
    setObjectName(u"errorEntry"_s);
    m_title->setObjectName(u"errorTitle"_s);
    m_title->setFont(Fonts::heading());
    m_repeats->setObjectName(u"errorRepeats"_s);
    m_explanation->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_advice->setObjectName(u"errorAdvice"_s);
    m_repeats->setFont(Fonts::small());
    m_repeats->setWordWrap(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    arrange();
    connectButtons();
    setEntry(entry, now);
}

void ErrorEntryView::arrange()
{
    auto *head = rowOf(nullptr, 0,
                       {{m_title, 1},
                        {m_origin, 0, Qt::AlignTop},
                        {m_evidence, 0, Qt::AlignTop},
                        {m_copy, 0, Qt::AlignTop},
                        {m_dismiss, 0, Qt::AlignTop}});

    auto *whose = new QWidget(this);
    auto *facts = new FlowLayout(whose);
    facts->setSpacing(Spacing::S);
    facts->addWidget(m_hands);
    facts->addWidget(m_repeats);
    m_repeats->setMinimumHeight(m_hands->sizeHint().height());
    auto *words = columnOf(nullptr, Spacing::XS, {m_explanation, m_advice, m_outcome, Stretch{}});

    // The ways out stand above the words, where a low panel still shows them.
    m_body->setSpacing(Spacing::S);
    addParts(m_body, {{m_actions, 0, Qt::AlignTop}, {words, 1}});

    columnOf(this, Spacing::XS, {head, whose, Gap{Spacing::XS}, m_body},
             {Spacing::L, Spacing::S, Spacing::S, Spacing::M});
}

void ErrorEntryView::connectButtons()
{
    connect(m_actions, &ErrorActions::wayOutRequested, this,
            [this](WayOut way) { emit wayOutRequested(way, m_entry.origin); });
    connect(m_origin, &IconButton::clicked, this, [this] { emit originRequested(m_entry.origin); });
    connect(m_evidence, &IconButton::clicked, this, &ErrorEntryView::showEvidence);
    connect(m_copy, &IconButton::clicked, this, &ErrorEntryView::copyReport);
    connect(m_dismiss, &IconButton::clicked, this,
            [this] { emit dismissRequested(m_entry.number); });
}

void ErrorEntryView::setEntry(const ErrorEntry &entry, const QDateTime &now)
{
    m_entry = entry;
    const Error &error = entry.error;
    const bool charging = entry.origin.kind == ErrorOrigin::Kind::Turn ||
                          entry.origin.kind == ErrorOrigin::Kind::Conversation;
    m_title->setText(errorTitle(error));
    const QString hands = handsName(error.hands);
    m_hands->setStatus(hands, error.hands == Hands::You ? Tone::Accent : Tone::Neutral);
    //: Read aloud by screen readers: %1 is a person or thing, such as "The model's provider".
    m_hands->setAccessibleName(tr("In whose hands: %1").arg(hands));
    const QString explanation = Redactor().redact(errorExplanation(error));
    m_explanation->setText(shortened(error, explanation));
    m_explanation->setVisible(!explanation.isEmpty());
    m_advice->setText(errorAdvice(error));
    m_outcome->setText(charging ? effectText(error) : QString());
    m_outcome->setVisible(charging);
    //: How often one error came: %1 is a time of day.
    m_repeats->setText(
        tr("%n time(s) since %1", nullptr, entry.count).arg(formatTimeOfDay(entry.firstAt)));
    m_repeats->setVisible(entry.count > 1);

    const auto [icon, name] = lookOf(entry.origin.kind);
    m_origin->setAction(icon, name);
    m_actions->setEntry(entry, now);
    fit();
    setAccessibleName(
        u"%1. %2 %3"_s.arg(m_title->text(), m_explanation->text(), m_advice->text()).simplified());
    update();
}

void ErrorEntryView::takeFocus()
{
    m_evidence->setFocus(Qt::ShortcutFocusReason);
}

void ErrorEntryView::tick(const QDateTime &now)
{
    m_actions->tick(now);
}

void ErrorEntryView::fit()
{
    const bool wide = width() >= WideEnoughForTwoColumns;
    m_body->setDirection(wide ? QBoxLayout::RightToLeft : QBoxLayout::TopToBottom);
    m_actions->fit(wide ? width() / 2 : width() - Spacing::L - Spacing::S);
}

void ErrorEntryView::showEvidence()
{
    auto *dialog = new EvidenceDialog(m_entry, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ErrorEntryView::copyReport()
{
    QGuiApplication::clipboard()->setText(errorReport(m_entry));
    QToolTip::showText(m_copy->mapToGlobal(QPoint(0, m_copy->height())), tr("Copied"), m_copy);
}

void ErrorEntryView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    paint::box(&painter, rect(), Radius::S, theme.surface, theme.border);
    const bool retryable = m_entry.lane() == ErrorEntry::Lane::CanBeRetried;
    const QColor stripe = retryable ? theme.warning : theme.danger;
    const qreal left =
        layoutDirection() == Qt::RightToLeft ? width() - Spacing::XS - StripeWidth : Spacing::XS;
    paint::box(&painter, QRectF(left, Spacing::S, StripeWidth, height() - 2 * Spacing::S),
               StripeWidth / 2.0, stripe);
}

void ErrorEntryView::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

} // namespace litedeck
