"""A supplier through the program: added, given terms, sold an item, ordered from."""
import sys

from demo import Demo

demo = Demo(sys.argv[1])
program = demo.program
NEW = "(SELECT id FROM supplier WHERE name = 'Salt & <b>Pepper</b>')"
FIRST = "(SELECT id FROM supplier WHERE name = 'Chocolaterie Perrin')"


def page():
    return demo.page('Salt & <b>Pepper</b>')


def type_into(role, called, words, inside, key='Return'):
    program.click(program.get(role, called, inside=inside))
    program.key('ctrl+a')
    program.type(words)
    program.key(key)


def find_supplier():
    list_page = demo.go('Suppliers')
    program.get('label', 'Weingut Hollerbach', inside=list_page)
    program.key('ctrl+f')
    program.type('perrin')
    program.gone('label', 'Weingut Hollerbach', inside=list_page)
    program.get('label', 'Chocolaterie Perrin', inside=list_page)
    program.key('ctrl+a', 'BackSpace')
    program.get('label', 'Weingut Hollerbach', inside=list_page)


def edit_terms_of_item():
    list_page = demo.page('Suppliers')
    type_into('text', 'Purchase price', '2.20', list_page)
    demo.becomes(22000, f'SELECT unit_price FROM supplier_item WHERE supplier_id = {FIRST} ORDER BY item_id LIMIT 1')
    program.key('ctrl+z')
    demo.becomes(21000, f'SELECT unit_price FROM supplier_item WHERE supplier_id = {FIRST} ORDER BY item_id LIMIT 1')


def add_supplier():
    demo.go('Suppliers')
    program.key('ctrl+n')
    dialog = demo.window('New supplier')
    program.type('Salt & <b>Pepper</b>', inside=dialog)
    program.press('Add supplier', inside=dialog)
    demo.becomes('Salt & <b>Pepper</b>', f'SELECT name FROM supplier WHERE id = {NEW}')
    program.get('label', matching='^Add the items they sell', inside=page())


def edit_supplier():
    program.click(program.get('page tab', 'Terms', inside=page()))
    type_into(None, 'Lead time (days)', '12', page())
    demo.becomes(12, f'SELECT lead_time_days FROM supplier WHERE id = {NEW}')
    type_into(None, 'Lead time (days)', 'soon', page())
    program.key('Escape')
    type_into(None, 'Email', 'salt@example.org', page(), key='Tab')
    demo.becomes('salt@example.org', f'SELECT email FROM supplier WHERE id = {NEW}')
    assert demo.value(f'SELECT lead_time_days FROM supplier WHERE id = {NEW}') == 12


def add_item():
    program.click(program.get('page tab', 'Items', inside=page()))
    program.click(program.get('text', 'Add an item they sell', inside=page()))
    program.type('SWE-104')
    program.key('Return')
    demo.becomes(1, f'SELECT count (*) FROM supplier_item WHERE supplier_id = {NEW}')
    type_into('text', 'Pack size', '24', page())
    demo.becomes(24000, f'SELECT order_multiple FROM supplier_item WHERE supplier_id = {NEW}')


def order_there():
    program.press('New order', inside=page())
    demo.becomes(1, f"SELECT count (*) FROM purchase_order WHERE supplier_id = {NEW} AND state = 'draft'")
    number = demo.value(f"SELECT number FROM purchase_order WHERE supplier_id = {NEW}")
    program.get('label', matching='^This order is empty', inside=demo.page(number))


demo.step('a supplier is found by name', find_supplier)
demo.step('terms of an item are edited and taken back', edit_terms_of_item)
demo.step('a supplier is added', add_supplier)
demo.step('terms are edited where they stand', edit_supplier)
demo.step('an item they sell is added', add_item)
demo.step('an order is started there', order_there)
demo.close()
