// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/AttachmentReader.h"

#include "core/base/Background.h"

namespace litedeck {

void AttachmentReader::add(const Read &read, const QString &path)
{
    m_unread.append({read, path});
    if (m_unread.size() == 1)
        readNext();
}

void AttachmentReader::readNext()
{
    inBackground(m_unread.constFirst().read, this,
                 [this](const AttachmentResult &result) { onRead(result); });
}

void AttachmentReader::onRead(const AttachmentResult &result)
{
    const Unread done = m_unread.takeFirst();
    if (!m_unread.isEmpty())
        readNext();
    emit read(result, done.path);
    if (m_unread.isEmpty())
        emit finished();
}

} // namespace litedeck
