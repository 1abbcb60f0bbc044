#!/usr/bin/python3
"""The workbook of the review says what the screen says, to the cent: test-sop-export.py WRITER"""

import pathlib
import subprocess
import sys
import tempfile

import openpyxl


def read_summary(path):
    """Figures of the sheet by measure (money as "... value"), family and month."""
    found = {}
    sheet = openpyxl.load_workbook(path, data_only=True)["Summary"]
    for measure, family, unit, *figures in sheet.iter_rows(min_row=2, values_only=True):
        if measure is None:
            break
        name = f"{measure} value" if unit == "EUR" else measure
        for month, figure in enumerate(figures):
            if figure is not None:
                found[name, family, month] = figure
    return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "review.xlsx"
        lines = subprocess.run([sys.argv[1], path], check=True, capture_output=True, text=True).stdout
        found = read_summary(path)
        book = openpyxl.load_workbook(path, data_only=True)
    n = 0
    for line in lines.splitlines():
        measure, family, month, figure = line.split("\t")
        kept = found[measure, family, int(month)]
        assert abs(kept - float(figure)) < 0.00005, f"{line}: the workbook says {kept}"
        n += 1
    assert n == 4 * (8 * 24 - 2 * 17 - 2 * 6), n
    codes = [row[0] for row in book["Items"].iter_rows(min_row=2, values_only=True) if row[0]]
    assert codes[:7] == ["A-1", "A-2", "A-3", "A-4", "HOME", "OLD", "POST"], codes
    assert book["Purchase plan"].max_row > 4 and book["Assumptions"].max_row > 4
    print(f"1..1\nok 1 {n} figures of the workbook are those of the screen")


main()
