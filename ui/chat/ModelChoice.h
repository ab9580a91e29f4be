// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <QComboBox>

#include <optional>

namespace litedeck {

/// The models to choose from. One that is chosen and not offered is listed as long as it is chosen,
/// and marked.
class ModelChoice : public QComboBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ModelChoice)

public:
    explicit ModelChoice(QWidget *parent = nullptr);

    /// Offers these models, as the server said, and keeps the chosen one.
    void offer(const QStringList &aliases);
    /// Whether the chosen model is offered, or it is not known yet which ones are.
    bool isOffered() const { return !m_offered || m_offered->contains(chosen().value); }
    /// Chooses the first of those that are offered; keeps the chosen one when none is.
    void chooseOffered();
    ModelAlias chosen() const { return {currentText()}; }
    void choose(const ModelAlias &model);
    /// What is known of the chosen model, said when it is pointed at or read out.
    void setFacts(const QString &facts);
    /// Why the chosen model cannot answer, in a sentence; empty when it can.
    QString problem() const;
    /// Takes the focus and opens the list.
    void open();

signals:
    /// What is offered or chosen was changed by the program.
    void changed();

private:
    std::optional<QStringList> m_offered; ///< What the server said; none before.
};

} // namespace litedeck
