// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// With GitHub's tables and task lists, without colours for code.
import { createElement } from "react";
import Markdown from "react-markdown";
import remarkGfm from "remark-gfm";
import { serveReact } from "./react.js";

const plugins = [remarkGfm];
serveReact((text) => createElement(Markdown, { remarkPlugins: plugins }, text));
