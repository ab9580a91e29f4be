// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"
#include "core/base/Ids.h"
#include "core/base/Redactor.h"
#include "core/errors/Error.h"

#include <QDialog>

class QPlainTextEdit;

namespace litedeck {

class Server;

/// What the server says of a job, word for word but without secrets: the job and its costs, asked
/// for when the dialog opens.
class RawJobDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RawJobDialog)

public:
    /// `server` outlives the dialog.
    RawJobDialog(const Server &server, const Redactor &redactor, const JobId &id, QWidget *parent);

private:
    void onAnswer(const QString &part, const Expected<QJsonObject, Error> &answer);

    const Redactor m_redactor;
    QJsonObject m_parts;
    QPlainTextEdit *m_text;
};

} // namespace litedeck
