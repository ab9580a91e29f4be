// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ConnectionsDialog.h"

#include "ui/settings/ConnectionsModel.h"
#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {
constexpr QSize FirstSize(680, 420);
} // namespace

ConnectionsDialog::ConnectionsDialog(const Settings &settings, const ProfileId &open,
                                     QWidget *parent)
    : QDialog(parent)
    , m_model(new ConnectionsModel(settings, open, this))
    , m_reason(new InlineNotice({}, Tone::Warning, this))
    , m_table(new RowTable(this))
    , m_add(button(tr("Add…"), u"connectionsAdd"_s))
    , m_edit(button(tr("Edit…"), u"connectionsEdit"_s))
    , m_remove(button(tr("Remove…"), u"connectionsRemove"_s))
    , m_demo(button(tr("Try the demo"), u"connectionsDemo"_s))
    , m_close(button(tr("Close"), u"connectionsClose"_s))
    , m_open(button(tr("Open"), u"connectionsOpen"_s))
{
    setObjectName(u"connectionsDialog"_s);
    setWindowTitle(tr("Connections"));
    m_reason->setObjectName(u"connectionsReason"_s);
    m_reason->setClosable(false);
    m_reason->hide();
    m_table->setObjectName(u"connectionsTable"_s);
    m_table->setAccessibleName(tr("Connections"));
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->installEventFilter(this);
    m_open->setDefault(true);
    setButtonRole(m_open, ButtonRole::Primary);
    build();

    // Enter presses the button.
    connect(m_table, &QTableView::doubleClicked, this, [this] { emit openRequested(chosen()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ConnectionsDialog::updateButtons);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ConnectionsDialog::updateButtons);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ConnectionsDialog::updateButtons);
    connect(m_open, &QPushButton::clicked, this, [this] { emit openRequested(chosen()); });
    connect(m_add, &QPushButton::clicked, this, &ConnectionsDialog::addRequested);
    connect(m_edit, &QPushButton::clicked, this, [this] { emit editRequested(chosen()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeRequested(chosen()); });
    connect(m_demo, &QPushButton::clicked, this, &ConnectionsDialog::demoRequested);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    m_table->selectRow(qMax(0, m_model->rowOf(open)));
    updateButtons();
    m_table->setFocus();
}

QPushButton *ConnectionsDialog::button(const QString &text, const QString &objectName)
{
    auto *made = new QPushButton(text, this);
    made->setObjectName(objectName);
    made->setAccessibleName(text);
    made->setAutoDefault(false);
    return made;
}

void ConnectionsDialog::build()
{
    auto *title = new QLabel(tr("Connections"), this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(Fonts::title());
    auto *words = new MutedLabel(
        tr("Each connection is one team on one server, with chats of its own."), this);
    words->setWordWrap(true);
    auto *change = new QHBoxLayout;
    change->setSpacing(Spacing::S);
    change->addWidget(m_add);
    change->addWidget(m_edit);
    change->addWidget(m_remove);
    change->addStretch(1);
    auto *end = new QHBoxLayout;
    end->setSpacing(Spacing::S);
    end->addWidget(m_demo);
    end->addStretch(1);
    end->addWidget(m_close);
    end->addWidget(m_open);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::XL, Spacing::XL, Spacing::L);
    column->setSpacing(Spacing::M);
    column->addWidget(title);
    column->addWidget(words);
    column->addWidget(m_reason);
    column->addWidget(m_table, 1);
    column->addLayout(change);
    column->addSpacing(Spacing::S);
    column->addLayout(end);
    resize(FirstSize);
}

void ConnectionsDialog::setReason(const QString &reason)
{
    m_reason->setMessage(reason, Tone::Warning);
    m_reason->setVisible(!reason.isEmpty());
}

ProfileId ConnectionsDialog::chosen() const
{
    return m_model->idAt(m_table->currentIndex().row());
}

void ConnectionsDialog::updateButtons()
{
    const bool isChosen = !chosen().isEmpty();
    m_open->setEnabled(isChosen);
    m_edit->setEnabled(isChosen);
    m_remove->setEnabled(isChosen);
}

bool ConnectionsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress || chosen().isEmpty())
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_F2:
        emit editRequested(chosen());
        return true;
    case Qt::Key_Delete:
        emit removeRequested(chosen());
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

} // namespace litedeck
