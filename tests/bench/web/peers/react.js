// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A message of a React program: its text is the state, and each new text renders `element` again.
import { createElement, useLayoutEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { followEnd, root, serve } from "./page.js";

export function serveReact(element) {
  let setText;
  let all = "";
  let shown = "";

  function Message() {
    const [text, set] = useState("");
    setText = set;
    useLayoutEffect(() => {
      shown = text;
      followEnd();
    }, [text]);
    return element(text);
  }

  createRoot(root()).render(createElement(Message));
  serve({
    take: (text) => setText((all += text)),
    isShown: () => shown.length === all.length,
  });
}
