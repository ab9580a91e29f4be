// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace litedeck {

class Masking;

/// Masks the user and the password of addresses, but no port: `redis://:pw@host`.
void maskAddressPasswords(Masking &masking);

} // namespace litedeck
