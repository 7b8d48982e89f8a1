// The drawing of the network, on a square of four buses.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const network = await load("network.ts");

const square = (change = {}) => ({
  at_utc: null,
  simulated: true,
  zones: ["West", "East"],
  buses: {
    id: [10, 20, 30, 40],
    x: [0, 100, 0, 100],
    y: [0, 0, 100, 100],
    zone: [0, 1, 0, 1],
    kv: [345, 345, 138, 138],
    vm_pu: [1, 0.93, null, 1.06],
    price_usd_per_mwh: [10, 20, 30, null],
  },
  branches: { from: [0, 2, 0, 1], to: [1, 3, 2, 3], kv: [345, 138, 345, 345], loading_pct: [20, 99.9, 100, null], limit_mva: [500, 100, 80, null] },
  sites: [],
  ...change,
});

test("a branch is drawn with others of its loading, the heaviest last", () => {
  const strokes = network.branchStrokes(square());
  assert.deepEqual(
    strokes.map(({ key, count, path }) => [key, count, path]),
    [
      ["load-none", 1, "M100 1000L100 900"],
      ["load-low", 1, "M0 1000L100 1000"],
      ["load-high", 1, "M0 900L100 900"],
      ["load-over", 1, "M0 1000L0 900"],
    ],
  );
});

test("north is up, and the view holds every bus", () => {
  const map = square();
  const view = network.viewOf(map);
  const places = map.buses.x.map((_, bus) => network.place(map, bus, view));
  for (const { left, top } of places) assert.ok(left > 0 && left < 100 && top > 0 && top < 100);
  assert.ok(places[2].top < places[0].top);
});

test("voltages stand in equal steps, and what is not known is no value", () => {
  const strokes = network.busStrokes(square(), "voltage").map((s) => [s.label, s.count]);
  assert.deepEqual(strokes, [
    ["below 0.956 p.u.", 1],
    ["0.982 p.u. to 1.008 p.u.", 1],
    ["1.034 p.u. and more", 1],
    ["not known", 1],
  ]);
});

test("every bus has exactly one price class", () => {
  const total = network.busStrokes(square(), "price").reduce((sum, s) => sum + s.count, 0);
  assert.equal(total, 4);
});

test("one price everywhere is one class", () => {
  const map = square();
  map.buses.price_usd_per_mwh = [25, 25, 25, 25];
  assert.deepEqual(network.busStrokes(map, "price").map((s) => s.label), ["$25.00/MWh"]);
});

test("the sentence counts what is wrong", () => {
  assert.equal(
    network.mapSummary(square()),
    "4 buses in 2 zones, 4 branches: 1 at or over their limit, 1 between 80 and 100 %.",
  );
});

test("rows come the most loaded first, those without a limit last", () => {
  assert.deepEqual(network.branchRows(square()).map((r) => r.row), [3, 2, 1, 4]);
});

test("a network without buses has a view all the same", () => {
  const none = { id: [], x: [], y: [], zone: [], kv: [], vm_pu: [], price_usd_per_mwh: [] };
  assert.deepEqual(network.viewOf(square({ buses: none })), { x: 0, y: 0, width: 1000, height: 700 });
});
