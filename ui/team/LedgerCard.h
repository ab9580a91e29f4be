// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Ids.h"
#include "core/base/Redactor.h"
#include "ui/widgets/Card.h"

class QStackedWidget;
class QTableView;

namespace litedeck {

class EmptyState;
class IconButton;
class InlineNotice;
class LedgerHistory;
class MutedLabel;
class TransactionModel;

/// The ledger as it is kept; what was fetched stays, with its age, when the server refuses or
/// fails, and lines that are missing or do not add up are told.
class LedgerCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LedgerCard)

public:
    /// Both outlive the card.
    LedgerCard(LedgerHistory &ledger, Clock &clock, const Redactor &redactor,
               QWidget *parent = nullptr);

    /// Writes the age anew, and compares the ledger with the account again.
    void updateAge();

signals:
    /// The user wants to see that job.
    void jobRequested(const litedeck::JobId &id);

private:
    void createTable();
    void onHistoryChanged();
    void updateState();
    void updateAudit();
    JobId currentJob() const;
    void openJob();
    void copyJob();
    void exportTable();
    void showMenu(const QPoint &position);
    void updateActions();

    LedgerHistory &m_ledger;
    Clock &m_clock;
    const Redactor m_redactor;
    TransactionModel *m_model;
    MutedLabel *m_age;
    IconButton *m_open;
    IconButton *m_copy;
    IconButton *m_export;
    InlineNotice *m_notice;
    InlineNotice *m_audit;
    QStackedWidget *m_stack;
    EmptyState *m_state;
    QTableView *m_table;
};

} // namespace litedeck
