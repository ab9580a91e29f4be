// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A page that asks for each frame and draws nothing in it.
import { serve } from "./page.js";

serve({});
