// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/LinkTarget.h"

#include <QDialog>

namespace litedeck {

/// Shows where a link of a reply leads, since its text can promise another place, and opens it when
/// the user wants to. What cannot be opened safely can only be copied.
class LinkDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkDialog)

public:
    /// `link` as it stands in the reply.
    explicit LinkDialog(const QString &link, QWidget *parent = nullptr);

private:
    void build(const QString &link);

    const Expected<LinkTarget, LinkRefusal> m_target;
};

} // namespace litedeck
