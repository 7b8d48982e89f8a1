// The dashboard that the real binary carries, on its simulated world.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, missing } from "./browser.mjs";
import { assertAccessible, assertDrawer, assertFits, assertTables, describePages, open, pages, tab } from "./page.mjs";
import { startProgram } from "./program.mjs";

const outage = 60_000; // ms in which an outage must show, and its end; it takes seconds on an idle machine

const binary = process.env.POUWDEM_BIN;

function unable() {
  if (binary) return missing();
  if (process.env.POUWDEM_REQUIRE_BROWSER) throw new Error("POUWDEM_BIN must name the binary to test");
  return "POUWDEM_BIN is not set: build the program and name its binary";
}

describe("the dashboard of the real program", { skip: unable() }, () => {
  let browser;
  let program;

  before(async () => {
    program = await startProgram(binary);
    const index = await (await fetch(program.url)).text();
    assert.match(index, /\/assets\/app-/, "the binary carries no dashboard: build web/ before the program");
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await program?.stop();
  });

  // The fixed world has been seen in every look; here it is the program's data that has to fit.
  for (const look of [{ theme: "light", width: 1280 }, { theme: "dark", width: 320 }]) describePages(() => browser, () => program.url, look);

  test("a decision opens and closes by keyboard", () => assertDrawer(browser, program.url));

  for (const { path, name } of pages.filter((p) => ["/opportunities", "/allocation", "/roi", "/market"].includes(p.path))) {
    test(`charts of ${name} can be read as tables`, () => assertTables(browser, program.url, path, name));
  }

  test("a new decision arrives without a reload", async () => {
    const { page, faults, close } = await tab(browser);
    try {
      await open(page, `${program.url}/system`, "System");
      const events = page.getByRole("region", { name: "Events" });
      await events.getByRole("cell", { name: "decision" }).first().waitFor();
      await events.getByRole("cell", { name: "command" }).first().waitFor();
      assert.equal(await events.getByRole("cell", { name: "live" }).count(), 0, "nothing in a simulated world is told as real");
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });

  test("a broken feed is marked, decides nothing unseen, and recovers by itself", async () => {
    const { page, faults, close } = await tab(browser);
    try {
      await open(page, program.url, "Overview");
      const alerts = page.getByRole("region", { name: "Alerts" });
      const price = page.getByRole("region", { name: "What the numbers stand on" }).getByRole("listitem").filter({ hasText: "SPP LZ_WEST" });
      await price.getByText("fresh").waitFor({ timeout: outage });
      await program.fault("ercot", "error_5xx");
      await alerts.getByText("Feed failing").first().waitFor({ timeout: outage });
      await alerts.getByText("Deciding on bad data").first().waitFor({ timeout: outage });
      await price.getByText("stale").waitFor({ timeout: outage });
      await page.getByRole("table", { name: /^Sites/ }).getByText("degraded: the price of LZ_WEST is stale").waitFor({ timeout: outage });
      await page.getByRole("link", { name: /\d+ alerts/ }).waitFor();
      await assertAccessible(page);
      await program.fault("ercot", "none");
      await price.getByText("fresh").waitFor({ timeout: outage });
      await alerts.getByText("Deciding on bad data").first().waitFor({ state: "detached", timeout: outage });
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });

  test("the network around the sites is studied and drawn", async () => {
    const { page, faults, close } = await tab(browser);
    try {
      await open(page, `${program.url}/grid`, "Grid");
      await page.getByRole("img", { name: /buses in \d+ zones, [\d,]+ branches/ }).waitFor();
      const study = await (await fetch(`${program.url}/api/grid`)).json();
      await page.getByRole("region", { name: "The newest study" }).getByText(`In ${study.network.name}, a synthetic network`).waitFor();
      const sites = page.getByRole("region", { name: "What each site does to it" });
      for (const site of study.sites) await sites.getByRole("heading", { name: site.name }).waitFor();
      const file = await fetch(`${program.url}/api/grid/case`);
      assert.match(await file.text(), /^function mpc/m, "the case can be fetched");
      await assertFits(page);
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });

  test("decisions are recorded on the chain, and one is verified in the page", async () => {
    const { page, faults, close } = await tab(browser);
    try {
      await open(page, `${program.url}/ledger`, "Ledger");
      await page.getByRole("region", { name: "Newest batches" }).getByText(/final$/).first().waitFor({ timeout: 180_000 });
      const box = page.getByRole("region", { name: "Verify a decision" });
      await box.getByRole("button", { name: "Take a recorded decision" }).click();
      await box.getByRole("button", { name: "Verify", exact: true }).click();
      await box.getByText("The decision was recorded, and the newest final block has it.").waitFor();
      await assertFits(page);
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });

  test("no number on the Overview contradicts the API", async () => {
    const { page, close } = await tab(browser);
    try {
      await open(page, program.url, "Overview");
      const { sites } = await (await fetch(`${program.url}/api/metrics`)).json();
      for (const site of sites) await page.getByRole("rowheader", { name: site.name }).waitFor();
      const limit = sites.reduce((sum, s) => sum + s.now.limit_mw, 0);
      await page.getByText(`limit ${limit.toFixed(1)} MW`).waitFor();
    } finally {
      await close();
    }
  });
});
