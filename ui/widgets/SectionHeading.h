// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace litedeck {

/// The title of a part of a page, in Fonts::heading(); plain text.
class SectionHeading : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SectionHeading)

public:
    explicit SectionHeading(const QString &text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// For a first letter that reaches out to the left, such as J, which a label would cut.
    void makeRoom();
};

/// A label in Theme::mutedText that wraps, for captions and explanations; plain text.
class MutedLabel : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MutedLabel)

public:
    explicit MutedLabel(const QString &text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateColor();
};

} // namespace litedeck
