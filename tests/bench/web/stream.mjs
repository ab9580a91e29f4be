// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// node stream.mjs BUILD_DIRECTORY [ROUNDS [MEGABYTES]]: the same event stream read by Litedeck and
// by eventsource-parser with JSON.parse, by turns; see README.md one folder up.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { benchmarkProgram, install, median } from "./place.mjs";

const ReadSize = 16 * 1024;

const [build, rounds = "5", megabytes = "32"] = process.argv.slice(2);
const place = install(build);
const bench = benchmarkProgram(build, "bench_stream");
const { createParser } = await import(pathToFileURL(
  join(place, "node_modules/eventsource-parser/dist/index.js")).href);

function read(stream) {
  let text = "";
  let events = 0;
  const parser = createParser({
    onEvent({ data }) {
      ++events;
      if (data !== "[DONE]") text += JSON.parse(data).choices[0].delta.content ?? "";
    },
  });
  const decoder = new TextDecoder();
  const before = process.cpuUsage();
  for (let at = 0; at < stream.length; at += ReadSize)
    parser.feed(decoder.decode(stream.subarray(at, at + ReadSize), { stream: true }));
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6;
  const sha256 = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return { megabytesPerSecond: stream.length / 1e6 / cpu, events, characters: text.length, cpu,
           sha256 };
}

const file = join(place, "stream.events");
execFileSync(bench, ["write", file, megabytes]);
const stream = readFileSync(file);
read(stream); // The first time compiles the code.
const speeds = { Litedeck: [], node: [] };
for (let round = 0; round < Number(rounds); ++round) {
  const runs = { Litedeck: JSON.parse(execFileSync(bench, ["read", file], { encoding: "utf8" })),
                 node: read(stream) };
  for (const [name, run] of Object.entries(runs)) {
    console.log(JSON.stringify({ name, ...run }));
    speeds[name].push(run.megabytesPerSecond);
  }
  if (runs.Litedeck.sha256 !== runs.node.sha256) throw new Error("the texts differ");
}
rmSync(file);
const [ours, theirs] = [median(speeds.Litedeck), median(speeds.node)];
console.log(`\nLitedeck ${ours.toFixed(0)} MB/s of CPU time, eventsource-parser and JSON.parse ` +
            `${theirs.toFixed(0)} MB/s: ${(ours / theirs).toFixed(2)} times as fast`);
