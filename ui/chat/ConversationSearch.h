// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/store/TurnSearch.h"

#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QListView;

namespace litedeck {

class ChatCatalogue;
class SearchHitsModel;

/// The field that searches in all conversations, and below it what was found as one types.
class ConversationSearch : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationSearch)

public:
    /// Hits that are shown at most.
    static constexpr int MostHits = 50;
    /// Typing pauses this long before the search begins.
    static constexpr Milliseconds Pause{120};

    /// Both outlive the search.
    ConversationSearch(ChatCatalogue &catalogue, Clock &clock, QWidget *parent = nullptr);

signals:
    /// Something is searched for, so that hits stand in the place of the conversations.
    void activeChanged(bool active);
    void chosen(const litedeck::SearchHit &hit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onTextChanged(const QString &text);
    void search();
    void show(const QList<SearchHit> &hits);
    void onActivated(const QModelIndex &index);

    ChatCatalogue &m_catalogue;
    QLineEdit *m_field;
    SearchHitsModel *m_model;
    QListView *m_hits;
    QLabel *m_nothing;
    QLabel *m_running;
    std::unique_ptr<Timer> m_pause;
    quint64 m_searches = 0; ///< So that a late answer to an older text is not shown.
    bool m_active = false;
};

} // namespace litedeck
