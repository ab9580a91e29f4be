// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace litedeck {

/// A request body that can be read once.
///
/// QNetworkAccessManager silently sends a POST again when a connection drops, which would charge
/// twice. It does so only if it can rewind the body; this device cannot be rewound, so the second
/// send becomes QNetworkReply::ContentReSendError. The request also needs an explicit
/// Content-Length and DoNotBufferUploadDataAttribute, or Qt makes a rewindable copy.
class OneShotBody final : public QIODevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OneShotBody)

public:
    explicit OneShotBody(QByteArray content, QObject *parent = nullptr);

    /// Whether any of it was handed out, so that it may have left this machine.
    bool wasRead() const { return m_position > 0; }

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;
    bool atEnd() const override { return m_position >= m_content.size(); }
    bool seek(qint64 position) override;
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    const QByteArray m_content;
    qint64 m_position = 0;
};

} // namespace litedeck
