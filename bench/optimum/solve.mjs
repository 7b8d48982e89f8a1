// Solves the LP files of a folder with HiGHS and prints their optima as JSON:
// node solve.mjs FOLDER. Beside it, on standard error, the time that took.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const load = require("highs");
const version = JSON.parse(readFileSync(new URL("node_modules/highs/package.json", import.meta.url))).version;

const dir = process.argv[2];
const index = JSON.parse(readFileSync(join(dir, "index.json"), "utf8"));
const begun = performance.now();
for (const one of index) {
  // A fresh one each time: an error would spoil the next solve.
  const highs = await load();
  const text = readFileSync(join(dir, `${String(one.instance).padStart(3, "0")}.lp`), "utf8");
  const found = highs.solve(text, { mip_rel_gap: 0, mip_abs_gap: 1e-7, mip_feasibility_tolerance: 1e-9, time_limit: 300 });
  if (found.Status === "Optimal") one.optimum = Math.round(found.ObjectiveValue * 1e6) / 1e6;
  else if (found.Status === "Infeasible") one.optimum = null;
  else throw new Error(`instance ${one.instance}: ${found.Status}`);
  process.stderr.write(".");
}
process.stderr.write(`\n${index.length} instances in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
const lines = index.map((one) => "    " + JSON.stringify(one)).join(",\n");
process.stdout.write(`{\n  "solver": "HiGHS, npm highs ${version}",\n  "instances": [\n${lines}\n  ]\n}\n`);
