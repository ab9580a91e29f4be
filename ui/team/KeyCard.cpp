// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/KeyCard.h"

#include "ui/widgets/FactList.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/words/Format.h"
#include "ui/words/KeyWords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace litedeck {

KeyCard::KeyCard(QWidget *parent)
    : Card(tr("This key"), parent)
    , m_expiry(named(u"keyExpiry"_s, new InlineNotice({}, Tone::Warning, this)))
    , m_sight(named(u"keySight"_s, new MutedLabel({}, this)))
    , m_request(named(u"keyRequest"_s, new MutedLabel({}, this)))
    , m_copy(named(u"copyKeyRequest"_s, new QPushButton(tr("Copy request"), this)))
    , m_facts(named(u"keyFacts"_s, new FactList(this)))
{
    setObjectName(u"keyCard"_s);
    m_expiry->setClosable(false);
    m_request->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setToolTip(tr("Copy the request to the administrator"));
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_request->text()); });
    addParts(content(),
             {m_expiry, m_sight, m_facts, m_request, {m_copy, 0, Qt::AlignLeading}, Stretch{}});
}

void KeyCard::setAccount(const Account &account, const QDateTime &now)
{
    const QString expiry = KeyWords::expiry(account, now);
    m_expiry->setMessage(expiry, Tone::Warning);
    m_expiry->setVisible(!expiry.isEmpty());
    m_sight->setText(KeyWords::sight(account.sight));
    const QString request = KeyWords::forAdmin(account);
    m_request->setText(request);
    m_request->setVisible(!request.isEmpty());
    m_copy->setVisible(!request.isEmpty());
    m_facts->clear();
    if (const QString limits = KeyWords::limits(account.limits); !limits.isEmpty())
        m_facts->setFact(tr("Limits"), limits);
    if (account.keyExpiresAt)
        m_facts->setFact(tr("Expires"), formatTime(*account.keyExpiresAt));
}

} // namespace litedeck
