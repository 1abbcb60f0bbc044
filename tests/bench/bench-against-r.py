#!/usr/bin/python3
"""Bars 5, 6, 7 and 11 side by side with R's forecast package: the same series, one processor, medians per series.

Where R or the package is not installed (Debian: r-cran-forecast), beside our own figures stand those that were recorded
with R 4.2, forecast 8.20 and forecTheta 3.0.
"""

import collections
import os
import pathlib
import statistics
import subprocess
import sys

STEP = 24  # every so many series; R takes a third of a second for some
KINDS = ("MONTHLY", "QUARTERLY", "YEARLY")
RECORDED = {"ets": (332, 61, 5.2), "theta": (3.6, 3.6, 1.9), "dotm": (46, 29, 14), "intermittent": (38,)}
BARS = (("5", "ets", "ETS, automatic", "11 / 2 / .3"), ("6", "theta", "Theta", ".1"), ("6", "dotm", "DOTM", "1.5"),
        ("11", "intermittent", "intermittent", ".01"))
N_M3 = {"MONTHLY": 1428, "QUARTERLY": 756, "YEARLY": 645, "OTHER": 174}

folder = os.environ.get("GRANARY_DATA", "../shared/data")
here = pathlib.Path(__file__).parent


def read_times(command):
    """Milliseconds by method and kind; empty where the command can't be run or fails."""
    try:
        run = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
    except FileNotFoundError:
        return {}
    times = collections.defaultdict(list)
    for line in run.stdout.splitlines() if run.returncode == 0 else []:
        method, kind, ms = line.split()
        times[method, kind].append(float(ms))
    return times


def medians(times, method):
    kinds = KINDS if method != "intermittent" else sorted({kind for name, kind in times if name == method})
    return [statistics.median(times[method, kind]) for kind in kinds if times.get((method, kind))]


def in_words(numbers):
    return " / ".join(f"{number:.3g}" for number in numbers)


def total_seconds(times, method):
    """All of M3, from the means of the sample."""
    return sum(statistics.mean(times[method, kind]) * n for kind, n in N_M3.items() if times.get((method, kind))) / 1000


def main(build):
    if not os.path.exists(os.path.join(folder, "m3.csv.gz")):
        print(f"  skipped: no data in {folder}")
        return
    ours = read_times([os.path.join(build, "tests/bench/time-methods"), str(STEP)])
    theirs = read_times(["Rscript", "--vanilla", str(here / "against-r.R"), folder, str(STEP)])
    print("  measured with R here" if theirs else "  R's forecast package is not installed here: its recorded figures")
    print(f"  {'bar':4} {'median ms per series, M / Q / Y':34} {'ours':26} {'R':22} {'times faster':18} target")
    for bar, method, title, target in BARS:
        mine, other = medians(ours, method), medians(theirs, method)
        note = "" if other or not theirs else " (recorded)"
        other = other or RECORDED[method]
        ratio = " / ".join(f"{b / a:.0f}" for a, b in zip(mine, other))
        print(f"  {bar:4} {title + note:34} {in_words(mine):26} {in_words(other):22} {ratio:18} {target}")
    recorded = sum(ms * N_M3[kind] for kind, ms in zip(KINDS, RECORDED["ets"])) / 1000
    both = f", R's ETS alone {total_seconds(theirs, 'ets') if theirs else recorded:.0f}"
    print(f"  7    the default with its intervals on all of M3, s of one processor, by the sample: "
          f"{total_seconds(ours, 'default'):.1f}{both}; target 10 on two")


main(sys.argv[1])
