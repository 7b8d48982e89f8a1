// The server's clock, which in a simulated world runs faster than the wall's.
// Answers carry its time; between them it is extrapolated at its speed.
import { useEffect, useState } from "preact/hooks";

let origin = Date.now();
let seen = Date.now();
let rate = 1;

/** Sets the clock to what an answer said that it is now. */
export function sync(iso: string | undefined, speed: number | undefined): void {
  const time = Date.parse(iso ?? "");
  if (Number.isNaN(time)) return;
  origin = time;
  seen = Date.now();
  rate = speed && speed > 0 ? speed : 1;
}

/** The server's time in ms since 1970. */
export function now(): number {
  return origin + (Date.now() - seen) * rate;
}

/** Seconds on the server's clock in one second of the wall's. */
export function speed(): number {
  return rate;
}

/** The server's time, rendered again every second. */
export function useNow(): number {
  const [, render] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => render((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return now();
}
