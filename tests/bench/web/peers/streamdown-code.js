// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// As its README shows it, with colours for code; diagrams and formulas do not occur in the stream.
import { code } from "@streamdown/code";
import { createElement } from "react";
import { Streamdown } from "streamdown";
import { serveReact } from "./react.js";

const plugins = { code };
serveReact((text) => createElement(Streamdown, { isAnimating: true, plugins }, text));
