// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/TableExport.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

bool isText(const QVariant &cell)
{
    return cell.typeId() == QMetaType::QString;
}

/// Numbers, times and truth values as machines read them; empty for what is not known.
QByteArray plain(const QVariant &cell)
{
    if (cell.typeId() == QMetaType::QDateTime)
        return cell.toDateTime().toUTC().toString(Qt::ISODate).toLatin1();
    return cell.toByteArray();
}

QByteArray csvCell(const QVariant &cell)
{
    return isText(cell) ? csvText(cell.toString()) : plain(cell);
}

QJsonValue jsonCell(const QVariant &cell)
{
    switch (cell.typeId()) {
    case QMetaType::UnknownType:
        return {};
    case QMetaType::QByteArray:
        return cell.toDouble();
    case QMetaType::QDateTime:
        return QString::fromLatin1(plain(cell));
    default:
        return QJsonValue::fromVariant(cell);
    }
}

QByteArray markdownCell(const QVariant &cell)
{
    if (!isText(cell))
        return plain(cell);
    QString text = cell.toString().simplified();
    text.replace(u'\\', "\\\\"_L1).replace(u'|', "\\|"_L1).replace(u'<', "&lt;"_L1);
    return text.toUtf8();
}

template <typename Cell>
QByteArray joined(const QVariantList &cells, Cell cell, const char *separator)
{
    QByteArrayList fields;
    for (const QVariant &value : cells)
        fields += cell(value);
    return fields.join(separator);
}

QByteArray line(const QStringList &names, const QVariantList &cells, TableFormat format)
{
    switch (format) {
    case TableFormat::Csv:
        return joined(cells, csvCell, ",") + "\r\n";
    case TableFormat::Markdown:
        return "| " + joined(cells, markdownCell, " | ") + " |\n";
    case TableFormat::Json: {
        QJsonObject object;
        for (qsizetype i = 0; i < names.size(); ++i)
            object.insert(names.at(i), jsonCell(cells.at(i)));
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    }
    Q_UNREACHABLE();
}

QByteArray head(const QStringList &names, TableFormat format)
{
    const QByteArray columns = names.join(format == TableFormat::Csv ? u","_s : u" | "_s).toUtf8();
    switch (format) {
    case TableFormat::Csv:
        return columns + "\r\n";
    case TableFormat::Markdown:
        return "| " + columns + " |\n|" + QByteArray(" --- |").repeated(names.size()) + "\n";
    case TableFormat::Json:
        return "[\n";
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray csvText(const QString &text)
{
    static constexpr QStringView Starters = u"=+-@\t\r\n";
    QByteArray field = text.toUtf8().replace('"', "\"\"");
    if (!text.isEmpty() && Starters.contains(text.front()))
        field.prepend('\'');
    return '"' + field + '"';
}

QByteArray tableBytes(const ExportTable &table, TableFormat format, const Redactor &redactor,
                      ExportProgress &progress)
{
    QByteArray bytes = head(table.names, format);
    for (qsizetype row = 0; row < table.rows; ++row) {
        if (progress.cancelled)
            return {};
        QVariantList cells = table.cells(row);
        for (QVariant &cell : cells) {
            if (isText(cell))
                cell = redactor.redact(cell.toString());
        }
        if (format == TableFormat::Json && row > 0)
            bytes += ",\n";
        bytes += line(table.names, cells, format);
        progress.done = row + 1;
    }
    return format == TableFormat::Json ? bytes + "\n]\n" : bytes;
}

} // namespace litedeck
