// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SettingsDialog.h"

#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QGridLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int DialogWidth = 460;

QWidget *caption(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(buddy);
    buddy->setAccessibleName(text);
    return label;
}

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_scheme(new QComboBox(this))
    , m_sendOnEnter(new QCheckBox(tr("Enter sends the message"), this))
    , m_retries(new QSpinBox(this))
    , m_wholeReply(addSeconds(Keys::WholeReplySeconds, u"settingsWholeReply"_s))
    , m_streamSilence(addSeconds(Keys::StreamSilenceSeconds, u"settingsStreamSilence"_s))
    , m_backups(new QSpinBox(this))
    , m_backupGroup(new QWidget(this))
    , m_backupPlace(new MutedLabel({}, this))
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    m_scheme->setObjectName(u"settingsScheme"_s);
    m_scheme->addItem(tr("Like the desktop"), u"system"_s);
    m_scheme->addItem(tr("Light"), u"light"_s);
    m_scheme->addItem(tr("Dark"), u"dark"_s);
    m_sendOnEnter->setObjectName(u"settingsSendOnEnter"_s);
    m_sendOnEnter->setAccessibleName(m_sendOnEnter->text());
    m_retries->setObjectName(u"settingsRetries"_s);
    m_retries->setRange(Keys::MaxRetries.minimum, Keys::MaxRetries.maximum);
    m_backups->setObjectName(u"settingsBackups"_s);
    m_backups->setRange(Keys::Backups.minimum, Keys::Backups.maximum);
    //: No backups are kept.
    m_backups->setSpecialValueText(tr("None"));
    m_backupGroup->hide();
    build();
    read();

    connect(m_scheme, &QComboBox::activated, this, &SettingsDialog::onSchemeChosen);
    connect(m_sendOnEnter, &QCheckBox::toggled, this,
            [this](bool sends) { m_settings.set(Keys::SendOnEnter, sends); });
    connect(m_retries, &QSpinBox::valueChanged, this,
            [this](int retries) { m_settings.set(Keys::MaxRetries, retries); });
    connect(m_backups, &QSpinBox::valueChanged, this,
            [this](int backups) { m_settings.set(Keys::Backups, backups); });
    connect(&settings, &Settings::changed, this, &SettingsDialog::read);
}

QSpinBox *SettingsDialog::addSeconds(const NumberKey &key, const QString &name)
{
    auto *seconds = new QSpinBox(this);
    seconds->setObjectName(name);
    seconds->setRange(key.minimum, key.maximum);
    seconds->setKeyboardTracking(false);
    //: After a number of seconds.
    seconds->setSuffix(tr(" s"));
    //: Stands for 0 seconds.
    seconds->setSpecialValueText(tr("No limit"));
    connect(seconds, &QSpinBox::valueChanged, this,
            [this, key](int value) { m_settings.set(key, value); });
    return seconds;
}

void SettingsDialog::setBackupDirectory(const QString &directory)
{
    m_backupDirectory = directory;
    m_backupPlace->setText(tr("One a day, in %1. “Import chats” takes the chats of a backup that "
                              "are not here any more.")
                               .arg(QDir::toNativeSeparators(directory)));
    m_backupGroup->show();
}

void SettingsDialog::build()
{
    auto *title = new QLabel(tr("Settings"), this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(Fonts::title());
    auto *connection = new QPushButton(icon(u"server"_s), tr("Edit connection…"), this);
    connection->setObjectName(u"settingsConnect"_s);
    connection->setAccessibleName(tr("Edit connection"));
    connection->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"settingsClose"_s);
    close->setAccessibleName(tr("Close"));
    close->setDefault(true);
    setButtonRole(close, ButtonRole::Primary);
    connect(connection, &QPushButton::clicked, this, &SettingsDialog::askToConnect);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Spacing::XL);
    grid->setVerticalSpacing(Spacing::M);
    grid->setColumnStretch(0, 1);
    grid->addWidget(caption(tr("Colours"), m_scheme, this), 0, 0);
    grid->addWidget(m_scheme, 0, 1);
    grid->addWidget(caption(tr("Further tries after a failure"), m_retries, this), 1, 0);
    grid->addWidget(m_retries, 1, 1);
    grid->addWidget(new MutedLabel(tr("Calls that may have been charged are never repeated by "
                                      "themselves."),
                                   this),
                    2, 0, 1, 2);
    grid->addWidget(m_sendOnEnter, 3, 0, 1, 2);
    grid->addWidget(
        new MutedLabel(tr("Otherwise Ctrl+Enter sends, and Enter begins a new line."), this), 4, 0,
        1, 2);
    grid->addWidget(new SectionHeading(tr("Waiting"), this), 5, 0, 1, 2);
    grid->addWidget(caption(tr("Silence before a reply begins"), m_wholeReply, this), 6, 0);
    grid->addWidget(m_wholeReply, 6, 1);
    grid->addWidget(caption(tr("Silence within a reply"), m_streamSilence, this), 7, 0);
    grid->addWidget(m_streamSilence, 7, 1);
    grid->addWidget(
        new MutedLabel(tr("A reply is given up after this much silence, and never while "
                          "it goes on. A gateway that sends replies in one piece is "
                          "silent for as long as the model writes."),
                       this),
        8, 0, 1, 2);
    auto *openBackups = new QPushButton(tr("Open the folder"), m_backupGroup);
    openBackups->setObjectName(u"settingsOpenBackups"_s);
    openBackups->setAccessibleName(tr("Open the folder of the backups"));
    openBackups->setAutoDefault(false);
    connect(openBackups, &QPushButton::clicked, this, &SettingsDialog::openBackups);
    auto *backups = new QGridLayout(m_backupGroup);
    backups->setContentsMargins({});
    backups->setHorizontalSpacing(Spacing::XL);
    backups->setVerticalSpacing(Spacing::M);
    backups->setColumnStretch(0, 1);
    backups->addWidget(caption(tr("Backups of the chats"), m_backups, m_backupGroup), 0, 0);
    backups->addWidget(m_backups, 0, 1);
    backups->addWidget(m_backupPlace, 1, 0, 1, 2);
    backups->addWidget(openBackups, 2, 0, Qt::AlignLeft);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(connection);
    buttons->addStretch(1);
    buttons->addWidget(close);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::XL, Spacing::XL, Spacing::L);
    column->setSpacing(Spacing::L);
    column->addWidget(title);
    column->addLayout(grid);
    column->addWidget(m_backupGroup);
    column->addStretch(1);
    column->addLayout(buttons);
    setMinimumWidth(DialogWidth);
}

void SettingsDialog::read()
{
    const int entry = m_scheme->findData(m_settings.get(Keys::ColorScheme));
    m_scheme->setCurrentIndex(qMax(0, entry));
    m_sendOnEnter->setChecked(m_settings.get(Keys::SendOnEnter));
    m_retries->setValue(m_settings.get(Keys::MaxRetries));
    m_wholeReply->setValue(m_settings.get(Keys::WholeReplySeconds));
    m_streamSilence->setValue(m_settings.get(Keys::StreamSilenceSeconds));
    m_backups->setValue(m_settings.get(Keys::Backups));
}

void SettingsDialog::onSchemeChosen(int entry)
{
    m_settings.set(Keys::ColorScheme, m_scheme->itemData(entry).toString());
}

void SettingsDialog::openBackups()
{
    // Before the first one there is no folder yet.
    QDir().mkpath(m_backupDirectory);
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_backupDirectory));
}

void SettingsDialog::askToConnect()
{
    accept();
    emit connectRequested();
}

} // namespace litedeck
