// Takes docs/images/overview.png from a running program:
// POUWDEM_BIN=../bin/pouwdem npm run screenshot
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch } from "./browser/browser.mjs";
import { open } from "./browser/page.mjs";
import { startProgram } from "./browser/program.mjs";

const folder = fileURLToPath(new URL("../../docs/images/", import.meta.url));
const hours = 24; // of the world's time, so that prices have been high and low

if (!process.env.POUWDEM_BIN) throw new Error("POUWDEM_BIN must name the binary");
const program = await startProgram(process.env.POUWDEM_BIN, { speed: 600, decisions: 100 });
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, colorScheme: "light" });
  await open(page, program.url, "Overview");
  await page.waitForFunction(
    async (wanted) => {
      const metrics = await (await fetch("/api/metrics")).json();
      return metrics.sites[0].trend.start_s.length >= wanted;
    },
    hours,
    { timeout: 600_000, polling: 5_000 },
  );
  await open(page, program.url, "Overview");
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}overview.png`, fullPage: true });
} finally {
  await browser.close();
  await program.stop();
}
