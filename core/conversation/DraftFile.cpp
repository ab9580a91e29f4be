// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conversation/DraftFile.h"

#include "core/conversation/AttachmentFile.h"

#include <QFileInfo>

namespace litedeck {

DraftFileState stateOf(const DraftFile &file)
{
    if (file.path.isEmpty())
        return DraftFileState::Same;
    if (!QFileInfo(file.path).isReadable())
        return DraftFileState::Gone;
    const AttachmentResult now = readAttachment(file.path);
    return now && now->data == file.content.data ? DraftFileState::Same : DraftFileState::Changed;
}

} // namespace litedeck
