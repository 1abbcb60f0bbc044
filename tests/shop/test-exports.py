#!/usr/bin/python3
"""The workbooks say what the screen says, to the cent: test-exports.py WRITER"""

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


def rows(path, name):
    sheet = openpyxl.load_workbook(path, data_only=True)[name]
    header, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(header, row)) for row in found]


def check_review(path, screen):
    found = read_summary(path)
    for line in screen:
        measure, family, month, figure = line.split("\t")
        kept = found[measure, family, int(month)]
        assert abs(kept - float(figure)) < 0.00005, f"{line}: the workbook says {kept}"
    assert len(screen) == 4 * (10 * 24 - 2 * 17 - 2 * 6 - 2 * 6 - 2 * 6), len(screen)
    assert ("Projected stock", "Total", 5) not in found, "stock before the first count"
    items = rows(path, "Items")
    codes = [row["Item"] for row in items[:7]]
    assert codes == ["A-1", "A-2", "A-3", "A-4", "HOME", "OLD", "POST"], codes
    assert not any(row["Suggested order"] for row in items[:7]), "what was accepted is still suggested"
    months = rows(path, "Purchases by month")
    differences = [row for row in months if row["Arriving in the month"].startswith("Difference")]
    assert len(differences) == 2 and all(set(list(row.values())[2:]) == {0} for row in differences), differences
    assert sum(list(row.values())[3] for row in months) > 0, months
    assert len(rows(path, "Purchase plan")) > 3 and len(rows(path, "Assumptions")) > 3


def check_accuracy(path):
    found = rows(path, "Accuracy")
    shop = found[0]
    families = [row for row in found if row["Level"] == "Family"]
    items = {row["Item"]: row for row in found if row["Level"] == "Item"}
    assert shop["Level"] == "Shop" and len(families) == 3 and len(items) == 7, found
    assert abs(shop["Sold per month"] - sum(row["Sold per month"] for row in families)) < 1e-9
    assert 0 <= items["A-4"]["Forecast error, %"] < 0.3 and items["A-4"]["Months compared"] > 3, items["A-4"]
    assert abs(items["A-4"]["Sold per month"] - 174) < 20, items["A-4"]


def check_stock(path):
    sheet = openpyxl.load_workbook(path).sheetnames[1]
    found = {row["Item"]: row for row in rows(path, sheet)}
    assert found["A-1"]["On hand"] == 5 and found["A-4"]["On hand"] == 2000
    assert found["OLD"]["On hand"] == 30


def check_orders(path):
    names = openpyxl.load_workbook(path).sheetnames
    orders = [row for name in names[1:2] for row in rows(path, name) if str(list(row.values())[0]).startswith("PO-")]
    lines = [row for name in names[2:3] for row in rows(path, name) if str(list(row.values())[0]).startswith("PO-")]
    assert len(orders) == 2, orders
    assert {row["Item"] for row in lines} >= {"A-1", "A-3"}, lines


def main():
    with tempfile.TemporaryDirectory() as folder:
        screen = subprocess.run([sys.argv[1], folder], check=True, capture_output=True, text=True).stdout.splitlines()
        folder = pathlib.Path(folder)
        check_review(folder / "sop.xlsx", screen)
        check_accuracy(folder / "sop.xlsx")
        check_stock(folder / "stock.xlsx")
        check_orders(folder / "orders.xlsx")
    print(f"1..1\nok 1 {len(screen)} figures of the review are those of the screen, and stock and orders are as they are")


main()
