"""Whatever way the program is left, what stands in a field that was not left yet is kept, and the exit is clean. TAP.

Every kind of field meets every door of its own: pages are left for another page and for another shop, windows by their
keys, by the window manager, by the system. What is typed is read from the file afterwards.
"""
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback

import driver
from demo import TODAY
from driver import command, until

build = pathlib.Path(sys.argv[1])
folder = tempfile.TemporaryDirectory(prefix='granary-doors-')
ripe = pathlib.Path(folder.name) / 'ripe.granary'  # every program gets a copy
shop = pathlib.Path(folder.name) / 'shop.granary'
other = pathlib.Path(folder.name) / 'other.granary'
program = None


def value(sql, path=None):
    with sqlite3.connect(f'file:{path or shop}?mode=ro', uri=True) as database:
        row = database.execute(sql).fetchone()
    return row[0] if row else None


def fill(node, words):
    pane = node.around('scroll pane')
    if pane.role == 'scroll pane':
        program.scroll_to(node)
    program.click(node)
    program.key('ctrl+a')
    program.type(words)


def page(title):
    return program.get('group', title)


def only_row(list_page):
    """Below the titles, where there is but one."""
    rows = list(program.find_all('table row', inside=list_page))
    return rows[1] if len(rows) == 2 else None


def find_item(code):
    """The one line of the stock page, ready to be opened by Enter."""
    program.key('alt+2')
    list_page = page('Stock')
    program.key('ctrl+f', 'ctrl+a')
    program.type(code)
    program.click(program.wait(lambda: only_row(list_page), what=f'only {code}'))


def open_item(code='CHE-101'):
    find_item(code)
    program.key('Return')
    return page(value(f"SELECT description FROM item WHERE code = '{code}'"))


# Kinds of field: each goes to one, types, and says what the file shall say then.

ITEM = "SELECT {} FROM item WHERE code = 'CHE-101'"


def item_text():
    fill(program.get(None, 'Unit', inside=open_item()), 'wheel')
    return 'wheel', ITEM.format('unit')


def item_price():
    fill(program.get(None, 'Selling price (EUR)', inside=open_item()), '31.75')
    return 317500, ITEM.format('unit_price')


def item_family():
    fill(program.get(None, 'Family', inside=open_item()), 'Rarities')
    return 'Rarities', "SELECT f.name FROM item i JOIN family f ON f.id = i.family_id WHERE code = 'CHE-101'"


TERMS = ("SELECT {} FROM supplier_item t JOIN item i ON i.id = t.item_id WHERE i.code = 'CHE-101' "
         "ORDER BY is_preferred DESC, t.id LIMIT 1")


def terms():
    item = open_item()
    tab = program.get('page tab', 'Suppliers', inside=item)
    program.scroll_to(tab)
    program.click(tab)
    row = program.get('label', matching='^Preferred · ', inside=item)
    program.scroll_to(row)
    program.click(row)  # which unfolds it
    fill(program.get('text', 'Pack size', inside=item), '7')
    return 7000, TERMS.format('order_multiple')


def supplier():
    program.key('alt+3')
    program.click(program.get('label', 'Chocolaterie Perrin', inside=page('Suppliers')))
    program.key('Return')
    card = page('Chocolaterie Perrin')
    program.click(program.get('page tab', 'Terms', inside=card))
    fill(program.get(None, 'Lead time (days)', inside=card), '33')
    return 33, "SELECT lead_time_days FROM supplier WHERE name = 'Chocolaterie Perrin'"


DRAFT = "(SELECT min (id) FROM purchase_order WHERE state = 'draft')"


def order_cell():
    program.key('alt+4')
    program.get('label', value(f'SELECT number FROM purchase_order WHERE id = {DRAFT}'), inside=page('Purchase orders'))
    program.key('Return')
    order = page(value(f'SELECT number FROM purchase_order WHERE id = {DRAFT}'))
    fill(program.get('text', 'Quantity', inside=order), '123')
    return 1, f'SELECT count (*) FROM purchase_order_line WHERE order_id = {DRAFT} AND ordered_qty = 123000'


def preferences():
    program.key('ctrl+comma')
    return program.window('Preferences')


def shop_name():
    fill(program.get(None, 'Name', inside=preferences()), 'Corner shop')
    return 'Corner shop', "SELECT value FROM setting WHERE key = 'shop-name'"


def currency():
    fill(program.get(None, 'Currency (three letters)', inside=preferences()), 'chf')
    return 'CHF', "SELECT value FROM setting WHERE key = 'currency'"


def shop_level():
    fill(program.get(None, 'Service level, %', inside=preferences()), '91.5')
    return '0.915', "SELECT round (value, 4) || '' FROM setting WHERE key = 'service-level'"


def event():
    program.key('ctrl+e')
    program.click(program.get('label', 'Christmas', inside=program.window('Events')))
    fill(program.get(None, 'Name', inside=program.window('Event')), 'Feast')
    return 1, "SELECT count (*) FROM event WHERE name = 'Feast'"


# Doors.

def ends():
    until(lambda: program.process.poll() is not None, what='the program to end')
    program.check_end()


def quit_key():
    program.key('ctrl+q')
    ends()


def close_key():
    program.key('ctrl+w')
    ends()


def close_button():
    command('wmctrl', '-c', ':ACTIVE:')
    ends()


def alt_f4():
    program.key('alt+F4')
    ends()


def terminate():
    program.process.send_signal(signal.SIGTERM)
    ends()


def another_page():
    program.key('alt+1')
    page('Today')


def another_shop():
    program.key('ctrl+o')
    program.type(str(other), inside=program.window('Open a shop file'))
    program.key('Return')
    program.wait(lambda: program.find('label', 'Another shop'), what='the other shop')
    assert value("SELECT count (*) FROM deed", other) == other_deeds
    quit_key()


DOORS = {'Ctrl+Q': quit_key, 'Ctrl+W': close_key, 'the window manager': close_button, 'Alt+F4': alt_f4,
           'SIGTERM': terminate, 'another shop': another_shop}

number = failed = 0


def step(name, act):
    """One program, one field, one door."""
    global number, failed, program
    number += 1
    started = time.time()
    for tail in ('', '-wal', '-shm', '-journal'):
        pathlib.Path(f'{shop}{tail}').unlink(missing_ok=True)
    shutil.copy(ripe, shop)
    environment = {**driver.settle(folder.name), 'GSETTINGS_SCHEMA_DIR': str(build / 'data')}
    program = driver.Program([build / 'src/app/granary', shop, '--today', TODAY], environment)
    try:
        act()
    except Exception:  # noqa: BLE001: whatever went wrong is what is reported
        failed += 1
        print(f'not ok {number} - {name}', flush=True)
        for line in traceback.format_exc().split('\n'):
            print(f'# {line}', flush=True)
    else:
        print(f'ok {number} - {name} # {time.time() - started:.1f} s', flush=True)
    program.close()


def pass_through(field, door):
    def act():
        wanted, sql = field()
        assert value(sql) != wanted  # or it would be no wonder
        door()
        assert value(sql) == wanted, f'{sql} gives {value(sql)!r}, not {wanted!r}'
    return act


def leave_for_another_page():
    """Every field of the pages, in one program."""
    for field in (supplier, order_cell, item_text, item_price, item_family, terms):
        wanted, sql = field()
        assert value(sql) != wanted
        another_page()
        until(lambda: value(sql) == wanted, what=sql)
    for field in (shop_name, currency, shop_level):
        wanted, sql = field()
        assert value(sql) != wanted
        program.key('alt+F4')
        program.closed('Preferences')
        until(lambda: value(sql) == wanted, what=sql)
    quit_key()


cli = [build / 'src/cli/granary-cli', '--today', TODAY]
subprocess.run([*cli, '--shop', ripe, 'demo'], check=True, stdout=subprocess.DEVNULL)
subprocess.run([*cli, '--shop', other, 'new', 'Another shop', '--currency', 'EUR'], check=True, stdout=subprocess.DEVNULL)
other_deeds = value('SELECT count (*) FROM deed', other)

step('fields of pages and of preferences are left for another page', leave_for_another_page)
for kind, doors in (
        (item_text, ('Ctrl+Q', 'the window manager', 'another shop')), (item_price, ('SIGTERM',)),
        (item_family, ('Alt+F4',)), (terms, ('Ctrl+W',)), (supplier, ('Ctrl+Q',)),
        (order_cell, ('Ctrl+Q', 'SIGTERM', 'another shop')), (shop_name, ('SIGTERM',)),
        (shop_level, ('SIGTERM',)), (event, ('SIGTERM',))):
    for way in doors:
        step(f'{kind.__name__.replace("_", " ")}: {way}', pass_through(kind, DOORS[way]))
folder.cleanup()
print(f'1..{number}')
sys.exit(1 if failed else 0)
