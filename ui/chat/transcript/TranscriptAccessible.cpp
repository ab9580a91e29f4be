// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/TranscriptAccessible.h"

#include "ui/chat/transcript/EntryStack.h"

#include <utility>

namespace litedeck {

namespace {

using Part = EntryPartAccessible::Part;

QList<Part> partsOf(const Entry &entry)
{
    QList<Part> parts;
    if (!entry.details().notice.isEmpty())
        parts.append({Part::Kind::Notice});
    if (!entry.details().costText.isEmpty())
        parts.append({Part::Kind::Cost});
    const QList<EntryAction> actions = EntryChrome::actions(entry);
    for (const EntryAction &action : actions)
        parts.append({Part::Kind::Action, action});
    return parts;
}

QRect onScreen(const TranscriptView *view, const QRect &rect)
{
    return rect.isEmpty() ? QRect()
                          : QRect(view->viewport()->mapToGlobal(rect.topLeft()), rect.size());
}

template <typename Key>
void forget(const QHash<Key, QAccessible::Id> &children)
{
    for (const QAccessible::Id id : children)
        QAccessible::deleteAccessibleInterface(id);
}

} // namespace

TranscriptAccessible::TranscriptAccessible(TranscriptView *view)
    : QAccessibleWidget(view, QAccessible::List)
{}

TranscriptAccessible::~TranscriptAccessible()
{
    forget(m_children);
}

QAccessibleInterface *TranscriptAccessible::create(const QString &, QObject *object)
{
    auto *view = qobject_cast<TranscriptView *>(object);
    return view ? new TranscriptAccessible(view) : nullptr;
}

TranscriptView *TranscriptAccessible::view() const
{
    return qobject_cast<TranscriptView *>(object());
}

int TranscriptAccessible::childCount() const
{
    return view() ? int(view()->stack().size()) : 0;
}

QAccessibleInterface *TranscriptAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    auto found = m_children.find(index);
    if (found == m_children.end())
        found = m_children.insert(
            index, QAccessible::registerAccessibleInterface(new EntryAccessible(view(), index)));
    return QAccessible::accessibleInterface(*found);
}

int TranscriptAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *entry = dynamic_cast<const EntryAccessible *>(child);
    return entry ? entry->index() : -1;
}

QAccessibleInterface *TranscriptAccessible::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (onScreen(view(), view()->entryRect(i)).contains(x, y))
            return child(i);
    }
    return nullptr;
}

QAccessibleInterface *TranscriptAccessible::focusChild() const
{
    return view() && view()->hasFocus() ? child(int(view()->focusedEntry())) : nullptr;
}

EntryAccessible::EntryAccessible(TranscriptView *view, int index)
    : m_view(view)
    , m_index(index)
{}

EntryAccessible::~EntryAccessible()
{
    forget(m_children);
}

const Entry *EntryAccessible::entry() const
{
    return isValid() ? &m_view->stack().at(m_index) : nullptr;
}

bool EntryAccessible::isValid() const
{
    return m_view && m_index < m_view->stack().size();
}

QString EntryAccessible::text(QAccessible::Text type) const
{
    return type == QAccessible::Name && isValid() ? EntryChrome::accessibleName(*entry())
                                                  : QString();
}

QRect EntryAccessible::rect() const
{
    return isValid() ? onScreen(m_view, m_view->entryRect(m_index)) : QRect();
}

QAccessible::State EntryAccessible::state() const
{
    QAccessible::State state;
    state.focusable = true;
    state.readOnly = true;
    state.invalid = !isValid();
    state.focused = isValid() && m_view->hasFocus() && m_view->focusedEntry() == m_index;
    state.offscreen = isValid() && m_view->entryRect(m_index).isEmpty();
    return state;
}

QAccessibleInterface *EntryAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view);
}

int EntryAccessible::childCount() const
{
    return isValid() ? int(partsOf(*entry()).size()) : 0;
}

QAccessibleInterface *EntryAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const Part part = partsOf(*entry())[index];
    auto found = m_children.find(part);
    if (found == m_children.end())
        found = m_children.insert(part, QAccessible::registerAccessibleInterface(
                                            new EntryPartAccessible(m_view, m_index, part)));
    return QAccessible::accessibleInterface(*found);
}

int EntryAccessible::indexOfChild(const QAccessibleInterface *wanted) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (child(i) == wanted)
            return i;
    }
    return -1;
}

QAccessibleInterface *EntryAccessible::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (child(i)->rect().contains(x, y))
            return child(i);
    }
    return nullptr;
}

EntryPartAccessible::EntryPartAccessible(TranscriptView *view, int entry, const Part &part)
    : m_view(view)
    , m_entry(entry)
    , m_part(part)
{}

bool EntryPartAccessible::isValid() const
{
    return m_view && m_entry < m_view->stack().size();
}

QString EntryPartAccessible::text(QAccessible::Text type) const
{
    if (type != QAccessible::Name || !isValid())
        return {};
    const Entry::Details &details = m_view->stack().at(m_entry).details();
    switch (m_part.kind) {
    case Part::Kind::Cost:
        return details.costText;
    case Part::Kind::Notice:
        return details.notice;
    case Part::Kind::Action:
        return EntryChrome::actionText(m_part.action);
    }
    Q_UNREACHABLE();
}

QRect EntryPartAccessible::rect() const
{
    if (!isValid())
        return {};
    return onScreen(m_view, isAction() ? m_view->actionRect(m_entry, m_part.action)
                                       : m_view->entryRect(m_entry));
}

QAccessible::Role EntryPartAccessible::role() const
{
    return isAction() ? QAccessible::Button : QAccessible::StaticText;
}

QAccessible::State EntryPartAccessible::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    return state;
}

QAccessibleInterface *EntryPartAccessible::parent() const
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view);
    return list ? list->child(m_entry) : nullptr;
}

void *EntryPartAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::ActionInterface && isAction())
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

QStringList EntryPartAccessible::actionNames() const
{
    return {pressAction()};
}

void EntryPartAccessible::doAction(const QString &name)
{
    if (name == pressAction() && isValid())
        m_view->trigger(m_entry, m_part.action);
}

QStringList EntryPartAccessible::keyBindingsForAction(const QString &) const
{
    return {};
}

} // namespace litedeck
