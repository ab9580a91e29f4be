// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace litedeck {

class Masking;

/// Masks what is a key by its looks, whatever stands around it: the vendors' prefixes followed by
/// what is drawn by lot, JSON Web Tokens, private keys in PEM. `sk-learn-extra` and `sk-1234` stay.
void maskKeyShapes(Masking &masking);

} // namespace litedeck
