// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/ChatRequest.h"

#include <QWidget>

namespace litedeck {

class FormField;
class TextField;

/// The parameters of a chat's calls, each of which may stay empty. Says what is wrong once the user
/// has left a control, or wants to go on.
///
/// The ranges are those of OpenAI's reference of chat completions.
class ParameterForm : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ParameterForm)

public:
    explicit ParameterForm(QWidget *parent = nullptr);

    void setParameters(const ChatParameters &parameters);
    /// What stands in the fields; a number that is wrong counts as not set.
    ChatParameters parameters() const;
    /// Shows all problems and puts the focus on the first one; false when there is any.
    bool check();

private:
    struct Number
    {
        FormField *field = nullptr;
        double minimum = 0;
        double maximum = 0;
        bool isWhole = false;
    };

    static std::optional<double> valueOf(const Number &number);
    static QString problemOf(const Number &number);
    QList<Number> numbers() const;
    QStringList stops() const;
    QString stopProblem() const;
    void leave(QWidget *control);
    void showProblems();
    bool eventFilter(QObject *watched, QEvent *event) override;

    const Number m_temperature;
    const Number m_topP;
    const Number m_frequencyPenalty;
    const Number m_presencePenalty;
    const Number m_maxTokens;
    TextField *m_stop;
    QList<QWidget *> m_left; ///< Controls whose problems are shown.
};

/// One text a line; `\n` and `\t` stand for a line break and a tab, `\\` for a backslash.
QString stopsToText(const QStringList &stops);
/// Lines without any text are left out.
QStringList stopsFromText(const QString &text);

} // namespace litedeck
