// Reading and changing things through the HTTP API. An answer is kept per
// address, shared by every panel that shows it, and fetched again only when the
// live stream says that something it is made of has changed.
import { useEffect, useRef, useState } from "preact/hooks";
import { onLive, onReopen } from "./live";

/** Why a request failed, as RFC 9457 problem details say it. */
export class Problem extends Error {
  constructor(
    readonly status: number, // 0: the server could not be reached
    message: string,
  ) {
    super(message);
  }
}

async function problem(response: Response): Promise<Problem> {
  try {
    const body = await response.json();
    const fields = (body.errors ?? []).map((e: { location?: string; message?: string }) =>
      [e.location, e.message].filter(Boolean).join(": "),
    );
    return new Problem(response.status, [body.detail ?? body.title, ...fields].filter(Boolean).join("; "));
  } catch {
    return new Problem(response.status, `${response.status} ${response.statusText}`);
  }
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, headers: { Accept: "application/json", ...init.headers } });
  } catch {
    throw new Problem(0, "The server cannot be reached.");
  }
}

/** Fetches JSON; any answer that is not a success is a Problem. */
export async function get<T>(path: string): Promise<T> {
  const response = await send(path, {});
  if (!response.ok) throw await problem(response);
  return response.json() as Promise<T>;
}

/** Fetches a file as it stands, to the byte. */
export async function getText(path: string): Promise<string> {
  const response = await send(path, {});
  if (!response.ok) throw await problem(response);
  return response.text();
}

/** Changes something; a body that is text is sent as it stands. The answer is its JSON, or undefined if it has none. */
export async function change<T>(method: "POST" | "DELETE", path: string, body?: unknown): Promise<T | undefined> {
  const response = await send(path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
  });
  if (!response.ok) throw await problem(response);
  const text = await response.text();
  return text ? (JSON.parse(text) as T) : undefined;
}

export interface Resource<T> {
  data: T | undefined; // the last good answer, kept while a newer one is fetched
  error: Problem | undefined;
  loading: boolean; // nothing to show yet
  reload: () => void;
}

interface Entry {
  data?: unknown;
  error?: Problem | undefined;
  kinds: Set<string>; // of live events that make it old
  watchers: Set<() => void>;
  running: boolean;
  again: boolean; // changed while it was being fetched
  loaded: number; // wall ms of the last answer
  timer?: ReturnType<typeof setTimeout> | undefined;
}

const entries = new Map<string, Entry>();
const settle = 300; // ms in which a burst of events becomes one request
const pause = 1000; // ms between two requests of the same address, whatever happens

async function load(path: string, entry: Entry): Promise<void> {
  if (entry.running) {
    entry.again = true;
    return;
  }
  entry.running = true;
  try {
    entry.data = await get(path);
    entry.error = undefined;
  } catch (error) {
    entry.error = error instanceof Problem ? error : new Problem(0, String(error));
  }
  entry.running = false;
  entry.loaded = Date.now();
  entry.watchers.forEach((tell) => tell());
  if (entry.again) {
    entry.again = false;
    soon(path, entry);
  }
}

function soon(path: string, entry: Entry): void {
  if (entry.timer !== undefined || entry.watchers.size === 0) return;
  entry.timer = setTimeout(() => {
    entry.timer = undefined;
    void load(path, entry);
  }, Math.max(settle, entry.loaded + pause - Date.now()));
}

/** Fetches again everything on screen that events of the kind change; every kind if none is named. */
export function refresh(kind?: string): void {
  for (const [path, entry] of entries) {
    if (kind === undefined || entry.kinds.has(kind)) soon(path, entry);
  }
}

/** Keeps answers in step with the live stream; call once. */
export function follow(): void {
  onLive((event) => refresh(event.kind));
  onReopen(() => refresh());
}

/** The answer at a path, kept current; an empty path asks for nothing. */
export function useResource<T>(path: string, kinds: readonly string[] = []): Resource<T> {
  const [, render] = useState(0);
  const wanted = kinds.join();
  useEffect(() => {
    if (!path) return;
    let entry = entries.get(path);
    if (!entry) {
      entry = { kinds: new Set(), watchers: new Set(), running: false, again: false, loaded: 0 };
      entries.set(path, entry);
    }
    const mine = entry;
    for (const kind of wanted.split(",")) mine.kinds.add(kind);
    const tell = () => render((n) => n + 1);
    mine.watchers.add(tell);
    void load(path, mine);
    return () => {
      mine.watchers.delete(tell);
      if (mine.watchers.size === 0) entries.delete(path);
    };
  }, [path, wanted]);
  const entry = entries.get(path);
  const before = useRef<{ question: string; data: unknown }>({ question: "", data: undefined });
  const question = path.replace(/[?&](from|to)=[^&]*/g, "");
  if (entry?.data !== undefined) before.current = { question, data: entry.data };
  // A window that moved on shows what it had until its own answer is there.
  const kept = before.current.question === question ? before.current.data : undefined;
  const data = (entry?.data ?? kept) as T | undefined;
  return {
    data,
    error: entry?.error,
    loading: Boolean(path) && data === undefined && entry?.error === undefined,
    reload: () => entry && void load(path, entry),
  };
}
