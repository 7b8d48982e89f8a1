import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";
import * as world from "../fixture/world.mjs";

const { cumulate } = await load("stack.ts");
const { heatHours, heatRows } = await load("heat.ts");
const { csv } = await load("csv.ts");

test("the top of a stack is the sum of its layers", () => {
  assert.deepEqual(cumulate([[1, 2], [10, null], [100, 200]]), [[1, 2], [11, 2], [111, 202]]);
});

test("a time at which every layer is unknown stays a gap", () => {
  assert.deepEqual(cumulate([[null, 1], [null, 1]]), [[null, 1], [null, 2]]);
});

test("the grid of hours has a row per class and a cell per hour", () => {
  const { sites } = world.opportunities();
  const rows = heatRows(sites);
  assert.deepEqual(rows.map((r) => `${r.site}/${r.class}`), ["west-1/s21", "west-1/h100", "houston-1/s21", "quebec-1/s21"]);
  for (const row of rows) assert.equal(row.cells.length, heatHours(sites).length);
  for (const row of rows) {
    const strengths = row.cells.map((c) => c.strength);
    assert.equal(Math.max(...strengths), 1, row.class);
    assert.ok(Math.min(...strengths) >= 0, row.class);
  }
});

test("an hour that one site lacks is a hole there, not a shift", () => {
  const hour = (start, use) => ({ start_utc: start, price_usd_per_mwh: 1, source: "s", simulated: true, best: [{ class: "a", use, tier: "", margin_usd_per_mwh: 5 }] });
  const site = (id, hours) => ({ site: id, name: id, hours });
  const rows = heatRows([site("x", [hour("2026-01-01T00:00:00Z", "mine"), hour("2026-01-01T01:00:00Z", "off")]), site("y", [hour("2026-01-01T01:00:00Z", "mine")])]);
  assert.deepEqual(rows[1].cells.map((c) => c.best?.use), [undefined, "mine"]);
});

test("a CSV file quotes what it must and runs no formula", () => {
  assert.equal(csv(["a", "b"], [["x,y", 'say "hi"'], ["=1+1", -3], [null, undefined]]), 'a,b\r\n"x,y","say ""hi"""\r\n\'=1+1,-3\r\n,\r\n');
});
