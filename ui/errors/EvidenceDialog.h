// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ErrorBoard.h"

#include <QDialog>

namespace litedeck {

/// Everything that is known about one error, to read and to copy; all of it redacted.
class EvidenceDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EvidenceDialog)

public:
    explicit EvidenceDialog(const ErrorEntry &entry, QWidget *parent = nullptr);

private:
    void copyReport();

    const ErrorEntry m_entry;
};

} // namespace litedeck
