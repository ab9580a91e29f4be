// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QTcpSocket>
#include <QUrl>

/// One answer as a client without any HTTP library reads it.
struct WireAnswer
{
    int status = 0;           ///< 0 when no status line could be read.
    QByteArray head;          ///< Status line and headers, lower case.
    QByteArray body;          ///< Without transfer coding.
    QList<QByteArray> chunks; ///< The chunks of a chunked body.
    bool complete = false;    ///< Ended as HTTP says, not by a close.
    bool cutInChunk = false;  ///< Closed with a part of a chunk on the wire.

    QByteArray header(const QByteArray &name) const
    {
        for (const QByteArray &line : head.split('\n')) {
            if (line.startsWith(name + ": "))
                return line.mid(name.size() + 2).trimmed();
        }
        return {};
    }
    QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(body).array(); }
    QString detail() const { return object().value(QLatin1String("detail")).toString(); }
    /// The data of the events of a stream, comments left out.
    QList<QByteArray> events() const
    {
        QList<QByteArray> found;
        for (const QByteArray &line : body.split('\n')) {
            if (line.startsWith("data: "))
                found.append(line.mid(6));
        }
        return found;
    }
};

/// A blocking client on a plain socket; the gateway must run on another thread.
class WireClient
{
public:
    static constexpr int WaitMs = 10000;

    explicit WireClient(const QUrl &server)
    {
        m_socket.connectToHost(server.host(), quint16(server.port()));
        m_socket.waitForConnected(WaitMs);
    }

    QTcpSocket &socket() { return m_socket; }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.waitForBytesWritten(WaitMs);
    }

    /// Reads one answer; an incomplete one ends with the connection.
    WireAnswer read(bool withoutBody = false)
    {
        WireAnswer answer;
        if (!fill([this] { return m_buffer.contains("\r\n\r\n"); }))
            return answer;
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        answer.head = m_buffer.left(end + 2).toLower();
        m_buffer.remove(0, end + 4);
        answer.status = answer.head.mid(9, 3).toInt();
        if (withoutBody || answer.status == 100)
            answer.complete = true;
        else if (answer.header("transfer-encoding") == "chunked")
            readChunks(&answer);
        else
            readFixed(&answer);
        return answer;
    }

    /// Reads until the text has come (true) or the connection has ended (false).
    bool readUntil(const QByteArray &text)
    {
        return fill([this, &text] { return m_buffer.contains(text); });
    }

    /// Everything until the server closes.
    QByteArray readAll()
    {
        fill([] { return false; });
        return m_buffer;
    }

    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    void close() { m_socket.abort(); }

private:
    template <typename Condition>
    bool fill(Condition enough)
    {
        while (!enough()) {
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(WaitMs)) {
                m_buffer += m_socket.readAll();
                return enough();
            }
            m_buffer += m_socket.readAll();
        }
        return true;
    }

    void readFixed(WireAnswer *answer)
    {
        const qsizetype length = answer->header("content-length").toInt();
        answer->complete = fill([&] { return m_buffer.size() >= length; });
        answer->body = m_buffer.left(length);
        m_buffer.remove(0, answer->body.size());
    }

    void readChunks(WireAnswer *answer)
    {
        while (fill([this] { return m_buffer.contains("\r\n"); })) {
            const qsizetype end = m_buffer.indexOf("\r\n");
            const qsizetype size = m_buffer.left(end).toLongLong(nullptr, 16);
            if (!fill([&] { return m_buffer.size() >= end + 2 + size + 2; })) {
                answer->body += m_buffer.mid(end + 2, size);
                answer->cutInChunk = true;
                return;
            }
            const QByteArray chunk = m_buffer.mid(end + 2, size);
            m_buffer.remove(0, end + 2 + size + 2);
            if (size == 0) {
                answer->complete = true;
                return;
            }
            answer->chunks.append(chunk);
            answer->body += chunk;
        }
        answer->cutInChunk = !m_buffer.isEmpty();
    }

    QTcpSocket m_socket;
    QByteArray m_buffer;
};
