// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace litedeck {

class Masking;

/// Masks the values whose name says that they are secret (`api_key: …`, `PASSWORD=…`,
/// `('Authorization', 'Bearer …')`, `<password>…`), unless they look like code, a placeholder, a
/// type or a sentence: `api_key=os.environ["X"]`, `password: must be long`, `key=lambda p: p.age`
/// stay.
void maskNamedSecrets(Masking &masking);

} // namespace litedeck
