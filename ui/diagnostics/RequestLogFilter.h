// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace litedeck {

/// The rows of a RequestLogModel that hold every word of a text, and only failures when wanted.
class RequestLogFilter : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestLogFilter)

public:
    explicit RequestLogFilter(QObject *parent = nullptr);

    void setText(const QString &text);
    void setFailuresOnly(bool failuresOnly);
    bool isFiltering() const { return !m_words.isEmpty() || m_failuresOnly; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    bool m_failuresOnly = false;
};

} // namespace litedeck
