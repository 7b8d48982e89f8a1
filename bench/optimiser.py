"""Runs the optimiser's laboratory over history and writes docs/results-optimiser.md.

Usage: optimiser.py PROGRAM DATA OUT [CACHE]. Answers are kept in CACHE, a folder,
so that a stopped run goes on where it was; with KEPT=1 in the environment only
those are used, and what is not among them is left out of the tables.
"""
import csv
import gzip
import hashlib
import json
import os
import subprocess
import sys

program, data, out = sys.argv[1:4]
cache = sys.argv[4] if len(sys.argv) > 4 else None
market = data + "/market/"
HOURLY = ["--rt", market + "ercot_rtm_spp_hourly_2023-12_2025-06.csv.gz", "--dam", market + "ercot_dam_spp_hourly_2021-01_2025-06.csv.gz",
          "--as", market + "ercot_dam_as_mcpc_hourly_2024-01_2025-06.csv.gz", "--load", market + "ercot_native_load_hourly_2023-01_2025-06.csv.gz",
          "--hashprice", market + "btc_hashprice_daily_2020-06_2025-06.csv"]
QUARTERS = ["--rt", market + "ercot_rtm_spp_15min_HB_SOUTH_2024-06-01_2025-03-27.csv.gz", "--dam", market + "ercot_dam_spp_hourly_2021-01_2025-06.csv.gz",
            "--hashprice", market + "btc_hashprice_daily_2020-06_2025-06.csv"]
YEARS = {"2024": ["--from", "2024-01-01", "--to", "2024-12-31"], "2025-H1": ["--from", "2025-01-01", "--to", "2025-06-30"]}
MACHINES = {"S19j Pro": ["--jth", "29.5", "--start-cost", "5"], "S21": ["--jth", "17.5", "--start-cost", "5"],
            "S19j Pro, 30 % GPU": ["--jth", "29.5", "--start-cost", "5", "--gpu-share", "0.3"]}
POLICIES = ["--policy", "always,dayahead,greedy,mpc"]
KEPT = os.environ.get("KEPT") == "1"
lines = []


class Missing(Exception):
    """An answer that is not kept."""


def say(*text):
    lines.extend(text)


def shown(args):
    own = (cache or "/tmp") + "/"
    return "pouwdem backtest " + " ".join(a.replace(data, "$DATA").replace(own, "") if " " not in a else repr(a) for a in args)


def text(args):
    """The program's answer as text, from the cache where it is there."""
    key = hashlib.sha256("\0".join(args).encode()).hexdigest()[:24]
    path = os.path.join(cache, key) if cache else None
    if path and os.path.exists(path):
        return open(path).read()
    if KEPT:
        raise Missing(shown(args))
    print("backtest", *(a for a in args if "/" not in a), file=sys.stderr, flush=True)
    answer = subprocess.run([program, "backtest", *args], check=True, capture_output=True, text=True).stdout
    if path:
        with open(path, "w") as f:
            f.write(answer)
    return answer


def study(*args):
    return json.loads(text([*args, "--json"]))


def yearly(report, policy):
    return report["policies"][policy]["profit_usd"] / report["mw_years"]


def capture(report, policy):
    p = report["policies"][policy]
    if p["capture_ratio"] is None:
        low, high = p["above_threshold_usd_ci95"]
        return f"none: {low / report['mw_years']:+,.0f} to {high / report['mw_years']:+,.0f} $ above the static rule"
    low, high = p["capture_ratio_ci95"]
    return f"{100 * p['capture_ratio']:.0f} % ({100 * low:.0f} to {100 * high:.0f})"


def money(v):
    return f"{v:,.0f}"


def row(*cells):
    say("| " + " | ".join(str(c) for c in cells) + " |")


def table(*head):
    row(*head)
    say("|" + "---|" * len(head))


def levers_of(machine):
    sets = [("energy", "energy"), ("energy and reserve", "energy,as"), ("energy and peaks", "energy,cp")]
    if "GPU" in machine:
        sets.append(("energy and inference", "energy,inference"))
    return sets + [("all", "all")]


def leaderboard():
    say("## Leaderboard", "",
        "Dollars per MW of machines and year. *Static* is the tuned threshold rule with the same levers: reserve offered at one",
        "tuned price in every hour and kept on when awarded, miners off in tuned hours near the month's peak. `greedy` offers as that does and",
        "buys back what holding costs more than at the newest price; mpc plans what it holds. *Foresight* knows",
        "every price and plays the same levers under the same constraints. The capture ratio is (mpc - static) / (foresight -",
        "static) with its 95 % interval; where the gap is below 1 % of profit or its interval touches zero there is none, and the",
        "interval of the difference stands in its place. 2024 has nothing before it to tune or to learn on, so that the",
        "threshold has no hysteresis in it and, with energy alone, equals `greedy`. 2025-H1 is stated for a year, and with peaks holds one of the year's four.", "")
    sums, left_out = {}, []
    for zone in ["LZ_WEST", "LZ_HOUSTON"]:
        for machine, machine_args in MACHINES.items():
            say(f"### {zone}, {machine}", "")
            table("period", "levers", "always", "day-ahead", "greedy", "static", "mpc", "foresight", "capture of mpc (95 %)")
            for year, year_args in YEARS.items():
                for name, levers in levers_of(machine):
                    try:
                        r = study(*HOURLY, "--zone", zone, *machine_args, *year_args, *POLICIES, "--levers", levers)
                    except Missing:
                        left_out.append(f"{zone}, {machine}, {year}, {name}")
                        continue
                    sums[zone, machine, year, name] = r
                    row(year, name, *(money(yearly(r, p)) for p in ["always", "dayahead", "greedy", "threshold", "mpc", "oracle"]), capture(r, "mpc"))
            say("")
    if left_out:
        say("Not run when this was written: " + "; ".join(left_out) + ".", "")
    say("Command of the first line (others differ in zone, machines, days and levers):", "",
        "    " + shown([*HOURLY, "--zone", "LZ_WEST", *MACHINES["S19j Pro"], *YEARS["2024"], *POLICIES, "--levers", "energy"]), "")
    return sums


def readings(sums):
    say("## What the leaderboard says", "", "Studies by how sure it is that mpc earns more than the static rule with the same levers:", "")
    table("levers", "more, the 95 % interval of the difference is above zero", "the interval holds zero", "less")
    for name in dict.fromkeys(key[3] for key in sums):
        more = less = 0
        rows = [r for key, r in sums.items() if key[3] == name]
        for r in rows:
            low, high = r["policies"]["mpc"]["above_threshold_usd_ci95"]
            more, less = more + (low > 0), less + (high < 0)
        row(name, more, len(rows) - more - less, less)
    say("", "Studies share their days, so that the counts are not independent.", "")


def value_of_levers(sums):
    say("## What each lever is worth", "",
        "To mpc, $/MW-year. Energy: above running everything. Reserve and inference: what they add to energy alone. Peaks: above energy",
        "with the same charge and no answer to it, which is what `always` pays. Beside it what the static rule makes of all of them.", "")
    table("zone", "machines", "period", "energy", "reserve", "peaks", "inference", "all, mpc", "all, static", "all, foresight", "all, mpc less static (95 %)")
    for (zone, machine, year, name), r in sums.items():
        if name != "energy":
            continue

        def of(levers, value):
            return money(value(sums[zone, machine, year, levers])) if (zone, machine, year, levers) in sums else "-"
        alone, running = yearly(r, "mpc"), yearly(r, "always")
        row(zone, machine, year, money(alone - running), of("energy and reserve", lambda x: yearly(x, "mpc") - alone),
            of("energy and peaks", lambda x: yearly(x, "mpc") - alone - (yearly(x, "always") - running)),
            of("energy and inference", lambda x: yearly(x, "mpc") - alone),
*(of("all", lambda x, p=p: yearly(x, p) - yearly(sums[zone, machine, year, "energy and peaks"], "always"))
              if (zone, machine, year, "energy and peaks") in sums else "-" for p in ("mpc", "threshold", "oracle")),
            interval(sums.get((zone, machine, year, "all"))))
    say("", "*All* is above `always` without reserve, its transmission charge counted. The intervals of single levers are those of the leaderboard.", "")


def interval(r):
    """What mpc earns above the static rule, with its interval."""
    if r is None:
        return "-"
    low, high = r["policies"]["mpc"]["above_threshold_usd_ci95"]
    return f"{yearly(r, 'mpc') - yearly(r, 'threshold'):+,.0f} ({low / r['mw_years']:+,.0f} to {high / r['mw_years']:+,.0f})"


def left_for_learning(sums):
    say("## What is left", "",
        "Foresight less mpc, with all levers, $/MW-year: no policy can close all of it, since foresight knows what nobody can.", "")
    table("zone", "machines", "period", "foresight less mpc", "foresight less static")
    for (zone, machine, year, name), r in sums.items():
        if name == "all":
            row(zone, machine, year, money(yearly(r, "oracle") - yearly(r, "mpc")), money(yearly(r, "oracle") - yearly(r, "threshold")))
    say("")


def forecasts():
    say("## The forecast is what mpc stands on", "",
        "LZ_WEST, S19j Pro, energy alone. *Shuffled* deals out the hours of each forecast at random, *perfect* is the price itself;",
        "between them its own forecast with errors scaled.", "")
    table("forecast", "2024: mpc, $/MW-year", "capture (95 %)", "2025-H1: mpc, $/MW-year", "capture (95 %)")
    names = {"2": "own, errors doubled", "0.5": "own, errors halved", "none": "none: day-ahead prices with an assumed error"}
    for f in ["shuffled", "2", "none", "own", "0.5", "perfect"]:
        cells = []
        for year_args in YEARS.values():
            try:
                r = study(*HOURLY, "--zone", "LZ_WEST", *MACHINES["S19j Pro"], *year_args, "--policy", "mpc", "--levers", "energy", "--forecast", f)
                cells += [money(yearly(r, "mpc")), capture(r, "mpc")]
            except Missing:
                cells += ["-", "-"]
        row(names.get(f, f), *cells)
    say("")


VARIED = {"hashprice-factor": ("hashprice times", "0.7,1,1.3"), "adder": ("adder, $/MWh", "0,10,20"), "start-cost": ("restart, $/MW", "5,20,100"),
          "lag": ("prices show later by", "0s,1h"), "forecast": ("forecast", "shuffled,2,none,own,0.5,perfect"), "reserve-follow": ("share of energy's rise in reserve", "0,0.5,1")}


def varied(base, flag, values):
    """Studies the values of a flag, and draws them where they are not in the cache."""
    return study(*base, "--vary", f"{flag}={values}", "--plot", os.path.join(os.path.dirname(out), "images"))


def sensitivities():
    say("## Sensitivities", "",
        "LZ_WEST, S19j Pro, April to June 2025, energy alone (the last with reserve), $/MW-year. Hourly data overstate what a lag costs: prices come",
        "out every quarter of an hour.", "")
    base = [*HOURLY, "--zone", "LZ_WEST", *MACHINES["S19j Pro"], "--from", "2025-04-01", "--to", "2025-06-30", "--policy", "mpc,always,greedy"]
    table("changed", "to", "always", "greedy", "static", "mpc", "foresight", "capture of mpc (95 %)")
    drawn = []
    for flag, (name, values) in VARIED.items():
        try:
            answer = varied([*base, "--levers", "energy,as" if flag == "reserve-follow" else "energy"], flag, values)
        except Missing:
            continue
        drawn.append(flag)
        for value, r in zip(answer["values"], answer["reports"]):
            row(name, value, *(money(yearly(r, p)) for p in ["always", "greedy", "threshold", "mpc", "oracle"]), capture(r, "mpc"))
    say("", "What each earns above the static rule, with its 95 % interval:", "")
    say(*(f"![{VARIED[flag][0]}](images/sensitivity-{flag}.svg)" for flag in drawn))
    say("", "At HB_SOUTH on quarter hours, 2025-03-01 to 2025-03-26, a restart at 5 $/MW, tuned and learned on the months before:", "")
    table("changed", "always", "static", "mpc", "foresight", "capture of mpc (95 %)")
    for name, args in [("nothing", []), ("prices a quarter of an hour later", ["--lag", "15m"])]:
        try:
            r = study(*QUARTERS, "--zone", "HB_SOUTH", "--jth", "29.5", "--start-cost", "5", "--from", "2025-03-01", "--to", "2025-03-26",
                      "--policy", "always,mpc", "--levers", "energy", *args)
        except Missing:
            continue
        row(name, *(money(yearly(r, p)) for p in ["always", "threshold", "mpc", "oracle"]), capture(r, "mpc"))
    say("")


def buying_back():
    say("## When buying back costs more", "",
        "LZ_WEST and LZ_HOUSTON, S19j Pro, energy and reserve, $/MW-year. The real-time price of reserve is assumed to be the day-ahead price and",
        "a share of what energy is above its own day-ahead price (`--reserve-follow`). Where capacity is short, energy and reserve rise together and",
        "the share is near 1: buying back then saves about nothing. Where energy is dear behind",
        "a constraint, reserve is not, and the share is near 0.", "")
    table("zone", "period", "share", "greedy", "static", "mpc", "foresight", "capture of mpc (95 %)")
    for zone in ["LZ_WEST", "LZ_HOUSTON"]:
        for year, year_args in YEARS.items():
            for share in ["0", "0.5", "1"]:
                try:
                    r = study(*HOURLY, "--zone", zone, *MACHINES["S19j Pro"], *year_args, "--policy", "greedy,mpc", "--levers", "energy,as", "--reserve-follow", share)
                except Missing:
                    continue
                row(zone, year, share, *(money(yearly(r, p)) for p in ["greedy", "threshold", "mpc", "oracle"]), capture(r, "mpc"))
    say("")


def replays():
    say("## Scarcity, hour by hour", "",
        "LZ_WEST, 1 MW of S19j Pro, energy and reserve: power (MW), reserve held (MW) and profit of the hour ($) by policy.", "",
        "### 8 May 2024", "", "```")
    args = [*HOURLY, "--zone", "LZ_WEST", *MACHINES["S19j Pro"], "--from", "2024-05-01", "--to", "2024-05-12", "--policy", "mpc", "--levers", "energy,as"]
    replay([*args, "--replay", "2024-05-08"])
    say("```", "", "### Every hour above 1,000 $/MWh, 2024 to June 2025", "", "```")
    for year in YEARS.values():
        args = [*HOURLY, "--zone", "LZ_WEST", *MACHINES["S19j Pro"], *year, "--policy", "mpc", "--levers", "energy,as"]
        replay([*args, "--replay", "1000"])
    say("```", "")
    uri()


def replay(args):
    try:
        say("$ " + shown(args), *hours_of(text(args)))
    except Missing as e:
        say(f"not run: {e}")


def hours_of(answer):
    """The replay that follows the table."""
    rows = answer.split("\n")
    at = next(i for i, line in enumerate(rows) if "Central time" in line)
    return [line.rstrip() for line in rows[at:] if line.strip()]


def uri():
    folder = cache or "/tmp"
    eea, reserve = os.path.join(folder, "uri-eea.csv"), os.path.join(folder, "uri-as.csv")
    with open(eea, "w") as f:
        # ERCOT's account of 15 to 19 February 2021, Central time plus six hours.
        f.write("start_utc,level\n2021-02-10T06:00:00Z,0\n2021-02-15T06:15:00Z,1\n2021-02-15T07:07:00Z,2\n2021-02-15T07:20:00Z,3\n2021-02-19T15:00:00Z,2\n2021-02-19T16:35:00Z,0\n")
    dam = market + "ercot_dam_spp_hourly_2021-01_2025-06.csv.gz"
    with open(reserve, "w") as f, gzip.open(dam, "rt") as prices:
        f.write("interval_start_utc,RRS\n")
        for one in csv.DictReader(prices):
            if "2021-01-10" <= one["interval_start_utc"] < "2021-02-25":
                f.write(f"{one['interval_start_utc']},{5 + 0.7 * max(0, float(one['HB_NORTH']) - 100):.2f}\n")
    args = ["--rt", dam, "--dam", dam, "--as", reserve, "--eea", eea, "--hashprice", market + "btc_hashprice_daily_2020-06_2025-06.csv",
            "--zone", "HB_NORTH", *MACHINES["S19j Pro"], "--from", "2021-02-12", "--to", "2021-02-20", "--policy", "mpc", "--levers", "energy,as"]
    say("### Uri, simulated", "",
        "February 2021 at HB_NORTH. Day-ahead prices stand in for real-time ones, so that what comes is known a day ahead; reserve is",
        "SIMULATED at 5 $/MW-h and seven tenths of what energy is above 100 $/MWh; emergency levels follow ERCOT's account. What the",
        "policies would have shed for the price, awards held on until the emergency; at level 2 and above Guard takes interruptible load off,",
        "against the awards, as ERCOT deploys load resources then.", "", "```")
    replay([*args, "--replay", "2021-02-14,2021-02-15,2021-02-19"])
    say("```", "")


def main():
    if cache:
        os.makedirs(cache, exist_ok=True)
    say("# Results of the optimiser", "",
        "Written by `bench/optimiser.sh` (part of `make evidence`) from recorded prices; how it decides is in [optimiser.md](optimiser.md).",
        "**Pre-RTC+B prices, assumed imbalance**: all prices are from before 5 December 2025. Reserve is cleared at the day-ahead MCPC,",
        "each MW as its dearest product of RRS, ECRS and Non-Spin. There was no real-time price of reserve: what is bought back is assumed to cost",
        "the day-ahead price; *When buying back costs more* says what hangs on that. Nothing is called. Energy at the real-time price without",
        "adders, a restart costs 5 $/MW, inference prices are constants by tier (`--gpu-share`), transmission 66,000 $/MW-year by 4CP. Hourly data: what switching earns is overstated, and a capture",
        "ratio on it is of hourly decisions. The parameters of mpc are its defaults, chosen before these runs; the rule by which",
        "its reserve offers depart from the static rule (a lead of more than a standard error over 90 days) was chosen with both zones and periods in",
        "view, so that ratios with reserve are not fully out of sample; those with energy and peaks alone are.", "")
    sums = leaderboard()
    readings(sums)
    value_of_levers(sums)
    left_for_learning(sums)
    forecasts()
    sensitivities()
    buying_back()
    replays()
    say("## Beside what is published", "",
        "- Learned or forecast-driven arbitrage by storage reaches 50 to 90 % of perfect foresight (Zheng and Xu 2021; Zheng and others 2022), measured",
        "  from nothing; the ratios above are measured from a tuned rule, which is the harder zero. From `always` mpc reaches:", "")
    table("zone", "machines", "period", "levers", "(mpc - always) / (foresight - always)")
    for (zone, machine, year, name), r in sums.items():
        if name in ("energy", "all"):
            a, m, o = (yearly(r, p) for p in ("always", "mpc", "oracle"))
            row(zone, machine, year, name, f"{100 * (m - a) / (o - a):.0f} %")
    say("", "- Ancillary services raise a miner's profit by more than 20 % in Menati and others 2023 (ERCOT traces of dearer years). Here they add:", "")
    table("zone", "machines", "period", "profit of mpc with reserve over without")
    for (zone, machine, year, name), r in sums.items():
        if name == "energy" and (zone, machine, year, "energy and reserve") in sums:
            with_reserve = sums[zone, machine, year, "energy and reserve"]
            row(zone, machine, year, f"{100 * (yearly(with_reserve, 'mpc') / yearly(r, 'mpc') - 1):+.1f} %")
    with open(out, "w") as f:
        f.write("\n".join(lines) + "\n")


main()
