// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/BlockRules.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck::block {

namespace {

bool isBlank(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c == u' ' || c == u'\t'; });
}

qsizetype runLength(QStringView text, QChar mark)
{
    qsizetype n = 0;
    while (n < text.size() && text[n] == mark)
        ++n;
    return n;
}

} // namespace

qsizetype indentOf(QStringView line)
{
    return runLength(line, u' ');
}

QString expandLeadingTabs(QStringView line, qsizetype columns)
{
    QString out;
    out.reserve(line.size() + 8);
    qsizetype i = 0;
    for (; i < line.size() && out.size() < columns; ++i) {
        const QChar c = line[i];
        if (c == u'\t')
            out.append(QString(4 - out.size() % 4, u' '));
        else if (u" >*+-.)0123456789"_s.contains(c))
            out.append(c);
        else
            break;
    }
    return out.append(line.mid(i));
}

int atxLevel(QStringView line)
{
    const qsizetype n = runLength(line, u'#');
    if (n < 1 || n > 6)
        return 0;
    return n == line.size() || line[n] == u' ' || line[n] == u'\t' ? int(n) : 0;
}

QStringView atxText(QStringView line, int level)
{
    QStringView text = line.mid(level).trimmed();
    qsizetype end = text.size();
    while (end > 0 && text[end - 1] == u'#')
        --end;
    if (end == 0)
        return {};
    if (end < text.size() && (text[end - 1] == u' ' || text[end - 1] == u'\t'))
        text = text.first(end).trimmed();
    return text;
}

int setextLevel(QStringView line)
{
    const QStringView text = line.trimmed();
    if (text.isEmpty() || (text[0] != u'=' && text[0] != u'-'))
        return 0;
    if (runLength(text, text[0]) != text.size())
        return 0;
    return text[0] == u'=' ? 1 : 2;
}

bool isRule(QStringView line)
{
    if (line.isEmpty() || !u"-_*"_s.contains(line[0]))
        return false;
    qsizetype marks = 0;
    for (const QChar c : line) {
        if (c == line[0])
            ++marks;
        else if (c != u' ' && c != u'\t')
            return false;
    }
    return marks >= 3;
}

std::optional<Fence> fenceStart(QStringView line)
{
    const qsizetype indent = indentOf(line);
    const QStringView text = line.mid(indent);
    if (text.isEmpty() || (text[0] != u'`' && text[0] != u'~'))
        return {};
    const qsizetype length = runLength(text, text[0]);
    const QStringView info = text.mid(length).trimmed();
    if (length < 3 || (text[0] == u'`' && info.contains(u'`')))
        return {};
    return Fence{text[0], length, indent, info};
}

bool closesFence(QStringView line, QChar mark, qsizetype length)
{
    const qsizetype indent = indentOf(line);
    const QStringView text = line.mid(indent).trimmed();
    return indent <= 3 && text.size() >= length && runLength(text, mark) == text.size();
}

std::optional<ItemMarker> itemMarker(QStringView line)
{
    if (line.isEmpty())
        return {};
    ItemMarker item;
    if (u"-+*"_s.contains(line[0])) {
        item.mark = line[0];
        item.width = 1;
    } else {
        qsizetype digits = 0;
        while (digits < line.size() && line[digits] >= u'0' && line[digits] <= u'9')
            ++digits;
        if (digits < 1 || digits > 9 || digits == line.size() ||
            (line[digits] != u'.' && line[digits] != u')'))
            return {};
        item.number = line.first(digits).toInt();
        item.mark = line[digits];
        item.width = digits + 1;
    }
    const QStringView after = line.mid(item.width);
    item.empty = isBlank(after);
    if (!after.isEmpty() && after[0] != u' ' && after[0] != u'\t')
        return {};
    const qsizetype blanks = indentOf(after);
    item.offset = item.width + (item.empty || blanks > 4 ? 1 : blanks);
    item.offset = std::min(item.offset, line.size());
    return item;
}

QList<ColumnAlignment> delimiterRow(QStringView line)
{
    if (!line.contains(u'-') || !(line.contains(u'|') || line.contains(u':')))
        return {};
    for (const QChar c : line) {
        if (!u"|:- \t"_s.contains(c))
            return {};
    }
    QList<ColumnAlignment> columns;
    const QStringList cells = tableCells(line);
    for (const QString &cell : cells) {
        const bool left = cell.startsWith(u':');
        const bool right = cell.size() > 1 && cell.endsWith(u':');
        const QStringView dashes = QStringView(cell).sliced(left, cell.size() - left - right);
        if (dashes.isEmpty() || runLength(dashes, u'-') != dashes.size())
            return {};
        columns.append(left && right ? ColumnAlignment::Center
                       : left        ? ColumnAlignment::Left
                       : right       ? ColumnAlignment::Right
                                     : ColumnAlignment::None);
    }
    return columns;
}

QStringList tableCells(QStringView line)
{
    QStringView row = line.trimmed();
    if (row.startsWith(u'|'))
        row = row.mid(1);
    QStringList cells;
    QString cell;
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (row[i] == u'\\' && i + 1 < row.size() && row[i + 1] == u'|') {
            cell.append(row[++i]);
        } else if (row[i] == u'|') {
            cells.append(cell.trimmed());
            cell.clear();
        } else {
            cell.append(row[i]);
        }
    }
    if (!cell.trimmed().isEmpty() || cells.isEmpty())
        cells.append(cell.trimmed());
    return cells;
}

std::optional<Definition> definition(QStringView line)
{
    if (!line.startsWith(u'[') || line.startsWith(u"[^"))
        return {};
    const qsizetype close = line.indexOf(u"]:");
    if (close < 2 || line.first(close).mid(1).contains(u'['))
        return {};
    QStringView rest = line.mid(close + 2).trimmed();
    const qsizetype end =
        std::find_if(rest.begin(), rest.end(), [](QChar c) { return c == u' ' || c == u'\t'; }) -
        rest.begin();
    QStringView target = rest.first(end);
    const QStringView title = rest.mid(end).trimmed();
    const bool titled =
        title.size() > 1 && u"\"'("_s.contains(title.front()) && u"\"')"_s.contains(title.back());
    if (target.isEmpty() || !(title.isEmpty() || titled))
        return {};
    if (target.startsWith(u'<') && target.endsWith(u'>'))
        target = target.sliced(1, target.size() - 2);
    return Definition{foldedLabel(line.sliced(1, close - 1)), target.toString()};
}

QString foldedLabel(QStringView label)
{
    return label.toString().simplified().toCaseFolded();
}

bool isUndecided(QStringView partialLine)
{
    const QStringView text = partialLine.trimmed();
    if (text.startsWith(u'[') && text.contains(u"]:"))
        return true;
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return u"-=*_+#>`~|:.)0123456789[ \t"_s.contains(c); });
}

} // namespace litedeck::block
