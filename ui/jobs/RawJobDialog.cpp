// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/RawJobDialog.h"

#include "core/gateway/Reply.h"
#include "core/server/Server.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"
#include "ui/words/ErrorTexts.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr QSize FirstSize(640, 560);

} // namespace

RawJobDialog::RawJobDialog(const Server &server, const Redactor &redactor, const JobId &id,
                           QWidget *parent)
    : QDialog(parent)
    , m_redactor(redactor)
    , m_text(named(u"rawJobText"_s, new QPlainTextEdit(this)))
{
    setObjectName(u"rawJob"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    //: %1 is the beginning of a job's id.
    setWindowTitle(tr("Job %1 as the server has it").arg(id.value.left(8)));
    resize(FirstSize);
    m_text->setAccessibleName(tr("Job as JSON"));
    m_text->setReadOnly(true);
    m_text->setFont(Fonts::mono());
    m_text->setPlainText(tr("Loading the job…"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"copyRawJob"_s);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    columnOf(this, Spacing::M, {{m_text, 1}, buttons},
             {Spacing::L, Spacing::L, Spacing::L, Spacing::L});

    for (const auto &[part, reply] : server.rawRecord(id))
        reply->then(this, [this, part = part](const auto &answer) { onAnswer(part, answer); });
}

void RawJobDialog::onAnswer(const QString &part, const Expected<QJsonObject, Error> &answer)
{
    m_parts.insert(part, answer ? QJsonValue(*answer) : QJsonValue(errorInShort(answer.error())));
    const QByteArray json = QJsonDocument(m_parts).toJson(QJsonDocument::Indented);
    m_text->setPlainText(m_redactor.redact(QString::fromUtf8(json)));
}

} // namespace litedeck
