"""A file is imported as a person does it: looked at, its columns named, its bad rows read, taken in and taken back.

Usage: test-import.py BUILD
"""
import pathlib
import subprocess
import sys
import tempfile

import driver
import tree

build = pathlib.Path(sys.argv[1])
granary, cli = build / 'src/app/granary', build / 'src/cli/granary-cli'
TODAY = '2026-11-22'
SALES = '''Beleg;SKU;Menge;Datum;Preis;Bezeichnung
R1;A-1;2;1.12.2025;12,50;Salz & Pfeffer
R1;A-2;1,5;1.12.2025;3,99;Öl
R2;A-1;abc;13.12.2025;12,50;Salz & Pfeffer
R3;A-3;1;14.12.2025;1.234,50;Käse
'''
number = 0


def check(what, question):
    global number
    number += 1
    try:
        question()
        print(f'ok {number} - {what}', flush=True)
    except Exception as error:  # whatever it is, the next check may still tell something
        print(f'not ok {number} - {what}\n# ' + str(error).replace('\n', '\n# '), flush=True)


def terminal(shop, *words):
    return subprocess.run([cli, '--shop', shop, '--today', TODAY, *words], check=True, text=True,
                          capture_output=True).stdout


def run(shop, file):
    return driver.Program([granary, '--today', TODAY, '--import', file, shop],
                          {**driver.settle(shop.parent), 'GSETTINGS_SCHEMA_DIR': str(build / 'data')})


def holds(program, field, column):
    """The drop-down of a field shows a column."""
    row = program.get('combo box', field)
    program.get('label', column, inside=row)


def listed(program, line):
    lists = program.get('text', 'Bad rows')
    program.wait(lambda: line in (lists.text() or ''), what=line)


def forget_quantity(program):
    """A needed field without a column says so, and its column can be chosen again."""
    program.click(program.get('combo box', 'Quantity'))
    program.key('Home', 'Return')
    program.get('label', 'Choose a column for: Quantity.')
    waiting = program.get('push button', 'Import')
    assert not waiting.has(tree.SENSITIVE), 'it can be pressed'
    assert waiting.description == 'Choose a column for: Quantity.', waiting.description
    program.click(program.get('combo box', 'Quantity'))
    program.key('Home', 'Down', 'Down', 'Down', 'Return')
    program.get('push button', 'Import 3 rows')
    holds(program, 'Quantity', 'Menge')


def import_and_undo(program, shop):
    """The file says what was done: toasts may be gone before the tree has been walked."""
    program.key('Return')
    program.wait(lambda: 'Import of 3 sales' in terminal(shop, 'log'), what='the import in the log')
    assert 'A-1' in terminal(shop, 'items')
    program.closed('Import')
    program.key('ctrl+z')
    program.wait(lambda: 'A-1' not in terminal(shop, 'items'), what='the items to go')


def look_at(folder):
    shop, file = folder / 'shop.granary', folder / 'sales.csv'
    terminal(shop, 'new', 'Corner shop')
    file.write_text(SALES, encoding='cp1252')
    program = run(shop, file)
    try:
        check('tells what would come of it', lambda: program.get('push button', 'Import 3 rows'))
        check('says how the file is written', lambda: program.get(
            'label', 'Semicolon separated, decimal comma, dates as DD/MM/YYYY, Windows-1252'))
        check('finds the columns', lambda: [holds(program, field, column) for field, column in
                                            (('Item', 'SKU'), ('Date', 'Datum'), ('Selling price', 'Preis'))])
        check('marks the bad cell', lambda: program.get(None, 'abc is not a number', showing=False))
        check('lists the bad row', lambda: listed(program, 'sales.csv:4: quantity: “abc” is not a number'))
        check('imports on Enter, and takes all of it back', lambda: import_and_undo(program, shop))
    finally:
        program.close()
    check('the program ends well and has nothing to complain of', program.check_end)


def look_otherwise(folder):
    program = run(folder / 'shop.granary', folder / 'sales.csv')
    try:
        check('takes nothing of it for known once it was taken back', lambda: program.get(
            'push button', 'Import 3 rows'))
        check('lets columns be chosen', lambda: forget_quantity(program))
    finally:
        program.close()
    check('the program ends well and has nothing to complain of', program.check_end)


def look_again(folder):
    shop, file = folder / 'shop.granary', folder / 'sales.csv'
    terminal(shop, 'import', 'sales', file, '--create-missing', '--skip-bad')
    before = terminal(shop, 'log')
    program = run(shop, file)
    try:
        check('notices the same file', lambda: program.get('label', 'This file was already imported.'))
        program.click(program.get(None, 'Import again'))
        check('and that it holds nothing new', lambda: program.get(
            'label', matching=r'^Rows: 4 · Already in the shop: 3 · Bad: 1'))
        program.key('Escape')
        check('Escape leaves without a trace', lambda: program.gone('label', matching='^Rows: 4'))
        assert terminal(shop, 'log') == before
    finally:
        program.close()
    check('the program ends well and has nothing to complain of', program.check_end)


def look_at_what_is_no_table(folder):
    file = folder / 'sheet.xlsx'
    file.write_bytes(b'PK\x03\x04' + bytes(2000))
    program = run(folder / 'shop.granary', file)
    try:
        check('says what to do with a workbook',
              lambda: program.get('label', matching='^“sheet.xlsx” is a workbook'))
    finally:
        program.close()
    check('the program ends well and has nothing to complain of', program.check_end)


with tempfile.TemporaryDirectory() as name:
    for story in (look_at, look_otherwise, look_again, look_at_what_is_no_table):
        story(pathlib.Path(name))
print(f'1..{number}')
