// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/LinkDialog.h"

#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString refusalText(LinkRefusal refusal)
{
    switch (refusal) {
    case LinkRefusal::Broken:
        return LinkDialog::tr("This is no address that can be opened.");
    case LinkRefusal::Relative:
        return LinkDialog::tr("This leads on from a page that is not here.");
    case LinkRefusal::Scheme:
        return LinkDialog::tr("Litedeck opens web pages and mail addresses only.");
    }
    Q_UNREACHABLE();
}

QString warningText(const LinkTarget &target)
{
    QStringList lines;
    if (!target.user.isEmpty())
        //: %1 and %2 are hosts such as "example.org".
        lines += LinkDialog::tr("“%1” is only a name to sign in with. The link leads to %2.")
                     .arg(target.user, target.host);
    if (!target.lookalike.isEmpty())
        lines += LinkDialog::tr("Written out, the host reads “%1”. Some of its letters may be "
                                "others than they seem.")
                     .arg(target.lookalike);
    return lines.join(u'\n');
}

QPushButton *makeButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

} // namespace

LinkDialog::LinkDialog(const QString &link, QWidget *parent)
    : QDialog(parent)
    , m_target(judgeLink(link))
{
    setObjectName(u"openLink"_s);
    setWindowTitle(m_target ? tr("Open this link?") : tr("This link cannot be opened"));
    build(m_target ? m_target->text() : link);
}

void LinkDialog::build(const QString &link)
{
    constexpr int Width = 480;
    constexpr int AddressHeight = 96;
    auto *title =
        new QLabel(m_target && !m_target->host.isEmpty() ? m_target->host : windowTitle());
    title->setObjectName(u"linkHost"_s);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    title->setFont(Fonts::title());
    const QString warning = m_target ? warningText(*m_target) : refusalText(m_target.error());
    auto *notice = new InlineNotice(warning, Tone::Warning);
    notice->setObjectName(u"linkWarning"_s);
    notice->setClosable(false);
    notice->setVisible(!warning.isEmpty());
    // However long the address is, all of it can be looked at.
    auto *address = new QPlainTextEdit(link);
    address->setObjectName(u"linkAddress"_s);
    address->setAccessibleName(tr("Address"));
    address->setReadOnly(true);
    address->setTabChangesFocus(true);
    address->setFont(Fonts::mono());
    address->setWordWrapMode(QTextOption::WrapAnywhere);
    address->setFixedHeight(AddressHeight);

    auto *copy = makeButton(u"linkCopy"_s, tr("Copy link"));
    auto *cancel = makeButton(u"linkCancel"_s, tr("Cancel"));
    auto *open = makeButton(u"linkOpen"_s, tr("Open"));
    open->setVisible(m_target.hasValue());
    connect(copy, &QPushButton::clicked, this,
            [link] { QGuiApplication::clipboard()->setText(link); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(open, &QPushButton::clicked, this, [this] {
        accept();
        QDesktopServices::openUrl(m_target->url);
    });
    QPushButton *first = m_target && !m_target->isDeceptive() ? open : cancel;
    first->setDefault(true);
    setButtonRole(first, ButtonRole::Primary);
    first->setFocus();

    auto *buttons = rowOf(nullptr, Spacing::S, {copy, Stretch{}, cancel, open});
    columnOf(this, Spacing::M, {title, notice, address, buttons},
             {Spacing::XL, Spacing::XL, Spacing::XL, Spacing::L});
    setMinimumWidth(Width);
}

} // namespace litedeck
