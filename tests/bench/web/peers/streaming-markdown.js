// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
import { default_renderer, parser, parser_write } from "streaming-markdown";
import { followEnd, root, serve } from "./page.js";

const reply = parser(default_renderer(root()));
serve({
  take: (text) => {
    parser_write(reply, text);
    followEnd();
  },
});
