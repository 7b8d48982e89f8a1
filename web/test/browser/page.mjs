// What every page has to hold in every theme and width.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Widths decide what fits, themes what can be read: not every pair is worth its time. */
export const looks = [
  ...[1280, 1024, 390, 320].map((width) => ({ theme: "light", width })),
  ...[1280, 390].map((width) => ({ theme: "dark", width })),
];

export const pages = [
  { path: "/", name: "Overview", holds: ["Now", "Where the power goes", "Money by use", "Sites"] },
  { path: "/opportunities", name: "Opportunities", holds: ["Ranked now", "Best use in the next 48 hours", "The two rules"] },
  { path: "/allocation", name: "Allocation", holds: ["Power by use", "Newest decisions"] },
  { path: "/roi", name: "ROI", holds: ["What it came to", "Net over time", "Earned and paid"] },
  { path: "/market", name: "Market data", holds: ["All series", "Chosen series"] },
  { path: "/day-ahead", name: "Day-ahead", holds: ["The next market", "Awards and obligations by hour", "In the running interval", "The way to the QSE", "Products by type of load"] },
  { path: "/forecasts", name: "Forecasts", holds: ["Prices ahead", "How forecasts have done", "Coincident peak", "The system ahead", "Bitcoin's network"] },
  { path: "/grid", name: "Grid", holds: ["The newest study", "The network", "What each site does to it", "Loss of any one branch", "Zones"] },
  { path: "/fleet", name: "Fleet", holds: ["Sites and classes", "Each machine"] },
  { path: "/pools", name: "Pools", holds: ["Where hashrate goes", "What pools pay", "Members"] },
  { path: "/tasks", name: "Tasks & proofs", holds: ["Work for the grid", "Queue and power", "Throughput", "Escrow", "One proof"] },
  { path: "/training", name: "Training & federation", holds: ["Rounds", "Sites", "Global against local-only and pooled", "What is claimed, and what is not"] },
  { path: "/ledger", name: "Ledger", holds: ["Recording", "Newest batches", "Verify a decision"] },
  { path: "/certificates", name: "Certificates", holds: ["Stability certificates", "Rewards by day", "Oracle", "Hashrate futures", "Contracts"] },
  { path: "/system", name: "System", holds: ["This program", "Emergency stop", "Feeds", "Live log"] },
];

/** A tab in a context of its own; its faults gather what must not happen. */
export async function tab(browser, { theme = "light", width = 1280, expectFailures = false } = {}) {
  const context = await browser.newContext({ viewport: { width, height: width < 600 ? 800 : 950 }, colorScheme: theme, reducedMotion: "reduce" });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    const refused = expectFailures && message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !refused) faults.push(`console: ${message.text()} ${message.location().url}`);
  });
  return { page, faults, close: () => context.close() };
}

/** Goes to a page and waits until no panel is loading. */
export async function open(page, url, name) {
  await page.goto(url);
  await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  await page.waitForFunction(() => document.querySelector(".panel") && !document.querySelector("[aria-busy=true]"));
}

/** No sideways scroll, and nothing runs out of its panel. On a phone the heads of tables are read aloud, not drawn. */
export async function assertFits(page) {
  const { content, view, wide } = await page.evaluate(() => {
    const beyond = (e) => {
      const frame = e.closest(".panel, .note");
      const limit = frame && frame !== e ? frame.getBoundingClientRect().right : innerWidth;
      return e.getBoundingClientRect().right > limit + 1;
    };
    return {
      content: document.documentElement.scrollWidth,
      view: document.documentElement.clientWidth,
      wide: [...document.querySelectorAll("main *")]
        .filter((e) => !e.closest(".scroll-x, .scroll-y, .visually-hidden, .plot, thead") && beyond(e))
        .slice(0, 3)
        .map((e) => `${e.tagName}.${e.className} "${e.textContent.slice(0, 40)}"`),
    };
  });
  assert.ok(content <= view, `${content} px of content in ${view} px: ${wide.join(", ")}`);
  assert.deepEqual(wide, [], "nothing sticks out of its panel");
}

export async function assertAccessible(page) {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const result = await globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return result.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(" | ")}`);
  });
  assert.deepEqual(violations, []);
}

/**
 * Tests of every page in one look, in one tab: it loads, holds its content,
 * fits, and is accessible. Browser and base are functions, since neither exists
 * when tests are declared.
 */
export function describePages(browser, base, look) {
  describe(`in ${look.theme}, ${look.width} px wide`, () => {
    let shared;
    before(async () => (shared = await tab(browser(), look)));
    after(() => shared?.close());
    for (const { path, name, holds } of pages) {
      test(name, async () => {
        const { page, faults } = shared;
        faults.length = 0;
        await open(page, base() + path, name);
        for (const title of holds) {
          await page.getByRole("heading", { name: title, exact: false }).first().waitFor();
        }
        await page.getByText("simulated", { exact: true }).first().waitFor(); // simulated data carries its label
        assert.equal(await page.title(), `${name} · PoUW-DEM`);
        await assertFits(page);
        await assertAccessible(page);
        assert.deepEqual(faults, []);
      });
    }
  });
}

/** Opens the newest decision with the keyboard alone, reads it, closes it with Escape. */
export async function assertDrawer(browser, base) {
  const { page, faults, close } = await tab(browser);
  try {
    await open(page, `${base}/allocation`, "Allocation");
    const chart = page.getByRole("slider");
    await chart.focus();
    const before = await chart.getAttribute("aria-valuenow");
    await page.keyboard.press("ArrowLeft");
    await page.waitForFunction((v) => document.querySelector("[role=slider]")?.getAttribute("aria-valuenow") !== v, before);
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog");
    for (const title of ["Reasons", "Guard", "What each policy proposed", "What it knew", "The prices that it expected", "Commands", "Settlement"]) {
      await drawer.getByRole("heading", { name: title, exact: false }).first().waitFor();
    }
    assert.match(page.url(), /decision=/);
    await assertAccessible(page);
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    assert.doesNotMatch(page.url(), /decision=/);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("role")), "slider", "focus returns to the chart");
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
}

/** Every chart can be read as a table. */
export async function assertTables(browser, base, path, name) {
  const { page, faults, close } = await tab(browser);
  try {
    await open(page, base + path, name);
    await page.getByRole("button", { name: "Show as table" }).first().click();
    const region = page.getByRole("region", { name: /as a table$/ }).first();
    assert.ok((await region.getByRole("row").count()) > 1, "the table has rows");
    await assertAccessible(page);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
}
