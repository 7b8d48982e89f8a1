// Small marks that go with a number or a title: simulated, stale, a use, a
// state. Each says in words what its colour says.
import type { ComponentChildren } from "preact";
import { duration, quantity, utcKey } from "./format";
import type { Value } from "./api.gen";
import { isUse, useName } from "./uses";

export function SimulatedMark() {
  return <span class="mark simulated">simulated</span>;
}

export type Tone = "good" | "warn" | "bad" | "plain";

const shapes: Record<Tone, string> = { good: "●", warn: "▲", bad: "■", plain: "○" };

export function StateMark({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return (
    <span class={`mark ${tone}`}>
      <span aria-hidden="true">{shapes[tone]} </span>
      {children}
    </span>
  );
}

export function UseMark({ use, tier }: { use: string; tier?: string }) {
  return (
    <span class="use">
      <span class={`swatch fill c-${isUse(use) ? use : "off"}`} aria-hidden="true" />
      {useName(use)}
      {tier && <span class="faint"> {tier}</span>}
    </span>
  );
}

/** A value with its unit; where it comes from and how old it is on hover and focus. */
export function Quoted({ value }: { value: Value }) {
  return (
    <span class="quoted" title={provenance(value)}>
      {quantity(value.value, value.unit)}
      {value.stale && <StateMark tone="warn">stale</StateMark>}
    </span>
  );
}

export function provenance(v: Value): string {
  if (v.value === null) return "not known";
  const about = v.start_utc ? `for ${utcKey(v.start_utc)}` : "";
  return [`${v.source || "source not named"}`, about, `${duration(v.age_s)} old`, v.stale && "stale", v.simulated && "simulated"]
    .filter(Boolean)
    .join(", ");
}

/** One fact with its source and age, in a list of them. */
export function Fact({ label, value }: { label: string; value: Value }) {
  const tone: Tone = value.value === null ? "plain" : value.stale ? "warn" : "good";
  const state = value.value === null ? "not known" : value.stale ? "stale" : "fresh";
  return (
    <li class={`fact ${tone}`}>
      <span>{label}</span>
      <b class="num">{quantity(value.value, value.unit)}</b>
      <StateMark tone={tone}>{state}</StateMark>
      <span class="fact-origin">
        <span class="source">{value.source || "no source yet"}</span>
        {value.age_s !== null && <span class="soft small nowrap"> {duration(value.age_s)} old</span>}
      </span>
    </li>
  );
}
