// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// node run.mjs BUILD_DIRECTORY [ROUNDS [KILOBYTES]]: Litedeck beside web renderers in a headless
// Chromium, by turns; see README.md one folder up. Everything that is downloaded or made lands in
// BUILD_DIRECTORY/tests/bench/web.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { Browser } from "./browser.mjs";
import { benchmarkProgram, install, median, source } from "./place.mjs";

/// By the argument of bench_live: with the frames of the pages, and with its own.
const Ours = { "Litedeck": "litedeck", "Litedeck, as from a network": "network" };
const Peers = ["streamdown", "streamdown-code", "react-markdown", "streaming-markdown"];
const Controls = ["blank", "frames"];
/// A page settles before it is measured: fonts, compiled code, the browser's own start.
const SettleSeconds = 3;

const [build, rounds = "3", kilobytes = "100"] = process.argv.slice(2);
const place = install(build);
const bench = benchmarkProgram(build, "bench_live");
const offscreen = { ...process.env, QT_QPA_PLATFORM: "offscreen" };
const chromium = process.env.CHROMIUM ?? "chromium";

async function prepare() {
  execFileSync(bench, ["stream", kilobytes, join(place, "stream.json")],
               { stdio: "inherit", env: offscreen });

  const { buildSync } = await import(pathToFileURL(
    join(place, "node_modules/esbuild/lib/main.js")).href);
  const pages = join(place, "pages");
  const stream = readFileSync(join(place, "stream.json"), "utf8");
  buildSync({ entryPoints: [...Peers, ...Controls].map((peer) => join(place, `peers/${peer}.js`)),
              outdir: pages, bundle: true, splitting: true, minify: true, format: "esm",
              logLevel: "error",
              define: { "process.env.NODE_ENV": '"production"' } });
  writeFileSync(join(pages, "stream.js"), `globalThis.stream = ${stream};`);
  const html = readFileSync(join(source, "peers/page.html"), "utf8");
  for (const peer of [...Peers, ...Controls])
    writeFileSync(join(pages, `${peer}.html`), html.replace("PEER", peer));
  const { lengths, piecesPerSecond, sha256 } = JSON.parse(stream);
  console.log(`Stream: ${lengths.length} pieces, sha256 ${sha256}`);
  return lengths.length / piecesPerSecond;
}

const sum = (kinds) => Object.values(kinds).reduce((all, each) => all + each, 0);

async function measurePage(peer, seconds) {
  const browser = await Browser.open(chromium);
  try {
    const evaluate = await browser.visit(pathToFileURL(join(place, `pages/${peer}.html`)).href);
    await sleep(SettleSeconds * 1000);
    const before = await browser.cpu();
    const shown = await evaluate(Controls.includes(peer) ? `stay(${seconds})` : "play()");
    const after = await browser.cpu();
    const kinds = Object.fromEntries(
      Object.entries(after).map(([kind, cpu]) => [kind, +(cpu - (before[kind] ?? 0)).toFixed(2)]));
    return { peer, cpu: +sum(kinds).toFixed(2), kinds, pssMB: Math.round(await browser.memory()),
             ...shown };
  } finally {
    await browser.close();
  }
}

function measureLitedeck(peer) {
  const { stdout, status } = spawnSync(bench, [Ours[peer], kilobytes], {
    encoding: "utf8", env: offscreen });
  if (status !== 0) throw new Error(`bench_live ended with ${status}`);
  return { peer, ...JSON.parse(stdout) };
}

const seconds = await prepare();
console.log(execFileSync(chromium, ["--version"], {
  encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim());
const cpu = {};
const frames = {};
for (let round = 0; round < Number(rounds); ++round) {
  for (const peer of [...Object.keys(Ours), ...Peers, ...Controls]) {
    const load = loadavg()[0];
    const run = peer in Ours ? measureLitedeck(peer) : await measurePage(peer, seconds);
    console.log(JSON.stringify({ ...run, load: +load.toFixed(2) }));
    (cpu[peer] ??= []).push(run.cpu);
    (frames[peer] ??= []).push(run.updates ?? run.frames);
  }
}

// Frames that a renderer drops cost it nothing, so that work is told by the frame as well.
console.log(`\n| ${kilobytes} kB, real time, median of ${rounds} | CPU s | less a blank page |` +
            " by Litedeck's | less a page of empty frames | by Litedeck's | frames |" +
            " CPU ms a frame | by Litedeck's |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|");
const ours = median(cpu.Litedeck);
const oursPerFrame = ours / median(frames.Litedeck);
for (const peer of [...Object.keys(Ours), ...Controls, ...Peers]) {
  const all = median(cpu[peer]);
  const shown = median(frames[peer]);
  const row = [peer, all.toFixed(2)];
  for (const control of Controls) {
    const own = all - median(cpu[control]);
    row.push(...(Peers.includes(peer) ? [own.toFixed(2), (own / ours).toFixed(1)] : ["", ""]));
  }
  const perFrame = (Peers.includes(peer) ? all - median(cpu.blank) : all) / shown;
  row.push(shown, ...(Controls.includes(peer)
    ? ["", ""] : [(perFrame * 1000).toFixed(2), (perFrame / oursPerFrame).toFixed(1)]));
  console.log(`| ${row.join(" | ")} |`);
}
