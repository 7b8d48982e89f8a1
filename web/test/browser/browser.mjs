// Debian's Chromium, driven by playwright-core.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const executablePath = process.env.POUWDEM_CHROMIUM ?? "/usr/bin/chromium";

/** Why browser tests cannot run here, or undefined. With POUWDEM_REQUIRE_BROWSER set that is a failure. */
export function missing() {
  if (existsSync(executablePath)) return undefined;
  const why = `no browser at ${executablePath}: apt-get install -y --no-install-recommends chromium`;
  if (process.env.POUWDEM_REQUIRE_BROWSER) throw new Error(why);
  return why;
}

export function launch() {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
