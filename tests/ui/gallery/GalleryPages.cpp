// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GalleryPages.h"

#include "ui/widgets/Badge.h"
#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Readout.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/SectionHeading.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace litedeck::gallery {

namespace {

QWidget *scrolled(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(content);
    return area;
}

QWidget *row(const QList<QWidget *> &widgets)
{
    auto *box = new QWidget;
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget : widgets)
        line->addWidget(widget);
    line->addStretch(1);
    return box;
}

QPushButton *pushButton(const QString &text, ButtonRole role, bool enabled = true,
                        const QString &iconName = {})
{
    auto *button = new QPushButton(text);
    setButtonRole(button, role);
    button->setEnabled(enabled);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    return button;
}

Card *buttonsCard()
{
    auto *card = new Card(u"Buttons"_s);
    card->addHeaderWidget(new IconButton(u"more"_s, u"More"_s));
    card->content()->addWidget(
        row({pushButton(u"Retry now"_s, ButtonRole::Primary, true, u"retry"_s),
             pushButton(u"Cancel retry"_s, ButtonRole::Plain),
             pushButton(u"Copy report"_s, ButtonRole::Plain, true, u"copy"_s),
             pushButton(u"Delete chat"_s, ButtonRole::Danger, true, u"trash"_s)}));
    card->content()->addWidget(row({pushButton(u"Disabled"_s, ButtonRole::Primary, false),
                                    pushButton(u"Disabled"_s, ButtonRole::Plain, false, u"copy"_s),
                                    pushButton(u"Disabled"_s, ButtonRole::Danger, false)}));
    auto *send = new IconButton(u"send"_s, u"Send"_s);
    setButtonRole(send, ButtonRole::Primary);
    auto *stop = new IconButton(u"stop"_s, u"Stop"_s);
    stop->setTone(Tone::Danger);
    auto *off = new IconButton(u"retry"_s, u"Regenerate"_s);
    off->setEnabled(false);
    auto *checked = new IconButton(u"filter"_s, u"Filter"_s);
    checked->setCheckable(true);
    checked->setChecked(true);
    auto *menuButton = new QToolButton;
    menuButton->setText(u"gpt-4o-mini"_s);
    menuButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    menuButton->setPopupMode(QToolButton::InstantPopup);
    menuButton->setMenu(new QMenu(menuButton));
    auto *focused = new IconButton(u"edit"_s, u"Edit"_s);
    focused->setObjectName(u"galleryFocus"_s);
    card->content()->addWidget(
        row({send, stop, new IconButton(u"copy"_s, u"Copy"_s), focused, off, checked, menuButton}));
    return card;
}

Card *fieldsCard()
{
    auto *card = new Card(u"Fields"_s);
    auto *search = new QLineEdit;
    search->setPlaceholderText(u"Search jobs"_s);
    search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    auto *filled = new QLineEdit(u"https://gateway.example.com"_s);
    auto *disabled = new QLineEdit(u"Not editable"_s);
    disabled->setEnabled(false);
    auto *combo = new QComboBox;
    combo->addItems({u"All statuses"_s, u"Completed"_s, u"Failed"_s});
    auto *spin = new QSpinBox;
    spin->setRange(0, 600);
    spin->setValue(30);
    spin->setSuffix(u" s"_s);
    auto *text = new QPlainTextEdit(u"Write a message… 你好 👋🏽 مرحبا"_s);
    text->setFixedHeight(72);
    auto *on = new QCheckBox(u"Retry by itself"_s);
    on->setChecked(true);
    auto *partly = new QCheckBox(u"Some"_s);
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    auto *first = new QRadioButton(u"Light"_s);
    first->setChecked(true);
    auto *progress = new QProgressBar;
    progress->setValue(62);
    progress->setTextVisible(false);
    card->content()->addWidget(search);
    card->content()->addWidget(filled);
    card->content()->addWidget(disabled);
    card->content()->addWidget(row({combo, spin}));
    card->content()->addWidget(text);
    card->content()->addWidget(row({on, new QCheckBox(u"Verbose log"_s), partly}));
    card->content()->addWidget(row({first, new QRadioButton(u"Dark"_s)}));
    card->content()->addWidget(progress);
    card->content()->addStretch(1);
    return card;
}

Card *wordsCard()
{
    auto *card = new Card(u"Readouts and badges"_s);
    auto *credits = new Readout(u"Credits left"_s);
    credits->setValue(u"1,412"_s, u"of 5,000"_s);
    auto *cost = new Readout(u"Cost this month"_s);
    cost->setValue(u"$12.40"_s, u"reported by the server"_s);
    auto *failed = new Readout(u"Failed jobs"_s);
    failed->setValue(u"3"_s, u"in the last 24 hours"_s);
    auto *numbers = new QWidget;
    auto *line = new QHBoxLayout(numbers);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Spacing::XL);
    for (Readout *readout : {credits, cost, failed})
        line->addWidget(readout, 1);
    card->content()->addWidget(numbers);
    card->content()->addWidget(
        row({new Badge(u"Completed"_s, Tone::Success), new Badge(u"In progress"_s, Tone::Accent),
             new Badge(u"Waiting"_s, Tone::Neutral), new Badge(u"Not charged"_s, Tone::Warning),
             new Badge(u"Failed"_s, Tone::Danger)}));
    auto *id = new ElidedLabel;
    id->setText(u"job 7f0c1f6e-0b8e-4f8e-9b1a-2f7d9f6f5a10 in team acme-research"_s);
    id->setFont(Fonts::mono());
    id->setMuted(true);
    id->setElideMode(Qt::ElideMiddle);
    card->content()->addWidget(id);
    return card;
}

Card *noticesCard()
{
    auto *card = new Card(u"Notices"_s);
    auto *info = new InlineNotice(u"The reply above was restored after the last session ended."_s,
                                  Tone::Accent);
    auto *warning = new InlineNotice(
        u"Your team is paused, so nothing can be sent. An admin of your organisation can resume it; your chats stay readable."_s,
        Tone::Warning);
    warning->setAction(u"Check again"_s);
    auto *error = new InlineNotice(u"The provider refused the key of this server."_s, Tone::Danger);
    error->setAction(u"Show evidence"_s);
    error->setClosable(false);
    auto *done = new InlineNotice(u"12 jobs exported."_s, Tone::Success);
    for (InlineNotice *notice : {info, warning, error, done})
        card->content()->addWidget(notice);
    return card;
}

/// The status column as badges, as the Jobs page will have it.
class StatusDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem blank(option);
        initStyleOption(&blank, index);
        const QString text = std::exchange(blank.text, {});
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &blank, painter,
                                            option.widget);
        Badge::paint(painter, QRectF(option.rect).adjusted(Spacing::M, 0, -6, 0), text,
                     Tone(index.data(Qt::UserRole).toInt()), option.palette);
    }
};

void fillJobs(QStandardItemModel *model)
{
    struct State
    {
        QString text;
        Tone tone;
    };
    const std::array states{State{u"Completed"_s, Tone::Success}, State{u"Failed"_s, Tone::Danger},
                            State{u"In progress"_s, Tone::Accent},
                            State{u"Not charged"_s, Tone::Warning}};
    const std::array types{u"chat"_s, u"document-analysis"_s, u"summary of the weekly report"_s};
    model->setHorizontalHeaderLabels(
        {u"Status"_s, u"Type"_s, u"Model"_s, u"Started"_s, u"Calls"_s, u"Cost"_s, u"Job"_s});
    for (const int column : {4, 5})
        model->setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter),
                             Qt::TextAlignmentRole);
    for (int i = 0; i < 60; ++i) {
        const State &state = states.at(size_t(i * 7 % 11 % 4));
        auto *status = new QStandardItem(state.text);
        status->setData(int(state.tone), Qt::UserRole);
        auto *cost = new QStandardItem(i % 5 == 3 ? u"not reported"_s : u"$0.00%1"_s.arg(31 + i));
        cost->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *calls = new QStandardItem(QString::number(1 + i % 9));
        calls->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *id = new QStandardItem(u"7f0c%1f6e-0b8e-4f8e-9b1a-2f7d9f6f5a10"_s.arg(i));
        id->setFont(Fonts::mono());
        model->appendRow({status, new QStandardItem(types.at(size_t(i % 3))),
                          new QStandardItem(i % 2 == 0 ? u"gpt-4o-mini"_s : u"claude-sonnet"_s),
                          new QStandardItem(u"09:%1:12"_s.arg(59 - i, 2, 10, '0'_L1)), calls, cost,
                          id});
    }
}

} // namespace

QWidget *createControlsPage()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(Spacing::L, Spacing::L, Spacing::L, Spacing::L);
    grid->setSpacing(Spacing::L);
    grid->addWidget(wordsCard(), 0, 0);
    grid->addWidget(buttonsCard(), 1, 0);
    grid->addWidget(noticesCard(), 2, 0);
    grid->addWidget(fieldsCard(), 0, 1, 3, 1);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->setRowStretch(3, 1);
    return scrolled(page);
}

QWidget *createTablePage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(Spacing::L, Spacing::L, Spacing::L, Spacing::L);
    auto *tabs = new QTabWidget;
    auto *card = new Card(u"Jobs"_s);
    card->setFlush(true);
    auto *search = new QLineEdit;
    search->setPlaceholderText(u"Search jobs"_s);
    search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    auto *combo = new QComboBox;
    combo->addItems({u"All statuses"_s, u"Completed"_s});
    card->addHeaderWidget(search);
    card->addHeaderWidget(combo);
    card->addHeaderWidget(new IconButton(u"export"_s, u"Export"_s));
    auto *table = new RowTable;
    auto *model = new QStandardItemModel(table);
    fillJobs(model);
    table->setModel(model);
    table->setItemDelegateForColumn(0, new StatusDelegate(table));
    table->setSortingEnabled(true);
    table->horizontalHeader()->setSortIndicator(3, Qt::DescendingOrder);
    table->resizeColumnsToContents();
    table->setColumnWidth(0, 136);
    table->selectRow(3);
    card->content()->addWidget(table);
    tabs->addTab(card, u"All jobs"_s);
    tabs->addTab(new QWidget, u"Failed"_s);
    tabs->addTab(new QWidget, u"By model"_s);
    column->addWidget(tabs);
    return page;
}

QWidget *createListPage()
{
    auto *splitter = new QSplitter;
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->addWidget(pushButton(u"New chat"_s, ButtonRole::Plain, true, u"new-chat"_s));
    auto *list = new QListWidget;
    list->setFrameShape(QFrame::NoFrame);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (int i = 0; i < 40; ++i)
        list->addItem(new QListWidgetItem(icon(i % 6 == 0 ? u"pin"_s : u"chats"_s),
                                          u"Conversation %1 about credits"_s.arg(i + 1)));
    list->setCurrentRow(2);
    column->addWidget(list);
    auto *empty = new EmptyState(
        u"chats"_s, u"Ask your first question"_s,
        u"What you write becomes a job of your team. You see what it cost as soon as the server says so."_s);
    empty->setAction(u"New chat"_s);
    splitter->addWidget(side);
    splitter->addWidget(empty);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({260, 800});
    return splitter;
}

QWidget *createIconsPage()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(Spacing::L, Spacing::L, Spacing::L, Spacing::L);
    int at = 0;
    const QStringList files = QDir(u":/litedeck/icons"_s).entryList({u"*.svg"_s}, QDir::Files);
    for (const QString &file : files) {
        const QString name = file.chopped(4);
        auto *button = new QToolButton;
        button->setAutoRaise(true);
        button->setIcon(icon(name, Tone::Neutral));
        button->setIconSize({24, 24});
        button->setText(name);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setFont(Fonts::small());
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        grid->addWidget(button, at / 8, at % 8);
        ++at;
    }
    auto *marks = new QWidget;
    auto *line = new QHBoxLayout(marks);
    for (const int side : {16, 24, 32, 64, 128}) {
        auto *mark = new QLabel;
        mark->setPixmap(appIcon().pixmap(QSize(side, side), mark->devicePixelRatioF()));
        line->addWidget(mark);
    }
    line->addStretch(1);
    grid->addWidget(marks, at / 8 + 1, 0, 1, 8);
    grid->setRowStretch(at / 8 + 2, 1);
    return scrolled(page);
}

QWidget *createErrorPanel()
{
    auto *panel = new QWidget;
    auto *line = new QHBoxLayout(panel);
    line->setContentsMargins(Spacing::L, Spacing::S, Spacing::L, Spacing::M);
    auto *retry = new Card(u"Can be retried"_s);
    auto *waiting =
        new InlineNotice(u"Too many requests: again in 12 s (2 of 3)."_s, Tone::Warning);
    waiting->setAction(u"Retry now"_s);
    retry->content()->addWidget(waiting);
    retry->content()->addStretch(1);
    auto *attention = new Card(u"Needs attention"_s);
    attention->content()->addWidget(
        new InlineNotice(u"Your team's admin must allow the model claude-opus."_s, Tone::Danger));
    attention->content()->addStretch(1);
    line->addWidget(retry, 1);
    line->addWidget(attention, 1);
    return panel;
}

} // namespace litedeck::gallery
