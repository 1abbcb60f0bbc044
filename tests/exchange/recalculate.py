#!/usr/bin/python3
"""Recalculates workbooks in headless LibreOffice and compares every cell with what the program stored.

recalculate.py WORKBOOK.xlsx...
recalculate.py --writer WRITER [--seeds N]    workbooks of random figures from tests/exchange/write-workbooks
"""

import argparse
import datetime
import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl

# Asks LibreOffice to calculate files of other programs anew when it opens them, which is not its default.
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def convert(paths, folder):
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(PROFILE)
    out = folder / "recalculated"
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx"]
    subprocess.run(command + ["--outdir", out, *paths], check=True, stdout=subprocess.DEVNULL, timeout=600)
    return out


def is_equal(ours, theirs):
    if isinstance(ours, datetime.datetime) and isinstance(theirs, datetime.datetime):
        return abs(ours - theirs) < datetime.timedelta(seconds=1)
    if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        return abs(ours - theirs) <= 1e-9 * max(1, abs(ours))
    return ours == theirs


def compare(path, recalculated):
    """How many cells and formulas were compared, and a line for each that differs."""
    formulas = openpyxl.load_workbook(path)
    ours, theirs = (openpyxl.load_workbook(p, data_only=True) for p in (path, recalculated))
    n_cells = n_formulas = 0
    differences = []
    for sheet in ours:
        for row in sheet.iter_rows():
            for cell in row:
                other = theirs[sheet.title][cell.coordinate].value
                n_cells += 1
                n_formulas += formulas[sheet.title][cell.coordinate].data_type == "f"
                if not is_equal(cell.value, other):
                    differences.append(f"{path}: {sheet.title}!{cell.coordinate}: {cell.value!r}, recalculated {other!r}")
    return n_cells, n_formulas, differences


def check(paths, folder):
    out = convert(paths, folder)
    failed = False
    for path in paths:
        n_cells, n_formulas, differences = compare(path, out / pathlib.Path(path).name)
        print(f"{path}: {n_cells} cells, {n_formulas} formulas, {len(differences)} differ after recalculation")
        print("\n".join(differences[:20]))
        failed = failed or differences or n_formulas == 0
    return failed


def check_random(writer, seeds, folder):
    failed = False
    for seed in range(1, seeds + 1):
        inner = folder / str(seed)
        inner.mkdir()
        subprocess.run([writer, inner, str(seed)], check=True)
        failed = check(sorted(inner.glob("*.xlsx")), inner) or failed
    return failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--writer")
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("workbooks", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    if shutil.which("soffice") is None:
        print("recalculate: LibreOffice is not installed (libreoffice-calc-nogui)", file=sys.stderr)
        return 77
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        if arguments.workbooks:
            failed = check(arguments.workbooks, pathlib.Path(folder))
        if arguments.writer:
            failed = check_random(arguments.writer, arguments.seeds, pathlib.Path(folder)) or failed
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
