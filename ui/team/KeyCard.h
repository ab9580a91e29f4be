// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Account.h"
#include "ui/widgets/Card.h"

class QPushButton;

namespace litedeck {

class FactList;
class InlineNotice;
class MutedLabel;

/// What the key may see and do, and what an administrator can be asked for.
class KeyCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyCard)

public:
    explicit KeyCard(QWidget *parent = nullptr);

    void setAccount(const Account &account, const QDateTime &now);

private:
    InlineNotice *m_expiry;
    MutedLabel *m_sight;
    MutedLabel *m_request;
    QPushButton *m_copy;
    FactList *m_facts;
};

} // namespace litedeck
