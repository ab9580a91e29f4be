// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/TranscriptAccessible.h"

#include "ui/chat/transcript/EntryChrome.h"
#include "ui/chat/transcript/TranscriptView.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

#include <utility>

namespace litedeck {

namespace {

/// The cost line, the notice or an action of a message.
struct Part
{
    enum class Kind : quint8 { Cost, Notice, Action };

    Kind kind;
    EntryAction action = EntryAction::Copy;

    friend bool operator==(const Part &, const Part &) = default;
    friend size_t qHash(const Part &part, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, quint8(part.kind), part.action);
    }
};

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

/// The children that were asked for so far.
template <typename Key>
class Children
{
public:
    Children() = default;
    ~Children()
    {
        for (const QAccessible::Id id : std::as_const(m_ids))
            QAccessible::deleteAccessibleInterface(id);
    }
    Q_DISABLE_COPY_MOVE(Children)

    template <typename Child>
    QAccessibleInterface *get(TranscriptView *view, const Key &key, auto... arguments)
    {
        auto found = m_ids.constFind(key);
        if (found == m_ids.cend())
            found = m_ids.insert(
                key, QAccessible::registerAccessibleInterface(new Child(view, arguments..., key)));
        return QAccessible::accessibleInterface(*found);
    }

private:
    QHash<Key, QAccessible::Id> m_ids;
};

/// A message, or what stands in one.
class InEntry : public QAccessibleInterface
{
public:
    InEntry(TranscriptView *view, int entry)
        : m_view(view)
        , m_index(entry)
    {}
    Q_DISABLE_COPY_MOVE(InEntry)

    bool isValid() const override { return m_view && m_index < m_view->stack().size(); }
    QObject *object() const override { return nullptr; }
    QString text(QAccessible::Text type) const override
    {
        return type == QAccessible::Name && isValid() ? name() : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override { return isValid() ? onScreen(m_view, place()) : QRect(); }

    int index() const { return m_index; }

protected:
    /// Both are asked of what is valid only.
    virtual QString name() const = 0;
    virtual QRect place() const { return m_view->entryRect(m_index); }
    const Entry &entry() const { return m_view->stack().at(m_index); }

    const QPointer<TranscriptView> m_view;
    const int m_index;
};

class PartAccessible : public InEntry, public QAccessibleActionInterface
{
public:
    PartAccessible(TranscriptView *view, int entry, const Part &part)
        : InEntry(view, entry)
        , m_part(part)
    {}
    Q_DISABLE_COPY_MOVE(PartAccessible)

    QAccessible::Role role() const override
    {
        return isAction() ? QAccessible::Button : QAccessible::StaticText;
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        return state;
    }
    QAccessibleInterface *parent() const override
    {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view);
        return list ? list->child(m_index) : nullptr;
    }
    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface && isAction()
                   ? static_cast<QAccessibleActionInterface *>(this)
                   : nullptr;
    }

    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && isValid())
            m_view->trigger(m_index, m_part.action);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

protected:
    QString name() const override
    {
        switch (m_part.kind) {
        case Part::Kind::Cost:
            return entry().details().costText;
        case Part::Kind::Notice:
            return entry().details().notice;
        case Part::Kind::Action:
            return EntryChrome::actionText(m_part.action);
        }
        Q_UNREACHABLE();
    }
    QRect place() const override
    {
        return isAction() ? m_view->actionRect(m_index, m_part.action) : InEntry::place();
    }

private:
    bool isAction() const { return m_part.kind == Part::Kind::Action; }

    const Part m_part;
};

class EntryAccessible : public InEntry
{
public:
    using InEntry::InEntry;

    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.readOnly = true;
        state.invalid = !isValid();
        state.focused = isValid() && m_view->hasFocus() && m_view->focusedEntry() == m_index;
        state.offscreen = isValid() && place().isEmpty();
        return state;
    }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    int childCount() const override { return isValid() ? int(partsOf(entry()).size()) : 0; }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        return m_children.get<PartAccessible>(m_view, partsOf(entry())[index], m_index);
    }
    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i) == wanted)
                return i;
        }
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->rect().contains(x, y))
                return child(i);
        }
        return nullptr;
    }

protected:
    QString name() const override { return EntryChrome::accessibleName(entry()); }

private:
    mutable Children<Part> m_children;
};

class TranscriptAccessible : public QAccessibleWidget
{
public:
    explicit TranscriptAccessible(TranscriptView *view)
        : QAccessibleWidget(view, QAccessible::List)
    {}
    Q_DISABLE_COPY_MOVE(TranscriptAccessible)

    int childCount() const override { return view() ? int(view()->stack().size()) : 0; }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        return m_children.get<EntryAccessible>(view(), index);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *entry = dynamic_cast<const EntryAccessible *>(child);
        return entry ? entry->index() : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (onScreen(view(), view()->entryRect(i)).contains(x, y))
                return child(i);
        }
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        return view() && view()->hasFocus() ? child(int(view()->focusedEntry())) : nullptr;
    }

private:
    TranscriptView *view() const { return qobject_cast<TranscriptView *>(object()); }

    mutable Children<int> m_children;
};

} // namespace

QAccessibleInterface *makeTranscriptAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<TranscriptView *>(object);
    return view ? new TranscriptAccessible(view) : nullptr;
}

} // namespace litedeck
