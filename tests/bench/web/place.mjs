// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where downloaded packages land: in the build directory, never beside the sources.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const source = dirname(fileURLToPath(import.meta.url));

/// The folder with the packages, which are downloaded unless they are there.
export function install(build) {
  if (!build) {
    console.error("The first argument is the build directory.");
    process.exit(2);
  }
  const place = resolve(build, "tests/bench/web");
  mkdirSync(place, { recursive: true });
  for (const name of ["package.json", "package-lock.json", "peers"])
    cpSync(join(source, name), join(place, name), { recursive: true });
  const { dependencies } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  const names = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
  console.log(`npm installs ${names.join(", ")} and what they need, 53 MB, into ` +
              `${place}/node_modules`);
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"],
               { cwd: place, stdio: ["ignore", "inherit", "inherit"] });
  return place;
}

export const benchmarkProgram = (build, name) => resolve(build, "tests/bench", name);

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
