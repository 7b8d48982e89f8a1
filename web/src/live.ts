// The live stream: one EventSource per tab, whatever is on screen. The browser
// reconnects by itself and resumes from the last event it saw.
import { useEffect, useState } from "preact/hooks";
import type { Event } from "./api.gen";
import { sync } from "./clock";

const kinds = ["decision", "settlement", "command", "alert", "feed", "order", "chain", "desk"] as const;
const kept = 100; // events in the log on the System page

export interface LiveState {
  connected: boolean;
  last: number; // wall ms of the last event, or of the stream's opening
  log: readonly Event[]; // newest first
}

let state: LiveState = { connected: false, last: Date.now(), log: [] };
const watchers = new Set<() => void>();
const listeners = new Set<(event: Event) => void>();
const reopened = new Set<() => void>();

let telling: ReturnType<typeof setTimeout> | undefined;

/** A burst of events is shown at once: rendering each would hold up the page. */
function update(next: Partial<LiveState>): void {
  state = { ...state, ...next };
  telling ??= setTimeout(() => {
    telling = undefined;
    watchers.forEach((tell) => tell());
  }, 250);
}

/** Calls back for every event, without a component. */
export function onLive(listener: (event: Event) => void): void {
  listeners.add(listener);
}

/** Calls back when the stream is back after a break, in which events may have been missed. */
export function onReopen(listener: () => void): void {
  reopened.add(listener);
}

function receive(message: MessageEvent<string>): void {
  let event: Event;
  try {
    event = JSON.parse(message.data) as Event;
  } catch {
    return; // not an event of ours: nothing on screen depends on it
  }
  update({ last: Date.now(), log: [event, ...state.log].slice(0, kept) });
  listeners.forEach((tell) => tell(event));
}

/** Opens the stream; call once per tab. */
export function connect(path = "/api/events"): void {
  const source = new EventSource(path);
  let broken = false;
  source.addEventListener("open", () => {
    update({ connected: true, last: Date.now() });
    if (broken) reopened.forEach((tell) => tell());
    broken = false;
  });
  source.addEventListener("error", () => {
    broken = true;
    update({ connected: false });
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => connect(path), 5_000); // refused, such as when too many are connected
    }
  });
  for (const kind of kinds) source.addEventListener(kind, receive);
  source.addEventListener("hello", (message: MessageEvent<string>) => {
    const hello = JSON.parse(message.data) as { at_utc: string; clock_speed: number };
    sync(hello.at_utc, hello.clock_speed);
    update({ last: Date.now() });
  });
}

/** The stream's state; the component renders again on every event. */
export function useLive(): LiveState {
  const [, render] = useState(0);
  useEffect(() => {
    const tell = () => render((n) => n + 1);
    watchers.add(tell);
    return () => void watchers.delete(tell);
  }, []);
  return state;
}
