// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A page on which nothing happens: what a browser costs by itself.
import { serve } from "./page.js";

serve({ ticks: false });
