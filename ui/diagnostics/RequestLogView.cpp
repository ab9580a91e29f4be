// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/RequestLogView.h"

#include "core/diagnostics/Exports.h"
#include "ui/diagnostics/RequestDetails.h"
#include "ui/diagnostics/RequestLogFilter.h"
#include "ui/diagnostics/RequestLogModel.h"
#include "ui/exchange/ExportDialog.h"
#include "ui/widgets/BadgeDelegate.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/words/Format.h"

#include <QCheckBox>
#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

#include <array>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int NarrowWidth = 900; // below, the details stand under the table
constexpr int DetailsWidth = 448;
constexpr int WideTable = 900;   // below, the request id is left to the details
constexpr int MediumTable = 820; // below, effect and attempt are as well
constexpr int FilterWidth = 320;
constexpr std::array<int, RequestLogModel::ColumnCount> ColumnWidths{84, 80, 240, 124,
                                                                     88, 88, 92,  104};

/// Paints attempts: results as badges, failures on a tinted row, paths cut in their middle.
class RequestLogDelegate final : public BadgeDelegate
{
public:
    using BadgeDelegate::BadgeDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        BadgeDelegate::initStyleOption(option, index);
        const bool isPath = index.column() == RequestLogModel::Path;
        if (!isPath && index.column() != RequestLogModel::Method)
            option->palette.setColor(QPalette::Text, Theme::of(option->palette).mutedText);
        if (isPath)
            option->textElideMode = Qt::ElideMiddle;
    }

    bool isFailed(const QModelIndex &index) const override
    {
        const auto tone =
            index.siblingAtColumn(RequestLogModel::Result).data(RequestLogModel::ToneRole);
        return Tone(tone.toInt()) == Tone::Danger;
    }
};

} // namespace

RequestLogView::RequestLogView(RequestLog &log, const TeamId &team, const Redactor &redactor,
                               const QString &logPath, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_team(team)
    , m_redactor(redactor)
    , m_model(new RequestLogModel(log, this))
    , m_filter(new RequestLogFilter(this))
    , m_count(named(u"requestLogCount"_s, new MutedLabel({}, this)))
    , m_text(named(u"requestLogFilter"_s, new SearchField(this)))
    , m_failures(named(u"requestLogFailures"_s, new QCheckBox(tr("Failures only"), this)))
    , m_export(new QPushButton(icon(u"export"_s), tr("Export log"), this))
    , m_clear(named(u"requestLogClear"_s, new QPushButton(tr("Clear log"), this)))
    , m_splitter(named(u"requestSplitter"_s, new QSplitter(this)))
    , m_stack(new QStackedWidget)
    , m_empty(named(u"requestLogEmpty"_s, new EmptyState(u"diagnostics"_s, {}, {})))
    , m_table(named(u"requestLogTable"_s, new RowTable))
    , m_details(new RequestDetails)
{
    setObjectName(u"requestLogView"_s);
    m_filter->setSourceModel(m_model);
    createTable();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto *card = new Card;
    card->setFlush(true);
    card->content()->addWidget(m_stack, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(Spacing::M);
    m_splitter->addWidget(card);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_details->hide();

    auto *column =
        columnOf(this, Spacing::S, {createToolbar(), {m_splitter, 1}}, {0, Spacing::M, 0, 0});
    if (!logPath.isEmpty()) {
        auto *place = named(u"requestLogPlace"_s, new ElidedLabel(this));
        //: %1 is the path of a file.
        place->setText(tr("Also written to %1").arg(QDir::toNativeSeparators(logPath)));
        place->setElideMode(Qt::ElideMiddle);
        place->setMuted(true);
        place->setFont(Fonts::small());
        column->addWidget(place);
    }

    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &RequestLogView::updateState);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &RequestLogView::updateState);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &RequestLogView::updateState);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &RequestLogView::updateState);
    connect(m_splitter, &QSplitter::splitterMoved, this, &RequestLogView::updateColumns);
    connect(m_empty, &EmptyState::actionRequested, this, &RequestLogView::clearFilter);
    connect(m_details, &RequestDetails::closeRequested, this, &RequestLogView::closeDetails);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RequestLogView::onCurrentChanged);
    updateState();
}

void RequestLogView::createTable()
{
    m_table->setAccessibleName(tr("Request log"));
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new RequestLogDelegate(m_table));
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    for (int column = 0; column < RequestLogModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, ColumnWidths.at(size_t(column)));
    header->setSectionResizeMode(RequestLogModel::Path, QHeaderView::Stretch);
}

QLayout *RequestLogView::createToolbar()
{
    m_count->setWordWrap(false);
    m_text->setAccessibleName(tr("Filter requests"));
    m_text->setPlaceholderText(tr("Filter path, result, request id"));
    m_text->setMaximumWidth(FilterWidth);
    m_failures->setAccessibleName(m_failures->text());
    m_export->setObjectName(u"requestLogExport"_s);
    m_export->setAccessibleName(m_export->text());
    m_clear->setAccessibleName(m_clear->text());
    connect(m_text, &QLineEdit::textChanged, m_filter, &RequestLogFilter::setText);
    connect(m_text, &QLineEdit::textChanged, this, &RequestLogView::updateState);
    connect(m_failures, &QCheckBox::toggled, m_filter, &RequestLogFilter::setFailuresOnly);
    connect(m_failures, &QCheckBox::toggled, this, &RequestLogView::updateState);
    connect(m_export, &QPushButton::clicked, this, &RequestLogView::exportLog);
    connect(m_clear, &QPushButton::clicked, &m_log, &RequestLog::clear);

    auto *line = rowOf(nullptr, Spacing::M,
                       {m_count, Stretch{}, m_failures, {m_text, 3}, m_export, m_clear});
    return line;
}

void RequestLogView::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void RequestLogView::onCurrentChanged(const QModelIndex &current)
{
    if (!current.isValid()) {
        m_details->hide();
        updateColumns();
        return;
    }
    m_details->showEntry(m_model->at(m_filter->mapToSource(current).row()));
    if (!m_details->isHidden())
        return;
    m_details->show();
    const bool beside = m_splitter->orientation() == Qt::Horizontal;
    const int room = beside ? m_splitter->width() : m_splitter->height();
    const int wanted = beside ? DetailsWidth : room / 2;
    m_splitter->setSizes({room - wanted, wanted});
    updateColumns();
}

void RequestLogView::closeDetails()
{
    m_table->setCurrentIndex({});
    m_table->clearSelection();
    m_details->hide();
    updateColumns();
    m_table->setFocus();
}

void RequestLogView::clearFilter()
{
    m_text->clear();
    m_failures->setChecked(false);
    m_text->setFocus();
}

void RequestLogView::exportLog()
{
    const auto lines = [entries = m_log.entries(), team = m_team, redactor = m_redactor] {
        return requestLines(entries, team, redactor);
    };
    auto *dialog = new ExportDialog(tr("Export log"), u"litedeck-requests"_s,
                                    {{tr("JSON lines"), u"jsonl"_s, lines}}, window());
    dialog->open();
}

void RequestLogView::updateState()
{
    const int all = m_model->rowCount();
    const int shown = m_filter->rowCount();
    m_count->setText(m_filter->isFiltering()
                         //: Attempts in the request log: %1 shown, %2 in all.
                         ? tr("%1 of %2").arg(formatCount(shown), formatCount(all))
                         //: How many attempts the request log has.
                         : tr("%n attempt(s)", nullptr, all));
    m_export->setEnabled(all > 0);
    m_clear->setEnabled(all > 0);
    m_stack->setCurrentIndex(shown > 0 ? 1 : 0);
    if (shown > 0)
        return;
    if (all == 0) {
        m_empty->setContent(u"diagnostics"_s, tr("No requests yet"),
                            tr("Each attempt is listed here as it ends."), Tone::Neutral);
        m_empty->setAction({});
    } else {
        m_empty->setContent(u"filter"_s, tr("No request fits"),
                            tr("Other words, or all results, may find it."), Tone::Neutral);
        m_empty->setAction(tr("Clear filter"));
    }
}

void RequestLogView::updateColumns()
{
    const bool beside = m_splitter->orientation() == Qt::Horizontal && !m_details->isHidden();
    const int room = beside ? m_splitter->sizes().constFirst() : width();
    m_table->setColumnHidden(RequestLogModel::Request, room < WideTable);
    m_table->setColumnHidden(RequestLogModel::Effect, room < MediumTable);
    m_table->setColumnHidden(RequestLogModel::Attempt, room < MediumTable);
}

void RequestLogView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_splitter->setOrientation(width() < NarrowWidth ? Qt::Vertical : Qt::Horizontal);
    updateColumns();
}

} // namespace litedeck
