"""Calculates the few forms of formula that our workbooks hold, independently of the program and of LibreOffice."""

import decimal
import re

CELL = r"[A-Z]+\d+"


def exact(value):
    """What a person reads in the cell: a double to 15 digits, as spreadsheets show it."""
    return decimal.Decimal(f"{value or 0:.15g}")


def total(sheet, area):
    return sum((exact(cell.value) for row in sheet[area] for cell in row if not isinstance(cell.value, str)), exact(0))


def month_after(day):
    return day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1)


def evaluate(formula, formulas, values):
    """@values: the same sheet with its stored results, which the formula's cells are taken from."""
    number = lambda name: exact(values[name].value)
    if match := re.fullmatch(rf"=({CELL})\+({CELL})-({CELL})\+({CELL})", formula):
        result = number(match[1]) + number(match[2]) - number(match[3]) + number(match[4])
    elif match := re.fullmatch(rf"=({CELL})/({CELL})", formula):
        result = number(match[1]) / number(match[2])
    elif match := re.fullmatch(rf"=({CELL})-({CELL})", formula):
        result = number(match[1]) - number(match[2])
    elif match := re.fullmatch(rf"=SUM\(({CELL}:{CELL})\)", formula):
        result = total(values, match[1])
    elif match := re.fullmatch(rf"=SUBTOTAL\(9,({CELL}:{CELL})\)", formula):
        result = total(values, match[1])
    elif match := re.fullmatch(rf"=ROUND\(({CELL})\*({CELL}),(\d)\)", formula):
        step = decimal.Decimal(1).scaleb(-int(match[3]))
        result = (number(match[1]) * number(match[2])).quantize(step, decimal.ROUND_HALF_UP)
    elif match := re.fullmatch(rf"=ROUND\(MAX\(0,({CELL})\)\*({CELL}),(\d)\)", formula):
        step = decimal.Decimal(1).scaleb(-int(match[3]))
        result = (max(exact(0), number(match[1])) * number(match[2])).quantize(step, decimal.ROUND_HALF_UP)
    elif match := re.fullmatch(rf"=MAX\(0,({CELL})-({CELL})-({CELL})\)", formula):
        result = max(exact(0), number(match[1]) - number(match[2]) - number(match[3]))
    elif match := re.fullmatch(rf"=ROUND\(({CELL})-({CELL}),(\d)\)", formula):
        result = round(number(match[1]) - number(match[2]), int(match[3]))
    elif match := re.fullmatch(rf"='([^']+)'!({CELL})", formula):
        result = exact(values.parent[match[1]][match[2]].value)
    elif match := re.fullmatch(rf"=SUMIFS\('([^']+)'!({CELL}:{CELL}),'[^']+'!({CELL}:{CELL}),\">=\"&({CELL}),"
                               rf"'[^']+'!{CELL}:{CELL},\"<\"&EDATE\({CELL},1\)\)", formula):
        other, month = values.parent[match[1]], values[match[4]].value
        result = sum((exact(cell.value) for (cell,), (day,) in zip(other[match[2]], other[match[3]])
                      if month <= day.value < month_after(month)), exact(0))
    else:
        raise AssertionError(f"{formulas.title}: an unknown form of formula, {formula}")
    return float(result)
