// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ParameterForm.h"

#include "ui/widgets/FormField.h"
#include "ui/widgets/TextField.h"
#include "ui/widgets/Theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr double MostTokens = 1'000'000'000;
constexpr qsizetype MostStops = 4;

/// The number of a text with a decimal point, or written as in the user's language.
std::optional<double> numberFrom(const QString &text)
{
    bool isNumber = false;
    double number = QLocale::c().toDouble(text, &isNumber);
    if (!isNumber)
        number = QLocale().toDouble(text, &isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

QString textOf(const std::optional<double> &number)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return number ? locale.toString(*number, 'g', QLocale::FloatingPointShortest) : QString();
}

std::optional<double> asDouble(const std::optional<int> &number)
{
    return number ? std::optional<double>(*number) : std::nullopt;
}

} // namespace

ParameterForm::ParameterForm(QWidget *parent)
    : QWidget(parent)
    , m_temperature{new FormField(tr("Temperature"), u"temperature"_s, this), 0, 2}
    , m_topP{new FormField(tr("Top p"), u"topP"_s, this), 0, 1}
    , m_frequencyPenalty{new FormField(tr("Frequency penalty"), u"frequencyPenalty"_s, this), -2, 2}
    , m_presencePenalty{new FormField(tr("Presence penalty"), u"presencePenalty"_s, this), -2, 2}
    , m_maxTokens{new FormField(tr("Max tokens"), u"maxTokens"_s, this), 1, MostTokens, true}
    , m_stop(new TextField(tr("Stop sequences"), u"stopSequences"_s, 2, this))
{
    m_temperature.field->setHint(tr("0 keeps to the likeliest words, 2 is wild"));
    m_topP.field->setHint(tr("0 to 1: the share of likely words to choose from"));
    m_frequencyPenalty.field->setHint(tr("−2 to 2: against saying words again"));
    m_presencePenalty.field->setHint(tr("−2 to 2: for new subjects"));
    m_maxTokens.field->setHint(tr("Where a reply is cut off"));
    m_stop->setHint(tr("Up to 4, one a line; \\n is a line break"));
    m_stop->edit()->setPlaceholderText(tr("Not set"));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(Spacing::L);
    grid->setVerticalSpacing(Spacing::M);
    int place = 0;
    for (const Number &number : numbers()) {
        QLineEdit *edit = number.field->edit();
        edit->setPlaceholderText(tr("Not set"));
        edit->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
        grid->addWidget(number.field, place / 2, place % 2, Qt::AlignTop);
        ++place;
        connect(edit, &QLineEdit::editingFinished, this, [this, edit] { leave(edit); });
        connect(edit, &QLineEdit::textEdited, this, &ParameterForm::showProblems);
    }
    grid->addWidget(m_stop, place / 2, place % 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    connect(m_stop->edit(), &QPlainTextEdit::textChanged, this, &ParameterForm::showProblems);
    m_stop->edit()->installEventFilter(this);
}

QList<ParameterForm::Number> ParameterForm::numbers() const
{
    return {m_temperature, m_topP, m_frequencyPenalty, m_presencePenalty, m_maxTokens};
}

void ParameterForm::setParameters(const ChatParameters &parameters)
{
    m_temperature.field->edit()->setText(textOf(parameters.temperature));
    m_topP.field->edit()->setText(textOf(parameters.topP));
    m_frequencyPenalty.field->edit()->setText(textOf(parameters.frequencyPenalty));
    m_presencePenalty.field->edit()->setText(textOf(parameters.presencePenalty));
    m_maxTokens.field->edit()->setText(textOf(asDouble(parameters.maxTokens)));
    m_stop->edit()->setPlainText(stopsToText(parameters.stop));
    m_left.clear();
    showProblems();
}

ChatParameters ParameterForm::parameters() const
{
    ChatParameters parameters{.temperature = valueOf(m_temperature),
                              .topP = valueOf(m_topP),
                              .frequencyPenalty = valueOf(m_frequencyPenalty),
                              .presencePenalty = valueOf(m_presencePenalty),
                              .stop = stops()};
    if (const auto tokens = valueOf(m_maxTokens))
        parameters.maxTokens = static_cast<int>(*tokens);
    return parameters;
}

std::optional<double> ParameterForm::valueOf(const Number &number)
{
    const auto value = numberFrom(number.field->text());
    const bool isRight = value && *value >= number.minimum && *value <= number.maximum &&
                         (!number.isWhole || *value == std::floor(*value));
    return isRight ? value : std::nullopt;
}

QString ParameterForm::problemOf(const Number &number)
{
    if (number.field->text().isEmpty() || valueOf(number))
        return {};
    if (number.isWhole)
        return tr("Enter a whole number from 1, or leave it empty.");
    const QLocale locale;
    //: %1 and %2 are the least and the greatest number.
    return tr("Enter a number from %1 to %2, or leave it empty.")
        .arg(locale.toString(number.minimum), locale.toString(number.maximum));
}

QStringList ParameterForm::stops() const
{
    return stopsFromText(m_stop->edit()->toPlainText());
}

QString ParameterForm::stopProblem() const
{
    return stops().size() > MostStops
               ? tr("At most %n stop sequence(s).", nullptr, static_cast<int>(MostStops))
               : QString();
}

void ParameterForm::leave(QWidget *control)
{
    if (!m_left.contains(control))
        m_left += control;
    showProblems();
}

void ParameterForm::showProblems()
{
    for (const Number &number : numbers())
        number.field->setProblem(m_left.contains(number.field->edit()) ? problemOf(number)
                                                                       : QString());
    m_stop->setProblem(m_left.contains(m_stop->edit()) ? stopProblem() : QString());
}

bool ParameterForm::check()
{
    const QList<Number> all = numbers();
    for (const Number &number : all)
        leave(number.field->edit());
    leave(m_stop->edit());
    const auto wrong = std::find_if(all.cbegin(), all.cend(), [](const Number &number) {
        return !number.field->problem().isEmpty();
    });
    if (wrong != all.cend())
        wrong->field->edit()->setFocus();
    else if (!m_stop->problem().isEmpty())
        m_stop->edit()->setFocus();
    else
        return true;
    return false;
}

bool ParameterForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        leave(m_stop->edit());
    return QWidget::eventFilter(watched, event);
}

QString stopsToText(const QStringList &stops)
{
    QStringList lines;
    for (QString stop : stops)
        lines += stop.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'\t', u"\\t"_s);
    return lines.join(u'\n');
}

QStringList stopsFromText(const QString &text)
{
    QStringList stops;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        QString stop;
        for (qsizetype i = 0; i < line.size(); ++i) {
            const QChar next = line.at(i) == u'\\' && i + 1 < line.size() ? line.at(++i) : QChar();
            if (next.isNull())
                stop += line.at(i);
            else if (next == u'n')
                stop += u'\n';
            else if (next == u't')
                stop += u'\t';
            else
                stop += next;
        }
        stops += stop;
    }
    return stops;
}

} // namespace litedeck
