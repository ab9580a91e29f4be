// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ModelChoice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString notOfferedText(const ModelAlias &model)
{
    //: %1 is a model such as "gpt-4o".
    return ModelChoice::tr("The team may not use %1: choose another model").arg(model.value);
}

} // namespace

ModelChoice::ModelChoice(QWidget *parent)
    : QComboBox(parent)
{
    setObjectName(u"model"_s);
    setAccessibleName(tr("Model"));
    setFacts({});
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
}

void ModelChoice::offer(const QStringList &aliases)
{
    const ModelAlias before = chosen();
    m_offered = aliases;
    clear();
    addItems(aliases);
    if (!before.isEmpty())
        choose(before);
    else
        emit changed();
}

void ModelChoice::choose(const ModelAlias &model)
{
    for (int row = count() - 1; row >= 0 && m_offered; --row) {
        const QString listed = itemText(row);
        if (listed != model.value && !m_offered->contains(listed))
            removeItem(row);
    }
    int index = findText(model.value);
    if (index < 0 && !model.isEmpty()) {
        addItem(model.value);
        index = count() - 1;
        if (m_offered)
            setItemData(index, notOfferedText(model), Qt::ToolTipRole);
    }
    setCurrentIndex(std::max(index, 0));
    emit changed();
}

void ModelChoice::chooseOffered()
{
    if (m_offered && !m_offered->isEmpty())
        choose({m_offered->constFirst()});
}

QString ModelChoice::problem() const
{
    if (isOffered())
        return {};
    return m_offered->isEmpty() ? tr("The team may use no model: ask its administrator for one")
                                : notOfferedText(chosen());
}

void ModelChoice::setFacts(const QString &facts)
{
    const QString usual = tr("The model that answers the next message");
    setToolTip(facts.isEmpty() ? usual : usual + u'\n' + facts);
    setAccessibleDescription(facts);
}

void ModelChoice::open()
{
    setFocus(Qt::ShortcutFocusReason);
    showPopup();
}

} // namespace litedeck
