// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/AccountApi.h"
#include "widgets/Card.h"

#include <QPointer>

class QStackedWidget;
class QTableView;

namespace litedeck {

class EmptyState;
class IconButton;
class InlineNotice;
class MutedLabel;
class TransactionModel;

/// The newest lines of the ledger. Fetches when told to; what was fetched stays, with its age,
/// when the server refuses or fails.
class LedgerCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LedgerCard)

public:
    static constexpr int Lines = 50; ///< As many as the server gives by itself.

    /// `gateway` outlives the card.
    explicit LedgerCard(const Gateway &gateway, QWidget *parent = nullptr);
    ~LedgerCard() override;

    /// Fetches the ledger, unless it is being fetched.
    void refresh();
    /// Writes the age anew.
    void updateAge();

signals:
    /// The user wants to see that job.
    void jobRequested(const litedeck::JobId &id);
    void errorOccurred(const litedeck::Error &error);

private:
    void createTable();
    void onTransactions(const Expected<QList<Transaction>, Error> &transactions);
    void updateState();
    JobId currentJob() const;
    void openJob();
    void copyJob();
    void showMenu(const QPoint &position);
    void updateActions();

    const Gateway &m_gateway;
    const CreditsApi m_api;
    QPointer<ReplyBase> m_request;
    TransactionModel *m_model;
    MutedLabel *m_age;
    IconButton *m_open;
    IconButton *m_copy;
    InlineNotice *m_notice;
    QStackedWidget *m_stack;
    EmptyState *m_state;
    QTableView *m_table;
    QDateTime m_loadedAt; ///< UTC; invalid until the ledger was fetched.
    std::optional<Error> m_error;
};

} // namespace litedeck
