#!/usr/bin/python3
"""Reads the workbooks back: their XML against golden files, their values and formulas with openpyxl.

test-workbooks.py WRITER GOLDEN; with GRANARY_UPDATE_GOLDEN=1 it writes the golden files instead of comparing.
"""

import datetime
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

from formulas import evaluate

WORKBOOKS = ["sop", "stock", "orders"]
PARTS = re.compile(r"xl/(worksheets/sheet\d+|charts/chart1|sharedStrings|workbook|styles)\.xml")


def write(writer, folder):
    subprocess.run([writer, folder], check=True)
    return {name: pathlib.Path(folder) / f"{name}.xlsx" for name in WORKBOOKS}


def parts(path):
    """The sheets' XML with one element on a line."""
    with zipfile.ZipFile(path) as archive:
        return {
            name.rsplit("/", 1)[-1]: archive.read(name).decode().replace("><", ">\n<") + "\n"
            for name in archive.namelist()
            if PARTS.fullmatch(name)
        }


def check_golden(paths, golden):
    for name, path in paths.items():
        for part, text in parts(path).items():
            kept = golden / f"{name}-{part}"
            if os.environ.get("GRANARY_UPDATE_GOLDEN"):
                golden.mkdir(exist_ok=True)
                kept.write_text(text, encoding="utf-8")
            assert kept.read_text(encoding="utf-8") == text, f"{kept.name} differs; is the change meant?"


def check_same_every_time(paths, writer):
    with tempfile.TemporaryDirectory() as folder:
        for name, path in write(writer, folder).items():
            assert path.read_bytes() == paths[name].read_bytes(), f"{name} differs from run to run"


def tables(book):
    return [sheet for sheet in book if sheet.title not in ("About", "Charts")]


def check_layout(paths, _):
    for path in paths.values():
        book = openpyxl.load_workbook(path)
        for sheet in tables(book):
            where = f"{path.name} {sheet.title}"
            assert sheet.freeze_panes is not None and sheet.freeze_panes.endswith("2"), f"{where}: header not frozen"
            assert sheet.auto_filter.ref and sheet.auto_filter.ref.startswith("A1:"), f"{where}: no filter"
            assert sheet.print_title_rows == "$1:$1", f"{where}: header not on every page"
            assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.fitToHeight == 0, where
            assert not sheet.merged_cells.ranges, f"{where}: merged cells"
            for column in range(1, sheet.max_column + 1):
                assert sheet.cell(1, column).value is not None, f"{where}: a column without a header"
                words = str(sheet.cell(1, column).value).split() if sheet.cell(1, column).data_type == "s" else []
                width = sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].width
                assert all(len(word) < width for word in words), f"{where}: “{words}” breaks within a word"


def check_formulas(paths, _):
    """Every cached value is what its formula gives."""
    for path in paths.values():
        formulas, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
        n = 0
        for sheet in formulas:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        cached = values[sheet.title][cell.coordinate].value
                        result = evaluate(cell.value, formulas[sheet.title], values[sheet.title])
                        assert abs(cached - result) < 1e-9, f"{path.name} {sheet.title} {cell.coordinate}"
                        n += 1
        assert n > 0, f"{path.name} has no formulas"


def check_sop(paths, _):
    book = openpyxl.load_workbook(paths["sop"])
    values = openpyxl.load_workbook(paths["sop"], data_only=True)
    assert book.sheetnames == ["About", "Summary", "Charts", "Items", "Purchase plan", "Purchases by month", "Accuracy", "Assumptions"]
    summary = book["Summary"]
    header = [cell.value for cell in summary[1]]
    assert header[:3] == ["Measure", "Family", "Unit"]
    assert header[3:] == [datetime.datetime(2011, month, 1) for month in range(4, 11)]
    assert summary.max_row == 1 + 11 * 4
    assert [summary.cell(row, 2).value for row in range(2, 6)] == ["Cards", '=Kitchen & "bath"', "No family", "Total"]
    assert summary["B3"].data_type == "s", "a family's name became a formula"
    assert summary["D5"].value == "=SUM(D2:D4)" and values["Summary"]["D5"].value == 216 - 0.5
    assert summary["H18"].value == "=G18+H10-H6+H14", "projected stock is live"
    lost, stock = ([values["Summary"].cell(row, 9).value for row in range(first, first + 4)] for first in (14, 18))
    assert lost[3] > 0 and min(stock) == 0, "what cannot be served is lost, and lowers nothing"
    assert isinstance(summary["G18"].value, (int, float)), "the running month follows from no formula"
    assert summary["H2"].value is None and summary["D6"].value is None, "no sales ahead, no forecast past"
    assert len(summary._charts) == 1 and len(book["Charts"]._charts) == 4
    about = {row[0].value: row[1].value for row in book["About"].iter_rows(min_row=2, max_col=2)}
    assert about["Shop"] == "Salt & <Pepper>" and about["Currency"] == "GBP"
    assert about["Figures as of"] == datetime.datetime(2011, 7, 2)
    assert about["Last month"] == datetime.datetime(2011, 10, 1)


def check_items(paths, _):
    items = openpyxl.load_workbook(paths["sop"])["Items"]
    assert items["A2"].value == "=1+1" and items["A2"].data_type == "s"
    assert items["A3"].value == "00123" and items["B3"].value == "Café ☕ ground"
    assert items["N1"].value == "Stock value (GBP)" and items["J1"].value == "Forecast 2011-07"
    assert items["N2"].value == "=ROUND(MAX(0,E2)*M2,2)"
    assert items["N4"].value == 12.34, "what is not quantity times cost is no formula"
    assert items["N6"].value == "=SUBTOTAL(9,N2:N5)" and items["A6"].value == "Total"
    stored = openpyxl.load_workbook(paths["sop"], data_only=True)["Items"]
    assert stored["E5"].value == -3 and stored["N5"].value == 0, "below zero is worth nothing"
    assert items["I3"].value is None and items["P3"].value is None
    assert items.auto_filter.ref == "A1:P5"


def check_accuracy(paths, _):
    sheet = openpyxl.load_workbook(paths["sop"])["Accuracy"]
    values = openpyxl.load_workbook(paths["sop"], data_only=True)["Accuracy"]
    assert [sheet.cell(row, 1).value for row in range(2, 10)] == ["Shop", "Family", "Family", "Family"] + ["Item"] * 4
    assert sheet["B3"].value == "No family" and sheet["B5"].value == '=Kitchen & "bath"' and sheet["B5"].data_type == "s"
    assert sheet["E2"].value == "=SUM(E3:E5)" and sheet["E4"].value == "=SUM(E7:E8)"
    assert sheet["I8"].value == "=F8/E8" and sheet["K8"].value == "=J8-I8"
    assert abs(values["I2"].value - 38.1 / 140.5) < 1e-12 and abs(values["K8"].value + 0.05) < 1e-12
    assert sheet["E7"].value is None and sheet["I7"].value is None, "an item without a record has no figures"
    assert sheet["I9"].value is None and sheet["I5"].value is None, "of nothing sold there are no shares"


def check_events(paths, _):
    sheet = openpyxl.load_workbook(paths["sop"])["Assumptions"]
    assert [cell.value for cell in sheet[1]][4:7] == ["Effect on sales, expected", "Effect on sales, measured", "Weeks measured"]
    sale, fair = [cell.value for cell in sheet[4]], [cell.value for cell in sheet[5]]
    assert sale[:2] == ["Summer sale", "Cards"] and sale[2] == datetime.datetime(2011, 7, 15)
    assert sale[3] == datetime.datetime(2011, 7, 28) and sale[4:7] == [0.3, 0.412, 4]
    assert fair[0] == "=Fair" and sheet["A5"].data_type == "s" and fair[4:7] == [None] * 3
    assert sheet["C2"].value is None, "a service level has no days"


def check_purchases_and_orders(paths, _):
    plan = openpyxl.load_workbook(paths["sop"])["Purchase plan"]
    assert plan["I2"].value == datetime.datetime(2011, 7, 2) and plan["K2"].value == "Yes"
    assert plan["F2"].value == "=ROUND(D2*E2,2)" and plan["H2"].value == "=ROUND(D2*G2,2)"
    months = openpyxl.load_workbook(paths["sop"], data_only=True)["Purchases by month"]
    assert [months.cell(1, column).value for column in (3, 6)] == [datetime.datetime(2011, month, 1) for month in (7, 10)]
    assert months["C3"].value == 25 and months["D3"].value == 144, "the plan's rows by month of arrival"
    assert [months.cell(7, column).value for column in range(3, 7)] == [0] * 4, "the summary's units"
    assert [months.cell(13, column).value for column in range(3, 7)] == [0, 0, 0, -0.01], "a cent that is missing is seen"
    lines = openpyxl.load_workbook(paths["orders"])["Lines"]
    assert lines["J2"].value == "=MAX(0,G2-H2-I2)" and lines["M3"].value is None
    assert openpyxl.load_workbook(paths["orders"])["Orders"]["I1"].value == "Value (GBP)"


CHECKS = [check_same_every_time, check_layout, check_formulas, check_sop, check_items, check_accuracy, check_events, check_purchases_and_orders]


def main():
    writer, golden = sys.argv[1], pathlib.Path(sys.argv[2])
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        paths = write(writer, folder)
        print(f"1..{len(CHECKS) + 1}")
        for number, check in enumerate([check_golden] + CHECKS, 1):
            try:
                check(paths, golden if check is check_golden else writer)
                print(f"ok {number} {check.__name__}")
            except AssertionError as error:
                failures += 1
                print(f"not ok {number} {check.__name__}\n# {error}")
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
