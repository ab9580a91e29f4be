// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Without the plugins that colour code or draw diagrams and formulas.
import { createElement } from "react";
import { Streamdown } from "streamdown";
import { serveReact } from "./react.js";

serveReact((text) => createElement(Streamdown, { isAnimating: true }, text));
