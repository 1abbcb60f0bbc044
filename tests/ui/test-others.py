"""Another program works in the same file: the window says whose change it was and shows it, and neither undoes the
other's work without a question. TAP."""
import contextlib
import pathlib
import sqlite3
import subprocess
import sys

from demo import TODAY, Demo
from driver import command

DESCRIPTION = "SELECT description FROM item WHERE code = 'ANT-101'"
UNIT = "SELECT unit FROM item WHERE code = 'ANT-101'"
PRICE = "SELECT unit_price FROM item WHERE code = 'ANT-101'"
ON_HAND = "SELECT sum (qty) FROM own_balance b JOIN item i ON i.id = b.item_id WHERE i.code = 'ANT-101'"
N_DEEDS = 'SELECT count (*) FROM deed'

demo = Demo(sys.argv[1])
program = demo.program


def other(*words):
    subprocess.run([pathlib.Path(sys.argv[1]) / 'src/cli/granary-cli', '--shop', demo.path, '--today', TODAY, *words],
                   check=True, capture_output=True)


def notice():
    demo.go('Stock')
    program.get('label', matching='stock worth')
    other('adjust', 'ANT-101', '77')
    program.get('label', matching='^Changed by .*: Adjust ANT-101 from .* to 77$')


def undo_of_others():
    deeds = demo.value(N_DEEDS)
    program.key('ctrl+z')
    program.get('label', matching='^Undo “Adjust ANT-101 from .* to 77”[?]$')
    program.get('label', matching='^.+ did this on 22 Nov 2026, in another window or before the shop was opened here[.]$')
    program.focus('push button', 'Cancel')
    program.key('Return')
    program.gone('label', matching='^Undo “')
    program.wait(program.has_keyboard)
    program.key('ctrl+z')
    program.get('label', matching='^Undo “Adjust ANT-101 from .* to 77”[?]$')
    assert demo.value(N_DEEDS) == deeds  # nor by the first Ctrl+Z, nor by Enter
    program.press('Undo it')
    demo.becomes(deeds + 1, N_DEEDS)
    program.gone('label', matching='^Undo “')
    program.get('label', matching='^Undone: Adjust ANT-101')


def redo_of_own():
    deeds = demo.value(N_DEEDS)
    program.key('ctrl+shift+z')
    demo.becomes(deeds + 1, N_DEEDS)
    program.get('label', matching='^Redone: Adjust ANT-101')


def redo_of_others():
    other('undo')
    program.get('label', matching='^Changed by .*: ')
    deeds = demo.value(N_DEEDS)
    program.key('ctrl+shift+z')
    program.get('label', matching='^Redo “Adjust ANT-101 from .* to 77”[?]$')
    program.get('label', matching='^.+ undid this on 22 Nov 2026')
    assert demo.value(N_DEEDS) == deeds
    program.press('Redo it')
    demo.becomes(deeds + 1, N_DEEDS)
    program.gone('label', matching='^Redo “')


def only_row(list_page):
    """Below the titles, where there is but one."""
    rows = list(program.find_all('table row', inside=list_page))
    return rows[1] if len(rows) == 2 else None


def find_item(code):
    """The one line of the stock page, ready to be opened by Enter."""
    program.key('alt+2')
    list_page = demo.page('Stock')
    program.key('ctrl+f', 'ctrl+a')
    program.type(code)
    program.click(program.wait(lambda: only_row(list_page), what=f'only {code}'))


def open_item(code):
    find_item(code)
    program.key('Return')
    return demo.page(demo.value('SELECT description FROM item WHERE code = ?', code))


def type_into(called, words, page):
    """In the middle of the page: at its foot, what is said lies over it."""
    field = program.get('text', called, inside=page)
    x, y = program.middle(field.around('scroll pane'))
    command('xdotool', 'mousemove', x, y, 'click', '--repeat', 6, '--delay', 1, 5)
    program.scroll_to(field)
    program.click(field)
    program.key('ctrl+a')
    program.type(words)
    program.wait(lambda: field.text() == words, what=f'{words!r} to be written')


def rename_outside(name):
    file = pathlib.Path(demo.folder.name) / 'items.csv'
    file.write_text(f'code,description\nANT-101,{name}\n')
    other('import', 'items', file)
    program.get('label', matching='^Changed by .*: Import')


@contextlib.contextmanager
def locked():
    """The file, by another program, for as long as it takes."""
    with contextlib.closing(sqlite3.connect(demo.path, isolation_level=None)) as database:
        database.execute('BEGIN IMMEDIATE')
        yield
        database.execute('ROLLBACK')


def conflict():
    type_into('Description', 'Mine', open_item('ANT-101'))
    rename_outside('Theirs')
    assert demo.value(DESCRIPTION) == 'Theirs'
    deeds = demo.value(N_DEEDS)
    for answer in ('Return', 'Escape', None):
        program.key('Return')
        program.get('label', 'Description was changed elsewhere in the meantime')
        program.get('label', 'It is “Theirs” now. You typed “Mine”.')
        program.focus('push button', 'Cancel')
        assert (demo.value(DESCRIPTION), demo.value(N_DEEDS)) == ('Theirs', deeds)
        if answer:
            program.key(answer)
            program.gone('label', 'Description was changed elsewhere in the meantime')
            assert any(field.text() == 'Mine' for field in program.find_all('text', 'Description'))
    program.press('Save mine')
    demo.becomes('Mine', DESCRIPTION)
    program.gone('label', 'Description was changed elsewhere in the meantime')
    assert demo.value(N_DEEDS) == deeds + 1


def field_when_locked():
    page = demo.page('Mine')
    with locked():
        type_into('Unit', 'jar', page)
        program.key('Return')
        program.get('label', matching='^Another program is writing to the shop file')
        assert demo.value(UNIT) != 'jar'
    demo.becomes('jar', UNIT)


def field_when_locked_and_left():
    with locked():
        type_into('Unit', 'tin', demo.page('Mine'))
        program.key('Return')
        program.get('label', matching='^Another program is writing to the shop file')
        find_item('CHE-101')
        assert demo.value(UNIT) == 'jar'
        program.key('Return')
    demo.becomes('tin', UNIT)
    demo.page('Bergkäse, aged 12 months')
    assert demo.value("SELECT unit FROM item WHERE code = 'CHE-101'") == 'kg'


def change_of_stock():
    program.press('Adjust stock', inside=open_item('ANT-101'))
    program.get('label', matching='^According to the records: 77[.]')
    program.type('+5')
    program.get('label', matching='^From 77 to 82')
    other('adjust', 'ANT-101', '500')
    program.get('label', matching='^From 500 to 505')
    program.key('Return')
    demo.becomes(505000, ON_HAND)


def change_of_price():
    """The field shows what it showed; what is added is added to that, and asked about where another changed it."""
    page = demo.page('Mine')
    before = demo.value(PRICE)
    type_into('Selling price (EUR)', '+5', page)
    program.key('Return')
    demo.becomes(before + 50000, PRICE)


demo.step('a change by another program is shown with its name', notice)
demo.step('Ctrl+Z names what another did before it undoes it', undo_of_others)
demo.step('what was undone here is redone at once', redo_of_own)
demo.step('Shift+Ctrl+Z names what another undid before it redoes it', redo_of_others)
demo.step('what another changed while it is typed is asked about, and Enter answers nothing', conflict)
demo.step('a field is saved when another program lets go of the file', field_when_locked)
demo.step('so is one that was left for another item', field_when_locked_and_left)
demo.step('"+5" is added to what another has counted meanwhile', change_of_stock)
demo.step('"+5" is added to a price', change_of_price)
demo.close()
