// The program under test, as its users start it: POUWDEM_BIN names the binary.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const patience = 60_000; // ms until the address is printed and the first decisions are there

/** When the world begins: at 13:00 UTC of tomorrow, so that what it shows does not hang on the hour at which it is run. */
function worldStart() {
  const start = new Date(Date.now() + 86_400_000);
  start.setUTCHours(13, 0, 0, 0);
  return start.toISOString();
}

/**
 * Starts the simulated world in a fresh folder and waits for some decisions.
 * The answer's fault(target, kind) breaks one of the stand-ins that the program
 * reads from until it is called with "none".
 */
export async function startProgram(binary, { speed = 600, decisions = 3 } = {}) {
  const data = await mkdtemp(join(tmpdir(), "pouwdem-"));
  const child = spawn(binary, ["run", "--listen", "127.0.0.1:0", "--data", data, "--print-addr", "--speed", String(speed)], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { POUWDEM_START: worldStart(), ...process.env },
  });
  const said = [];
  let world = "";
  createInterface({ input: child.stderr }).on("line", (line) => {
    world ||= line.match(/simulated world listens\b.*address\W+(127\.0\.0\.1:\d+)/)?.[1] ?? "";
    if (said.push(line) > 50) said.shift();
  });
  const fault = async (target, kind) => {
    const answer = await fetch(`http://${world}/_faults`, { method: "PUT", body: JSON.stringify({ target, kind, for_seconds: 300 }) });
    if (!answer.ok) throw new Error(`fault ${kind} on ${target}: status ${answer.status}`);
  };
  const ended = new Promise((done) => child.once("exit", done));
  const stop = async () => {
    child.kill("SIGTERM");
    const forced = setTimeout(() => child.kill("SIGKILL"), patience);
    const code = await ended;
    clearTimeout(forced);
    if (code === null) throw new Error(`the program did not stop within ${patience / 1000} s of SIGTERM:\n${said.join("\n")}`);
    await rm(data, { recursive: true, force: true });
  };
  try {
    const url = await address(child, ended, said);
    await decided(url, decisions);
    return { url, stop, fault };
  } catch (error) {
    await stop();
    throw error;
  }
}

function address(child, ended, said) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no address was printed:\n${said.join("\n")}`)), patience);
    createInterface({ input: child.stdout }).on("line", (line) => {
      const match = line.match(/^listening (http:\/\/\S+)$/);
      if (match) resolve(match[1]);
      if (match) clearTimeout(timer);
    });
    ended.then((code) => reject(new Error(`the program ended with ${code}:\n${said.join("\n")}`)));
  });
}

async function decided(url, wanted) {
  const deadline = Date.now() + patience;
  for (;;) {
    const metrics = await (await fetch(`${url}/api/metrics`)).json();
    const site = metrics.sites?.[0]?.site;
    const answer = site && (await (await fetch(`${url}/api/decisions?site=${site}`)).json());
    const settled = metrics.windows?.[0]?.mwh > 0;
    if (settled && answer?.decisions?.length >= wanted) return;
    if (Date.now() > deadline) throw new Error(`${wanted} decisions and a settlement did not come within ${patience / 1000} s`);
    await new Promise((wait) => setTimeout(wait, 200));
  }
}
