// Numbers, money and times as people read them. Every function takes what the
// API sends, units included in the names, and shows "–" for what is not known.

export const none = "–";

const zone = "America/Chicago"; // ERCOT's clock

type Maybe = number | null | undefined;

function known(v: Maybe): v is number {
  return typeof v === "number" && Number.isFinite(v);
}

/** A number with a fixed count of decimals, thousands separated. */
export function number(v: Maybe, decimals = 0): string {
  if (!known(v)) return none;
  const text = Math.abs(v).toLocaleString("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return v < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** A number with about three significant digits, for quantities of any size. */
export function compact(v: Maybe): string {
  if (!known(v)) return none;
  const a = Math.abs(v);
  if (a !== 0 && a < 0.001) return v.toExponential(2).replace("-", "−");
  if (a < 1) return number(v, 4);
  if (a < 100) return number(v, 2);
  if (a < 10_000) return number(v, a < 1000 ? 1 : 0);
  for (const [size, suffix] of [[1e12, "T"], [1e9, "G"], [1e6, "M"]] as const) {
    if (a >= size) return `${number(v / size, 2)} ${suffix}`;
  }
  return number(v, 0);
}

/** Dollars: cents below a thousand, none above, millions shortened. */
export function usd(v: Maybe): string {
  if (!known(v)) return none;
  const a = Math.abs(v);
  const text = a >= 1e6 ? `${number(a / 1e6, 2)}M` : number(a, a >= 1000 ? 0 : 2);
  return v < 0 && /[1-9]/.test(text) ? `−$${text}` : `$${text}`;
}

/** Dollars with a sign on both sides of zero, for differences. */
export function signedUSD(v: Maybe): string {
  return known(v) && v > 0 && /[1-9]/.test(usd(v)) ? `+${usd(v)}` : usd(v);
}

/** A rate of earning; cents of it mean nothing from a hundred up. */
export function usdPerH(v: Maybe): string {
  if (!known(v)) return none;
  const text = Math.abs(v) >= 100 && Math.abs(v) < 1000 ? `${v < 0 ? "−" : ""}$${number(Math.abs(v))}` : usd(v);
  return `${text}/h`;
}

/** The same with a sign on both sides of zero. */
export function signedPerH(v: Maybe): string {
  const text = usdPerH(v);
  return known(v) && v > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

export function usdPerMWh(v: Maybe): string {
  return known(v) ? `${usd(v)}/MWh` : none;
}

/** Dollars per watt and year are small numbers; three digits of them are shown. */
export function small(v: Maybe, digits = 3): string {
  if (!known(v)) return none;
  if (v === 0) return "0";
  const decimals = Math.min(12, Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(v)))));
  return number(v, decimals);
}

/** Dollars for each watt and year. */
export function usdPerW(v: Maybe): string {
  return known(v) ? `${v < 0 ? "−" : ""}$${small(Math.abs(v))}/W a year` : none;
}

export function mw(v: Maybe): string {
  if (!known(v)) return none;
  if (Math.abs(v) < 5e-5) return "0 MW"; // what is left of sums of fractions
  const a = Math.abs(v);
  return a < 0.1 ? `${number(v * 1000, 1)} kW` : `${number(v, a < 10 ? 2 : a < 1000 ? 1 : 0)} MW`;
}

export function mwh(v: Maybe): string {
  return known(v) ? `${number(v, Math.abs(v) < 10 ? 2 : Math.abs(v) < 1000 ? 1 : 0)} MWh` : none;
}

/** A fraction as a percentage. */
export function percent(v: Maybe, decimals = 1): string {
  return known(v) ? `${number(v * 100, decimals)} %` : none;
}

/** A length of time, two units at most. */
export function duration(seconds: Maybe): string {
  if (!known(seconds)) return none;
  const s = Math.round(Math.abs(seconds));
  if (s < 60) return `${s} s`;
  const minutes = Math.floor(s / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 > 0 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  return `${Math.floor(hours / 24)} d`;
}

/** m:ss until something happens; 0:00 once it is due. */
export function countdown(seconds: Maybe): string {
  if (!known(seconds)) return none;
  const s = Math.max(0, Math.floor(seconds));
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}`;
}

function instant(iso: string | number | null | undefined): Date | undefined {
  if (iso === null || iso === undefined || iso === "") return undefined;
  const t = new Date(iso);
  return Number.isNaN(t.getTime()) || t.getUTCFullYear() < 1970 ? undefined : t;
}

/** Hours and minutes in Central time. */
export function clock(iso: string | number | null | undefined): string {
  const t = instant(iso);
  if (!t) return none;
  return t.toLocaleTimeString("en-US", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** Day, hours and minutes in Central time. */
export function dayClock(iso: string | number | null | undefined): string {
  const t = instant(iso);
  if (!t) return none;
  const day = t.toLocaleDateString("en-US", { timeZone: zone, month: "short", day: "numeric" });
  return `${day} ${clock(iso)}`;
}

/** The same instant in UTC, for titles and keys: 2026-01-31T18:05Z. */
export function utcKey(iso: string | number | null | undefined): string {
  const t = instant(iso);
  return t ? `${t.toISOString().slice(0, 16)}Z` : none;
}

/** A value of a market series with its unit, scaled to what people say. */
export function quantity(v: Maybe, unit: string): string {
  if (!known(v)) return none;
  switch (unit) {
    case "$/MWh":
      return usdPerMWh(v);
    case "$/MW per h":
      return `${usd(v)}/MW·h`;
    case "$/BTC":
      return `$${number(v)}`;
    case "$/PH/day":
    case "$/GPU-h":
      return `${usd(v)}${unit.slice(1)}`;
    case "fraction":
      return percent(v);
    case "TH/s":
      return Math.abs(v) >= 1e6 ? `${number(v / 1e6, 1)} EH/s` : `${compact(v)} TH/s`;
    case "difficulty":
      return compact(v);
    case "level":
    case "blocks":
      return number(v);
    case "MW":
      return mw(v);
    default:
      return `${compact(v)} ${unit}`;
  }
}
