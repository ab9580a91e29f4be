// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

namespace litedeck {

/// How long a model may say nothing before its call is given up; zero is for as long as it likes.
/// A reply that flows has no end.
struct CallPatience
{
    /// Until anything of the reply is there. A gateway that asks for the whole reply first is
    /// silent for as long as its provider takes, which SaaS LiteLLM allows ten minutes.
    Milliseconds wholeReply{600'000};
    /// From one piece of a streamed reply to the next: the 120 s of the error guide (row A17) and
    /// of the gateway itself, whose own word about it is to arrive.
    Milliseconds streamSilence{125'000};

    friend bool operator==(const CallPatience &, const CallPatience &) = default;
};

} // namespace litedeck
