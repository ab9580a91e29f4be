// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/LedgerCard.h"

#include "core/team/LedgerHistory.h"
#include "core/team/TeamTables.h"
#include "ui/exchange/ExportDialog.h"
#include "ui/team/TransactionModel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/ToneDelegate.h"
#include "ui/words/ErrorTexts.h"
#include "ui/words/Format.h"
#include "ui/words/TeamWords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>

#include <array>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// Whether the server knows us and says no: no use in asking again before somebody acts.
bool isRefusal(const Error &error)
{
    constexpr int Unauthorized = 401;
    constexpr int Forbidden = 403;
    return error.httpStatus == Unauthorized || error.httpStatus == Forbidden;
}

constexpr std::array<int, TransactionModel::ColumnCount> ColumnWidths{176, 160, 88, 96, 320, 104};
constexpr int LeastTableHeight = 320;

/// Paints credits that came in the colour of success, and ids in the fixed-width font.
class LedgerDelegate final : public ToneDelegate
{
public:
    using ToneDelegate::ToneDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        ToneDelegate::initStyleOption(option, index);
        if (index.column() == TransactionModel::Job) {
            option->font = Fonts::mono();
            // It leads somewhere.
            if (!index.data(TransactionModel::JobIdRole).toString().isEmpty())
                option->palette.setColor(QPalette::Text, Theme::of(option->palette).accent);
        }
    }
};

} // namespace

LedgerCard::LedgerCard(LedgerHistory &ledger, Clock &clock, const Redactor &redactor,
                       QWidget *parent)
    : Card(tr("Transactions"), parent)
    , m_ledger(ledger)
    , m_clock(clock)
    , m_redactor(redactor)
    , m_model(new TransactionModel(this))
    , m_age(named(u"ledgerAge"_s, new MutedLabel({}, this)))
    , m_open(named(u"ledgerShowJob"_s, new IconButton(u"jobs"_s, tr("Show job"), this)))
    , m_copy(named(u"ledgerCopyJob"_s, new IconButton(u"copy"_s, tr("Copy job id"), this)))
    , m_export(new IconButton(u"export"_s, tr("Export transactions"), this))
    , m_notice(named(u"ledgerNotice"_s, new InlineNotice({}, Tone::Warning, this)))
    , m_audit(named(u"ledgerAudit"_s, new InlineNotice({}, Tone::Warning, this)))
    , m_stack(new QStackedWidget(this))
    , m_state(named(u"ledgerState"_s, new EmptyState(u"credits"_s, {}, {}, this)))
    , m_table(named(u"ledgerTable"_s, new RowTable(this)))
{
    setObjectName(u"ledgerCard"_s);
    setFlush(true);
    m_age->setWordWrap(false);
    m_age->setFont(Fonts::small());
    m_export->setObjectName(u"exportTransactions"_s);
    addHeaderWidget(m_age);
    addHeaderWidget(m_open);
    addHeaderWidget(m_copy);
    addHeaderWidget(m_export);
    connect(m_open, &IconButton::clicked, this, &LedgerCard::openJob);
    connect(m_copy, &IconButton::clicked, this, &LedgerCard::copyJob);
    connect(m_export, &IconButton::clicked, this, &LedgerCard::exportTable);
    m_notice->setClosable(false);
    m_notice->setAction(tr("Check again"));
    connect(m_notice, &InlineNotice::actionRequested, &m_ledger, &LedgerHistory::refresh);
    m_audit->setClosable(false);
    connect(m_state, &EmptyState::actionRequested, &m_ledger, &LedgerHistory::refresh);
    connect(&m_ledger, &LedgerHistory::changed, this, &LedgerCard::onHistoryChanged);
    createTable();
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_table);
    auto *noticeBox =
        columnOf(nullptr, Spacing::S, {m_notice, m_audit}, {Spacing::L, 0, Spacing::L, 0});
    content()->addLayout(noticeBox);
    content()->addWidget(m_stack, 1);
    onHistoryChanged();
}

void LedgerCard::createTable()
{
    m_table->setAccessibleName(tr("Transactions"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new LedgerDelegate(m_table));
    m_table->setMinimumHeight(LeastTableHeight);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionsClickable(false);
    for (int column = 0; column < TransactionModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, ColumnWidths.at(size_t(column)));
    header->setSectionResizeMode(TransactionModel::Reason, QHeaderView::Stretch);
    connect(m_table, &QTableView::activated, this, &LedgerCard::openJob);
    connect(m_table, &QTableView::customContextMenuRequested, this, &LedgerCard::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &LedgerCard::updateActions);
}

void LedgerCard::onHistoryChanged()
{
    m_model->setLines(m_ledger.lines(), m_ledger.untouchedLines());
    updateState();
    updateActions();
    updateAge();
}

void LedgerCard::updateAudit()
{
    const LedgerAudit audit = m_ledger.audit();
    m_audit->setMessage(TeamWords::audit(audit), audit.addsUp() ? Tone::Neutral : Tone::Warning);
    m_audit->setVisible(!audit.problems.isEmpty());
}

void LedgerCard::updateState()
{
    const bool cached = m_model->rowCount() > 0;
    m_stack->setCurrentWidget(cached ? static_cast<QWidget *>(m_table) : m_state);
    const auto &error = m_ledger.error();
    const QString problem = error ? errorInShort(*error) : QString();
    const Tone tone = error && isRefusal(*error) ? Tone::Warning : Tone::Danger;
    m_notice->setVisible(error && cached);
    if (error) {
        //: %1 says why, in sentences; %2 is a text such as "as of 09:14, 2 min ago".
        m_notice->setMessage(tr("%1 Shown is what was fetched before, %2.")
                                 .arg(problem, formatAsOf(m_ledger.loadedAt(), m_clock.utcNow())),
                             tone);
        m_state->setContent(tone == Tone::Warning ? u"key"_s : u"error"_s,
                            tr("The transactions cannot be seen"), problem, tone);
        m_state->setAction(tr("Check again"));
    } else if (m_ledger.isLoading()) {
        m_state->setContent(u"clock"_s, tr("Loading transactions…"), {});
        m_state->setAction({});
    } else {
        m_state->setContent(u"credits"_s, tr("No transactions yet"),
                            tr("Each charged job and each added credit makes a line."));
        m_state->setAction({});
    }
}

void LedgerCard::updateAge()
{
    m_age->setText(formatAsOf(m_ledger.loadedAt(), m_clock.utcNow()));
    updateAudit();
    if (m_ledger.error() && m_model->rowCount() > 0)
        updateState();
}

JobId LedgerCard::currentJob() const
{
    return {m_table->currentIndex().data(TransactionModel::JobIdRole).toString()};
}

void LedgerCard::openJob()
{
    if (const JobId id = currentJob(); !id.isEmpty())
        emit jobRequested(id);
}

void LedgerCard::copyJob()
{
    if (const JobId id = currentJob(); !id.isEmpty())
        QGuiApplication::clipboard()->setText(id.value);
}

void LedgerCard::exportTable()
{
    auto *dialog =
        new ExportDialog(tr("Export transactions"), u"litedeck-transactions"_s,
                         tableFormats(ledgerTable(m_ledger.lines()), m_redactor), window());
    dialog->open();
}

void LedgerCard::showMenu(const QPoint &position)
{
    if (currentJob().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Show job")), &QAction::triggered, this, &LedgerCard::openJob);
    connect(menu->addAction(tr("Copy job id")), &QAction::triggered, this, &LedgerCard::copyJob);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void LedgerCard::updateActions()
{
    const bool hasJob = !currentJob().isEmpty();
    m_open->setEnabled(hasJob);
    m_copy->setEnabled(hasJob);
    m_export->setEnabled(m_model->rowCount() > 0);
}

} // namespace litedeck
