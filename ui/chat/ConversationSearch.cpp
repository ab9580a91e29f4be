// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ConversationSearch.h"

#include "core/chat/ChatCatalogue.h"
#include "ui/chat/SearchHitDelegate.h"
#include "ui/chat/SearchHitsModel.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/Theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace litedeck {

ConversationSearch::ConversationSearch(ChatCatalogue &catalogue, Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_field(new SearchField)
    , m_model(new SearchHitsModel(this))
    , m_hits(new QListView)
    , m_nothing(new QLabel(tr("Nothing has all these words.")))
    , m_running(new QLabel(tr("Searching…")))
    , m_pause(clock.createTimer())
{
    m_field->setObjectName(u"searchConversations"_s);
    m_field->setAccessibleName(tr("Search conversations"));
    m_field->setPlaceholderText(tr("Search"));
    m_field->setToolTip(tr("Search in all conversations (Ctrl+Shift+F)"));
    m_field->installEventFilter(this);

    m_hits->setObjectName(u"searchHits"_s);
    m_hits->setAccessibleName(tr("Search results"));
    m_hits->setModel(m_model);
    m_hits->setItemDelegate(new SearchHitDelegate(*m_model, this));
    m_hits->setFrameShape(QFrame::NoFrame);
    m_hits->viewport()->setAutoFillBackground(false);
    m_hits->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hits->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_hits->setResizeMode(QListView::Adjust);
    m_hits->hide();

    m_nothing->setObjectName(u"searchFoundNothing"_s);
    m_running->setObjectName(u"searchRunning"_s);
    m_running->setAccessibleName(m_running->text());
    for (QLabel *label : {m_nothing, m_running}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->hide();
    }

    columnOf(this, Spacing::S, {m_field, {m_hits, 1}, {m_nothing, 1}, {m_running, 1}});

    auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), this);
    connect(shortcut, &QShortcut::activated, this, [this] {
        m_field->setFocus(Qt::ShortcutFocusReason);
        m_field->selectAll();
    });
    connect(m_field, &QLineEdit::textChanged, this, &ConversationSearch::onTextChanged);
    connect(m_pause.get(), &Timer::fired, this, &ConversationSearch::search);
    connect(m_hits, &QListView::clicked, this, &ConversationSearch::onActivated);
    connect(m_hits, &QListView::activated, this, &ConversationSearch::onActivated);
}

void ConversationSearch::onTextChanged(const QString &text)
{
    ++m_searches;
    const bool active = !text.trimmed().isEmpty();
    const bool wasActive = m_active;
    if (active)
        m_pause->start(Pause);
    else
        m_pause->stop();
    if (active != m_active) {
        m_active = active;
        m_model->setHits({});
        m_hits->hide();
    }
    // Hits of the text before stay until there are others.
    m_nothing->hide();
    m_running->setVisible(active && m_hits->isHidden());
    if (active != wasActive)
        emit activeChanged(active);
}

void ConversationSearch::search()
{
    m_catalogue.search(m_field->text(), MostHits, this,
                       [this, number = m_searches](const QList<SearchHit> &hits) {
                           if (number == m_searches)
                               show(hits);
                       });
}

void ConversationSearch::show(const QList<SearchHit> &hits)
{
    m_model->setHits(hits);
    m_hits->setVisible(m_active && !hits.isEmpty());
    m_nothing->setVisible(m_active && hits.isEmpty());
    m_running->hide();
}

void ConversationSearch::onActivated(const QModelIndex &index)
{
    if (index.isValid())
        emit chosen(SearchHit(m_model->at(index.row())));
}

bool ConversationSearch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool hasHits = m_model->rowCount() > 0;
    if (key == Qt::Key_Escape && m_active) {
        m_field->clear();
        return true;
    }
    if (key == Qt::Key_Down && hasHits) {
        m_hits->setFocus();
        m_hits->setCurrentIndex(m_model->index(0, 0));
        return true;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && hasHits) {
        onActivated(m_model->index(0, 0));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace litedeck
