// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errors/EvidenceDialog.h"

#include "core/base/Redactor.h"
#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/FactList.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/words/ErrorEvidence.h"
#include "ui/words/ErrorReport.h"
#include "ui/words/ErrorTexts.h"
#include "ui/words/Format.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace litedeck {

EvidenceDialog::EvidenceDialog(const ErrorEntry &entry, QWidget *parent)
    : QDialog(parent)
    , m_entry(entry)
{
    setObjectName(u"evidenceDialog"_s);
    setWindowTitle(tr("Evidence"));
    resize(640, 480);

    auto *title = new QLabel(errorTitle(entry.error), this);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    title->setFont(Fonts::title());

    auto *facts = named(u"evidenceFacts"_s, new FactList(this));
    facts->setFact(tr("First seen"), formatTime(entry.firstAt));
    if (entry.count > 1)
        facts->setFact(tr("Last seen"), formatTime(entry.lastAt));
    facts->setFact(tr("Hands"), handsName(entry.error.hands));
    const Redactor redactor;
    for (const EvidenceLine &evidence : errorEvidence(entry.error))
        facts->setFact(evidence.label, redactor.redact(evidence.value));

    const QString body =
        entry.error.originalText.isEmpty() ? entry.error.message : entry.error.originalText;
    const QString headers = replyHeaders(entry.error);
    // As it came over the wire: the headers, an empty line, the body.
    const QString whole = headers.isEmpty() ? body : headers + u"\n\n"_s + body;
    auto *text = named(u"evidenceText"_s, new QPlainTextEdit(redactor.redact(whole), this));
    text->setAccessibleName(tr("What came back"));
    text->setReadOnly(true);
    text->setFont(Fonts::mono());
    text->setTabChangesFocus(true);
    text->setPlaceholderText(tr("There was no text: nothing came back."));

    auto *copy = new QPushButton(icon(u"copy"_s), tr("Copy report"), this);
    copy->setObjectName(u"evidenceCopy"_s);
    copy->setAccessibleName(tr("Copy report"));
    auto *close = named(u"evidenceClose"_s, new QPushButton(tr("Close"), this));
    close->setAccessibleName(tr("Close"));
    close->setDefault(true);
    setButtonRole(close, ButtonRole::Primary);
    connect(copy, &QPushButton::clicked, this, &EvidenceDialog::copyReport);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    columnOf(this, Spacing::M,
             {title,
              facts,
              new SectionHeading(tr("What came back"), this),
              {text, 1},
              new MutedLabel(tr("Keys and passwords have been taken out."), this),
              rowOf(nullptr, Spacing::S, {copy, Stretch{}, close})},
             {Spacing::XL, Spacing::XL, Spacing::XL, Spacing::L});
    close->setFocus();
}

void EvidenceDialog::copyReport()
{
    QGuiApplication::clipboard()->setText(errorReport(m_entry));
}

} // namespace litedeck
