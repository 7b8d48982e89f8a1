import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const f = await load("format.ts");

function table(fn, rows) {
  for (const [args, want] of rows) assert.equal(fn(...args), want, JSON.stringify(args));
}

test("what is not known is a dash, never a zero", () => {
  for (const fn of [f.number, f.compact, f.usd, f.signedUSD, f.usdPerH, f.usdPerMWh, f.small, f.mw, f.mwh, f.percent, f.duration, f.countdown]) {
    for (const v of [null, undefined, NaN, Infinity]) assert.equal(fn(v), "–");
  }
  assert.equal(f.quantity(null, "$/MWh"), "–");
});

test("money shows cents when small, none when large, and a true minus", () => {
  table(f.usd, [[[0], "$0.00"], [[12.345], "$12.35"], [[-12.3], "−$12.30"], [[1234.56], "$1,235"], [[-2.5e6], "−$2.50M"], [[-0.001], "$0.00"]]);
  table(f.signedUSD, [[[3], "+$3.00"], [[-3], "−$3.00"], [[0], "$0.00"], [[0.001], "$0.00"]]);
});

test("a rate of earning drops its cents from a hundred dollars an hour", () => {
  table(f.usdPerH, [[[99.5], "$99.50/h"], [[-419.95], "−$420/h"], [[1613.2], "$1,613/h"]]);
  table(f.signedPerH, [[[419.95], "+$420/h"], [[-3], "−$3.00/h"], [[0.001], "$0.00/h"]]);
});

test("power below a tenth of a megawatt is shown in kilowatts", () => {
  table(f.mw, [[[0], "0 MW"], [[1e-16], "0 MW"], [[0.05], "50.0 kW"], [[3.25], "3.25 MW"], [[17.5], "17.5 MW"]]);
});

test("durations keep two units at most", () => {
  table(f.duration, [[[12], "12 s"], [[180], "3 min"], [[7500], "2 h 5 min"], [[7200], "2 h"], [[200_000], "2 d"]]);
});

test("a countdown stops at zero", () => {
  table(f.countdown, [[[212], "3:32"], [[5.9], "0:05"], [[-3], "0:00"]]);
});

test("times are Central, in winter and in summer, and keys are UTC", () => {
  table(f.clock, [[["2026-01-31T18:05:00Z"], "12:05"], [["2026-07-01T18:05:00Z"], "13:05"], [["2026-01-31T06:00:00Z"], "00:00"], [[""], "–"], [["0001-01-01T00:00:00Z"], "–"]]);
  assert.equal(f.dayClock("2026-02-01T05:30:00Z"), "Jan 31 23:30");
  assert.equal(f.utcKey("2026-01-31T18:05:00Z"), "2026-01-31T18:05Z");
});

test("series are shown in the units that people say", () => {
  table(f.quantity, [
    [[1.05e9, "TH/s"], "1,050.0 EH/s"],
    [[1.4647e14, "difficulty"], "146.47 T"],
    [[0.417, "fraction"], "41.7 %"],
    [[-3.2, "$/MWh"], "−$3.20/MWh"],
    [[48212, "MW"], "48,212 MW"],
    [[2.19, "$/GPU-h"], "$2.19/GPU-h"],
    [[12, "sat/vB"], "12.00 sat/vB"],
  ]);
});

test("dollars per watt keep three digits", () => {
  table(f.small, [[[0.3241], "0.324"], [[0.00012345], "0.000123"], [[2.5], "2.50"], [[0], "0"]]);
});
