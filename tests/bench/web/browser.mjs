// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A headless Chromium that is told what to do over a pipe, and the CPU time of all its processes.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/// /proc counts CPU time in hundredths of a second on every Linux that Chromium runs on.
const TicksPerSecond = 100;

async function processes() {
  const all = [];
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = await readFile(`/proc/${pid}/stat`, "latin1");
      // The name in parentheses may hold anything.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      all.push({ pid: Number(pid), parent: Number(fields[1]),
                 cpu: (Number(fields[11]) + Number(fields[12])) / TicksPerSecond });
    } catch {
      // It ended meanwhile.
    }
  }
  return all;
}

async function kindOf(pid) {
  const line = (await readFile(`/proc/${pid}/cmdline`, "latin1")).replaceAll("\0", " ");
  return /--type=([a-z-]+)/.exec(line)?.[1] ?? "browser";
}

async function kibibytes(pid) {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, "latin1");
  return Number(/^Pss:\s+(\d+)/m.exec(text)[1]);
}

export class Browser {
  #process;
  #profile;
  #pending = new Map();
  #lastId = 0;
  #rest = "";

  static async open(program) {
    const browser = new Browser();
    browser.#profile = await mkdtemp(join(tmpdir(), "litedeck-bench-"));
    browser.#process = spawn(
      program,
      ["--headless=new", "--remote-debugging-pipe", "--disable-gpu", "--no-first-run",
       "--disable-background-networking", "--disable-component-update", "--disable-extensions",
       "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
       // Modules of a page on disk count as another origin's.
       "--allow-file-access-from-files", "--window-size=900,1000",
       "--force-device-scale-factor=1", `--user-data-dir=${browser.#profile}`,
       // Chromium's sandbox does not run as root.
       ...(process.getuid() === 0 ? ["--no-sandbox"] : []), "about:blank"],
      { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    browser.#process.stdio[4].setEncoding("utf8").on("data", (text) => browser.#read(text));
    return browser;
  }

  #read(text) {
    const messages = (this.#rest + text).split("\0");
    this.#rest = messages.pop();
    for (const message of messages.map((each) => JSON.parse(each))) {
      const waiting = this.#pending.get(message.id);
      this.#pending.delete(message.id);
      if (message.error) waiting?.reject(new Error(message.error.message));
      else waiting?.resolve(message.result);
    }
  }

  #send(method, params = {}, sessionId = undefined) {
    const id = ++this.#lastId;
    this.#process.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
    return new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
  }

  /// Opens an address in a tab and returns what evaluates an expression there, promises awaited.
  async visit(url) {
    const { targetId } = await this.#send("Target.createTarget", { url, newWindow: true, width: 900, height: 1000 });
    const { sessionId } = await this.#send("Target.attachToTarget", { targetId, flatten: true });
    const evaluate = async (expression) => {
      const { result, exceptionDetails } = await this.#send(
        "Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true }, sessionId);
      if (exceptionDetails) throw new Error(exceptionDetails.exception.description);
      return result.value;
    };
    while (!(await evaluate("typeof globalThis.play === 'function'"))) await sleep(100);
    return evaluate;
  }

  async #family() {
    const all = await processes();
    const family = new Set([this.#process.pid]);
    for (let size = 0; size !== family.size;) {
      size = family.size;
      for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
    }
    return all.filter(({ pid }) => family.has(pid));
  }

  /// Seconds of CPU so far by kind of process: browser, gpu-process, renderer, utility, zygote.
  async cpu() {
    const kinds = {};
    for (const { pid, cpu } of await this.#family()) {
      const kind = await kindOf(pid);
      kinds[kind] = (kinds[kind] ?? 0) + cpu;
    }
    return kinds;
  }

  /// Proportional set size of all its processes, in mebibytes.
  async memory() {
    let sum = 0;
    for (const { pid } of await this.#family()) sum += await kibibytes(pid);
    return sum / 1024;
  }

  async close() {
    const ended = once(this.#process, "exit");
    await this.#send("Browser.close");
    await ended;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
