import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { parse, format, pages, windowHours, windows } = await load("router.ts");

test("a route survives being written and read", () => {
  for (const { path } of pages) {
    const route = { path, site: "west 1&2", window: "7d", theme: "dark", decision: "west-1/fast/QSE-9/2", series: "rt_spp/LZ_WEST" };
    const [pathname, search] = format(route).split("?");
    assert.deepEqual(parse(pathname, `?${search}`), route);
  }
});

test("defaults are left out of the address", () => {
  assert.equal(format(parse("/roi", "")), "/roi");
});

test("nonsense falls back to defaults, and an unknown page is unknown", () => {
  const route = parse("/roi/", "?window=9y&theme=pink");
  assert.deepEqual([route.path, route.window, route.theme], ["/roi", "24h", undefined]);
  assert.equal(parse("/nowhere", "").path, undefined);
  assert.equal(parse("//evil.example/roi", "").path, undefined);
});

test("every window has a length", () => {
  assert.deepEqual(windows.map(windowHours), [24, 48, 168, 720]);
});
