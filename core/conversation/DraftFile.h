// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/ChatRequest.h"

namespace litedeck {

/// A file that is to go along with a message that is not sent yet: what it held when it was
/// attached, which is what goes along whatever becomes of the file.
struct DraftFile
{
    Attachment content;
    QString path; ///< Where it came from; empty for what was pasted.

    friend bool operator==(const DraftFile &, const DraftFile &) = default;
};

/// What became of a file since it was attached.
enum class DraftFileState : quint8 {
    Same,    ///< Or not from a file.
    Changed, ///< It holds something else.
    Gone,    ///< It cannot be read any more.
};

/// Reads the file again; to be called on another thread than the window's.
DraftFileState stateOf(const DraftFile &file);

} // namespace litedeck
