// The pages on a fixed world: every look, every state of a panel, and what a
// click changes.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { start } from "../fixture/server.mjs";
import { launch, missing } from "./browser.mjs";
import { assertAccessible, assertDrawer, assertTables, describePages, looks, open, pages, tab } from "./page.mjs";

describe("the pages on a fixed world", { skip: missing() }, () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    server = await start();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const look of looks) describePages(() => browser, () => server.url, look);

  test("a decision opens and closes by keyboard", () => assertDrawer(browser, server.url));

  for (const { path, name } of pages.filter((p) => ["/opportunities", "/allocation", "/roi", "/market", "/grid"].includes(p.path))) {
    test(`charts of ${name} can be read as tables`, () => assertTables(browser, server.url, path, name));
  }

  for (const [state, said] of [
    ["empty", /yet|No |Nothing/],
    ["failing", /The store does not answer/],
    ["forbidden", /Log in on the System page/],
  ]) {
    test(`every page says what is wrong when the server is ${state}`, async () => {
      const other = await start({ state });
      const { page, faults, close } = await tab(browser, { expectFailures: state !== "empty" });
      try {
        for (const { path, name } of pages) {
          await open(page, other.url + path, name);
          await page.getByText(said).first().waitFor();
          await assertAccessible(page);
        }
        assert.deepEqual(faults, []);
      } finally {
        await close();
        await other.close();
      }
    });
  }

  test("a proof is checked in the page, and one that does not hold says so", async () => {
    const { page, faults, close } = await tab(browser);
    try {
      await open(page, `${server.url}/ledger`, "Ledger");
      const box = page.getByRole("region", { name: "Verify a decision" });
      await box.getByRole("button", { name: "Take a recorded decision" }).click();
      await box.getByRole("button", { name: "Verify", exact: true }).click();
      await box.getByText("The decision was recorded, and the newest final block has it.").waitFor();
      await box.getByRole("textbox", { name: "Proof file" }).fill('{"format":"another"}');
      await box.getByRole("button", { name: "Verify", exact: true }).click();
      await box.getByText("does not hold").waitFor();
      await assertAccessible(page);
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });

  test("where workers stand, what their site's plan grants, and who has light tasks only is on the page", async () => {
    const { page, faults, close } = await tab(browser);
    try {
      await open(page, `${server.url}/tasks`, "Tasks & proofs");
      const row = (caption, text) => page.getByRole("table", { name: caption }).getByRole("row").filter({ hasText: text });
      assert.match(await row("Workers that are there", "old-rack").innerText(), /none.*light tasks only: it stands at no site/s);
      assert.match(await row("Heavy work by site", "webb").innerText(), /119\.25.*2\.20/s);
      assert.match(await row("Newest tasks", "verified").innerText(), /rack-7 at pecos/);
      assert.match(await row("Members of the bus", "board-7").innerText(), /worker\s+none/);
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });

  test("the theme, the site and the window live in the address", async () => {
    const { page, close } = await tab(browser);
    try {
      await open(page, server.url, "Overview");
      await page.getByRole("combobox", { name: "Theme", exact: true }).selectOption("dark");
      await page.getByRole("combobox", { name: "Site", exact: true }).selectOption("west-1");
      await page.getByRole("link", { name: "ROI", exact: true }).click();
      await page.getByRole("heading", { level: 1, name: "ROI" }).waitFor();
      await page.getByRole("combobox", { name: "Window", exact: true }).selectOption("7d");
      await page.waitForURL(/window=7d/);
      assert.equal(new URL(page.url()).search, "?site=west-1&window=7d&theme=dark");
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
      await page.goBack();
      await page.goBack();
      await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
      assert.equal(await page.getByRole("combobox", { name: "Window", exact: true }).count(), 0, "no choice is offered that changes nothing");
    } finally {
      await close();
    }
  });

  test("a page that does not exist says so", async () => {
    const { page, close } = await tab(browser);
    try {
      await open(page, server.url, "Overview");
      await page.evaluate(() => {
        history.pushState(null, "", "/nowhere");
        dispatchEvent(new PopStateEvent("popstate"));
      });
      await page.getByText("There is no page at this address.").waitFor();
    } finally {
      await close();
    }
  });

  test("alerts are counted on every page and explained on the Overview", async () => {
    const { page, close } = await tab(browser);
    try {
      await open(page, `${server.url}/market`, "Market data");
      await page.getByRole("link", { name: "1 alert" }).click();
      await page.getByRole("region", { name: "Alerts" }).getByText("Price is stale").waitFor();
    } finally {
      await close();
    }
  });

  test("each figure that the Overview stands on names its source and age", async () => {
    const { page, close } = await tab(browser);
    try {
      await open(page, server.url, "Overview");
      const facts = page.getByRole("region", { name: "What the numbers stand on" }).getByRole("listitem");
      const said = await facts.allInnerTexts();
      assert.ok(said.length >= 6, said.join("\n"));
      for (const text of said) assert.match(text, /(fresh|stale)[\s\S]*\w+\/[\s\S]* old/, text);
      assert.ok(said.some((text) => text.includes("stale")), "the stale price is marked");
    } finally {
      await close();
    }
  });

  test("a site's money is not mixed with that of all sites", async () => {
    const { page, close } = await tab(browser);
    try {
      await open(page, server.url, "Overview");
      const month = page.getByRole("columnheader", { name: "Net, 30 days" });
      await month.waitFor();
      await open(page, `${server.url}/?site=west-1`, "Overview");
      assert.equal(await month.count(), 0);
      await page.getByText("What Permian Flats has earned over time").getByRole("link", { name: "ROI page" }).click();
      await page.waitForURL(/\/roi\?site=west-1/);
    } finally {
      await close();
    }
  });

  test("the Grid page names the network, its violations and each site's verdict", async () => {
    const { page, faults, close } = await tab(browser);
    try {
      await open(page, `${server.url}/grid`, "Grid");
      const study = page.getByRole("region", { name: "The newest study" });
      await study.getByText("In synthetic-81-seed1, a synthetic network").waitFor();
      assert.equal(await study.getByRole("link", { name: "The very case, for MATPOWER" }).getAttribute("href"), "/api/grid/case");
      await page.getByRole("img", { name: /81 buses in 3 zones, 144 branches: 1 at or over their limit/ }).waitFor();
      const sites = page.getByRole("region", { name: "What each site does to it" });
      for (const verdict of ["adds to a branch near its limit", "relieves a branch near its limit", "not in this network"]) {
        await sites.getByText(verdict).waitFor();
      }
      await page.getByRole("region", { name: "Loss of any one branch" }).getByRole("cell", { name: "no solution found" }).waitFor();
      await page.getByRole("combobox", { name: "Buses by" }).selectOption("voltage");
      await page.getByText(/^below \d\.\d+ p\.u\./).waitFor();
      await assertAccessible(page);
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });

  test("choosing a site brings its surroundings and its verdict alone", async () => {
    const { page, close } = await tab(browser);
    try {
      await open(page, `${server.url}/grid?site=west-1`, "Grid");
      const sites = page.getByRole("region", { name: "What each site does to it" });
      await sites.getByRole("heading", { name: "Permian Flats" }).waitFor();
      assert.equal(await sites.getByRole("heading", { name: "Ship Channel" }).count(), 0);
      await page.locator(".map.near").waitFor();
      await sites.getByText("1 branch near a limit, seen from here").click();
      await sites.getByText("A MW at Permian Flats puts 120.0 kW on it.").waitFor();
    } finally {
      await close();
    }
  });

  test("an event fetches what it changed and enters the log", async () => {
    const { page, close } = await tab(browser);
    try {
      await open(page, `${server.url}/system`, "System");
      const asked = page.waitForRequest((r) => r.url().endsWith("/api/metrics"));
      server.send({ seq: 4212, kind: "decision", site: "west-1", key: "2026-01-31T18:10Z", at_utc: "2026-01-31T18:10:20Z", simulated: true, body: {} });
      await asked;
      await page.getByRole("region", { name: "Events" }).getByText("west-1/2026-01-31T18:10Z").waitFor();
    } finally {
      await close();
    }
  });

  test("without the stream nothing is said to be well", async () => {
    const own = await start();
    const { page, close } = await tab(browser, { expectFailures: true });
    try {
      await open(page, `${own.url}/?site=west-1`, "Overview");
      const alerts = page.getByRole("region", { name: "Alerts" });
      await alerts.getByText("nothing needs attention").waitFor();
      await own.close();
      await page.getByRole("banner").getByText("not connected").waitFor();
      await alerts.getByText("whether anything needs attention is not known").waitFor();
      assert.equal(await alerts.getByText("nothing needs attention").count(), 0);
    } finally {
      await close();
    }
  });

  test("a stream that is silent for two intervals raises a banner", async () => {
    const { page, close } = await tab(browser);
    try {
      await page.clock.install();
      await open(page, server.url, "Overview");
      assert.equal(await page.getByText("No event for two intervals").count(), 0);
      await page.clock.fastForward("11:00");
      await page.getByText("No event for two intervals").waitFor();
    } finally {
      await close();
    }
  });

  test("on a phone the pages beyond the tabs are under More", async () => {
    const { page, close } = await tab(browser, { width: 390 });
    try {
      await open(page, server.url, "Overview");
      await page.getByRole("button", { name: "More" }).click();
      await assertAccessible(page);
      await page.getByRole("link", { name: "Market data" }).click();
      await page.getByRole("heading", { level: 1, name: "Market data" }).waitFor();
    } finally {
      await close();
    }
  });

  test("stopping asks for a token first, then for a reason", async () => {
    const own = await start();
    const { page, close } = await tab(browser, { expectFailures: true });
    try {
      await open(page, `${own.url}/system`, "System");
      const stop = page.getByRole("button", { name: "Stop all sites" });
      assert.ok(await stop.isDisabled());
      await page.getByLabel("Token").fill("wrong");
      await page.getByRole("button", { name: "Log in" }).click();
      await page.getByRole("alert").getByText("This token is not known.").waitFor();
      await page.getByLabel("Token").fill("let-me-in");
      await page.getByRole("button", { name: "Log in" }).click();
      await page.getByText("Logged in as operator").waitFor();
      await stop.click();
      const dialog = page.getByRole("dialog", { name: "Stop all sites?" });
      await assertAccessible(page);
      await dialog.getByRole("button", { name: "Confirm" }).click();
      assert.deepEqual(own.changes, [], "a reason is required");
      await dialog.getByLabel("Reason").fill("drill");
      await dialog.getByRole("button", { name: "Confirm" }).click();
      await dialog.waitFor({ state: "detached" });
      assert.deepEqual(own.changes, [{ method: "POST", path: "/api/stop", body: { site: "", reason: "drill" } }]);
    } finally {
      await close();
      await own.close();
    }
  });

  test("an override carries site, class, power, time and reason", async () => {
    const own = await start();
    const { page, close } = await tab(browser);
    try {
      await open(page, `${own.url}/system`, "System");
      await page.getByLabel("Token").fill("let-me-in");
      await page.getByRole("button", { name: "Log in" }).click();
      const form = page.getByRole("form", { name: "New override" });
      await form.getByRole("combobox", { name: "Site", exact: true }).selectOption("west-1");
      await form.getByRole("combobox", { name: "Class", exact: true }).selectOption("s21");
      await form.getByLabel("Power, MW").fill("12.5");
      await form.getByLabel("For, minutes").fill("45");
      await form.getByRole("button", { name: "Override" }).click();
      await page.getByRole("dialog").getByLabel("Reason").fill("maintenance");
      await page.getByRole("dialog").getByRole("button", { name: "Confirm" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      assert.deepEqual(own.changes, [
        { method: "POST", path: "/api/overrides", body: { site: "west-1", class: "s21", power_mw: 12.5, minutes: 45, reason: "maintenance" } },
      ]);
    } finally {
      await close();
      await own.close();
    }
  });
});
