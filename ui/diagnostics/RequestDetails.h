// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostics/RequestLog.h"
#include "ui/widgets/Card.h"

namespace litedeck {

class FactList;

/// All that the log keeps of one attempt, with a button to copy it.
class RequestDetails : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestDetails)

public:
    explicit RequestDetails(QWidget *parent = nullptr);

    void showEntry(const RequestLogEntry &entry);

signals:
    void closeRequested();

private:
    void copy();

    FactList *m_facts;
    QString m_text; ///< What copy() copies.
};

} // namespace litedeck
