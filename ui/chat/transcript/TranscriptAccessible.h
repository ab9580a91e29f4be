// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/EntryChrome.h"
#include "ui/chat/transcript/TranscriptView.h"

#include <QAccessibleInterface>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

#include <memory>
#include <vector>

namespace litedeck {

/// Tells assistive technology of the transcript: a list of messages, whose children are the cost
/// line and the actions.
class TranscriptAccessible : public QAccessibleWidget
{
public:
    explicit TranscriptAccessible(TranscriptView *view);
    ~TranscriptAccessible() override;
    Q_DISABLE_COPY_MOVE(TranscriptAccessible)

    /// A factory for QAccessible::installFactory.
    static QAccessibleInterface *create(const QString &className, QObject *object);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

    TranscriptView *view() const;

private:
    mutable QHash<int, QAccessible::Id> m_children;
};

/// The cost line, the notice or an action of a message.
class EntryPartAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
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

    EntryPartAccessible(TranscriptView *view, int entry, const Part &part);
    Q_DISABLE_COPY_MOVE(EntryPartAccessible)

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QString text(QAccessible::Text type) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    QAccessibleInterface *parent() const override;
    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &name) const override;

private:
    bool isAction() const { return m_part.kind == Part::Kind::Action; }

    QPointer<TranscriptView> m_view;
    const int m_entry;
    const Part m_part;
};

/// One message.
class EntryAccessible : public QAccessibleInterface
{
public:
    EntryAccessible(TranscriptView *view, int index);
    ~EntryAccessible() override;
    Q_DISABLE_COPY_MOVE(EntryAccessible)

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QString text(QAccessible::Text type) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;
    QAccessibleInterface *parent() const override;
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *wanted) const override;
    QAccessibleInterface *childAt(int x, int y) const override;

    int index() const { return m_index; }

private:
    const Entry *entry() const;

    QPointer<TranscriptView> m_view;
    const int m_index;
    mutable QHash<EntryPartAccessible::Part, QAccessible::Id> m_children;
};

} // namespace litedeck
