// Takes the pictures of docs/images from a running program:
// POUWDEM_BIN=../bin/pouwdem npm run screenshot
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch } from "./browser/browser.mjs";
import { open, pages } from "./browser/page.mjs";
import { startProgram } from "./browser/program.mjs";
import { indexed } from "./png.mjs";

const folder = fileURLToPath(new URL("../../docs/images/", import.meta.url));

const shown = ["Overview", "Grid"];

/** A day has passed, or most of one and some machines are off just now. */
function telling({ total, sites }) {
  const hours = sites[0].trend.start_s.length;
  const off = total.uses.find((u) => u.use === "off")?.power_mw ?? 0;
  return hours >= 24 || (hours >= 16 && off > 1);
}

if (!process.env.POUWDEM_BIN) throw new Error("POUWDEM_BIN must name the binary");
const program = await startProgram(process.env.POUWDEM_BIN, { speed: 400 });
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, colorScheme: "light" });
  while (!telling(await (await fetch(`${program.url}/api/metrics`)).json())) {
    await new Promise((wait) => setTimeout(wait, 1_000));
  }
  await mkdir(folder, { recursive: true });
  for (const { path, name } of pages.filter((p) => shown.includes(p.name))) {
    await open(page, program.url + path, name);
    // Taking a picture holds the program up for minutes of its own time, of which it warns.
    await page.getByRole("link", { name: /alert/ }).waitFor({ state: "detached" });
    if (path === "/") await page.getByText("nothing needs attention").waitFor();
    await writeFile(`${folder}${name.toLowerCase()}.png`, indexed(await page.screenshot({ fullPage: true })));
  }
} finally {
  await browser.close();
  await program.stop();
}
