"""The three tasks of a shop's day in few acts: what takes more of them is a fault of the program. TAP.

An act is what a hand does at once: one key chord, one run of typing, one scan, one click.
"""
import json
import os
import subprocess
import sys

from demo import Demo, TODAY
from driver import command

BARCODE = 'SELECT b.code FROM barcode b JOIN item i ON i.id = b.item_id WHERE i.code = ? AND b.qty = 1000'
ON_HAND = ('SELECT sum (b.qty) FROM balance b JOIN location l ON l.id = b.location_id JOIN item i ON i.id = b.item_id '
           "WHERE i.code = ? AND l.kind = 'internal'")
NEWEST = 'SELECT number FROM purchase_order ORDER BY id DESC LIMIT 1'
STATE = 'SELECT state FROM purchase_order ORDER BY id DESC LIMIT 1'
N_ORDERS = 'SELECT count (*) FROM purchase_order'

demo = Demo(sys.argv[1])
program = demo.program


class Hands:
    """Counts what is done, and tells what of it once too much was."""

    def __init__(self, most):
        self.most = most
        self.acts = []

    def _do(self, act):
        self.acts.append(act)
        assert len(self.acts) <= self.most, f'more than {self.most} acts: {self.acts}'

    def key(self, chord):
        self._do(chord)
        program.key(chord)

    def type(self, words):
        self._do(f'"{words}"')
        program.type(words)

    def scan(self, code):
        self._do(f'scan {code}')
        program.wait(program.has_keyboard)
        command('xdotool', 'key', '--delay', 0, *code, 'Return')

    def press(self, called, **more):
        """A click into a popover, whose place on screen is not told."""
        self._do(f'click {called}')
        program.press(called, **more)

    def click(self, node):
        self._do(f'click {node.name}')
        program.click(node)


def granary(*words):
    """What the terminal program says of the shop."""
    said = subprocess.run([f'{sys.argv[1]}/src/cli/granary-cli', '--shop', demo.path, '--today', TODAY, '--json', *words],
                          check=True, capture_output=True, text=True, env={**os.environ, 'LC_ALL': 'C.UTF-8'}).stdout
    return json.loads(said)


def on_hand(code):
    return granary('stock', '--item', code)['on_hand']


def start():
    """Each task begins where the day does."""
    program.key('alt+1')
    demo.page('Today')


def counted(code, number):
    """The file says so, and so does the terminal."""
    demo.becomes(number * 1000, ON_HAND, code)
    assert on_hand(code) == number


def count_by_keys():
    start()
    hands = Hands(6)
    hands.scan(demo.value(BARCODE, 'CHE-101'))
    page = demo.page('Bergkäse, aged 12 months')
    program.focus('push button', 'Adjust stock', inside=page)
    hands.key('Return')
    program.focus('text')
    hands.type('31')
    hands.key('Return')
    counted('CHE-101', 31)


def card_beside_chart():
    """What is edited is seen without scrolling, where there is room; the keyboard is asked nothing here."""
    start()
    Hands(1).scan(demo.value(BARCODE, 'CHE-101'))
    page = demo.page('Bergkäse, aged 12 months')
    chart = program.get(matching='^Sales and forecast', inside=page)
    tab = program.get('page tab', 'Details', inside=page)
    field = program.get('text', 'Description', inside=page)
    program.at_rest(field)
    (left, top, width, _), (tab_left, tab_top, _, _) = chart.extents(), tab.extents()
    assert tab_left >= left + width, (chart.extents(), tab.extents())
    assert abs(tab_top - top) < 60, (chart.extents(), tab.extents())
    program.get('label', 'On hand', inside=page)
    assert program.find('label', 'Available', inside=page) is None, 'nothing is reserved: it is what is on hand'


def count_by_mouse():
    start()
    hands = Hands(12)
    hands.click(program.get(matching='^Stock'))
    page = demo.page('Stock')
    hands.click(program.get('label', 'Basil, potted', inside=page))
    hands.click(program.get('push button', 'Adjust stock', inside=page))
    program.focus('text')
    hands.type('29')
    hands.press('Adjust', inside=page)
    counted(demo.value("SELECT code FROM item WHERE description = 'Basil, potted'"), 29)


def order_came_short(less):
    """All of the newest order but that much of its first line is there."""
    number = demo.value(NEWEST)
    demo.becomes('partially-received', 'SELECT state FROM purchase_order WHERE number = ?', number)
    lines = granary('order', 'show', number)['lines']
    missing = [line['ordered'] - line['received'] for line in lines]
    assert sorted(missing) == [0] * (len(lines) - 1) + [less], missing
    return number


def newest_becomes(state):
    demo.becomes(state, STATE)


def order_by_keys():
    start()
    orders = demo.value(N_ORDERS)
    hands = Hands(14)
    hands.key('alt+5')
    demo.page('Planning')
    hands.key('ctrl+n')
    program.wait(lambda: demo.value(N_ORDERS) > orders, what='the drafts')
    hands.key('alt+4')
    page = demo.page('Purchase orders')
    program.get('label', demo.value(NEWEST), inside=page)
    program.focus('table row', inside=page)
    hands.key('Home')
    program.get('label', 'Approve it once it is complete.', inside=page)  # the card of the one on top
    hands.key('Return')
    demo.page(demo.value(NEWEST))
    for state in 'approved', 'sent':
        hands.key('ctrl+Return')
        newest_becomes(state)
    hands.key('ctrl+Return')
    dialog = demo.window(f'Receive {demo.value(NEWEST)}')
    program.focus('text', 'Scan the goods received', inside=dialog)
    for _ in range(3):
        hands.key('Tab')
    program.focus('text', 'Received', inside=dialog)
    hands.type(f"{granary('order', 'show', demo.value(NEWEST))['lines'][0]['ordered'] - 1:g}")
    hands.key('ctrl+Return')
    order_came_short(1)


def order_by_mouse():
    start()
    hands = Hands(12)
    hands.click(program.get(matching='^Suppliers'))
    page = demo.page('Suppliers')
    orders = demo.value(N_ORDERS)
    hands.click(program.get('label', 'Sennerei Bergblick', inside=page))
    hands.click(program.get('push button', 'Accept suggestions', inside=page))
    program.wait(lambda: demo.value(N_ORDERS) > orders, what='the draft')
    hands.click(program.get(matching='^Purchase orders'))
    page = demo.page('Purchase orders')
    hands.click(program.get('label', demo.value(NEWEST), inside=page))
    for act, state in (('Approve', 'approved'), ('Send to supplier', 'sent')):
        hands.click(program.get('push button', act, inside=page))
        newest_becomes(state)
    hands.click(program.get('push button', 'Receive…', inside=page))
    dialog = demo.window(f'Receive {demo.value(NEWEST)}')
    hands.click(program.get('text', 'Received', inside=dialog))
    program.key('ctrl+a')  # a part of typing anew
    hands.type(f"{granary('order', 'show', demo.value(NEWEST))['lines'][0]['ordered'] - 1:g}")
    hands.click(program.get('push button', 'Receive', inside=dialog))
    order_came_short(1)


def item_is_whole(code, barcode):
    demo.becomes(1, 'SELECT count (*) FROM item WHERE code = ?', code)
    item = next(item for item in granary('items', '--search', code)['items'] if item['code'] == code)
    assert item['unit_cost'] == 2.15, item
    assert granary('stock', '--item', barcode)['code'] == code
    assert demo.value('SELECT s.name FROM supplier_item t JOIN supplier s ON s.id = supplier_id JOIN item i ON i.id = item_id '
                      'WHERE i.code = ? AND t.unit_price = 21500', code) == 'Northern Pantry Supply'


def new_item_by_keys():
    start()
    hands = Hands(12)
    hands.key('alt+2')
    demo.page('Stock')
    hands.key('ctrl+n')
    dialog = demo.window('New item')
    hands.type('Quince jelly')
    hands.key('Tab')
    hands.type('JEL-1')
    hands.key('Tab')
    hands.type('northern pantry supply')  # in small letters it is the one that there is
    hands.key('Tab')
    hands.type('2.15')
    hands.scan('4006381333931')
    hands.key('Return')
    demo.page('Quince jelly')
    item_is_whole('JEL-1', '4006381333931')


def new_item_by_mouse():
    start()
    hands = Hands(12)
    hands.click(program.get(matching='^Stock'))
    demo.page('Stock')
    hands.click(program.get('push button', 'New item'))
    dialog = demo.window('New item')
    hands.type('Medlar jelly')
    for field, words in (('Item code', 'JEL-2'), ('Supplier', 'Northern Pantry Supply'), ('Purchase price', '2.15')):
        hands.click(program.get('text', field, inside=dialog))
        hands.type(words)
    hands.scan('4006381333948')
    hands.click(program.get('push button', 'Add item', inside=dialog))
    demo.page('Medlar jelly')
    item_is_whole('JEL-2', '4006381333948')


def undo_takes_all_of_it():
    program.key('ctrl+z')
    demo.becomes(0, "SELECT count (*) FROM item WHERE code = 'JEL-2'")
    assert demo.value("SELECT count (*) FROM barcode WHERE code = '4006381333948'") == 0


def what_is_lacking():
    """The dialog says why it can't go on: first that the code is needed, then that it is another's; a scan presses nothing."""
    start()
    items = demo.value('SELECT count (*) FROM item')
    program.key('alt+2')
    demo.page('Stock')
    program.key('ctrl+n')
    dialog = demo.window('New item')
    program.get('label', 'An item needs an item code', inside=dialog)
    program.type('Twice')
    program.key('Return')  # goes where something is lacking
    program.type('CHE-101')
    program.wait(lambda: program.find('text', 'Item code', inside=dialog).text() == 'CHE-101', what='the code')
    program.get('label', 'There is already an item CHE-101', inside=dialog)
    program.key('ctrl+a')
    program.type('CHE-999')
    program.gone('label', 'There is already an item CHE-101', inside=dialog)
    Hands(1).scan(demo.value(BARCODE, 'CHE-101'))
    program.get('label', f"{demo.value(BARCODE, 'CHE-101')} is already the barcode of CHE-101", inside=dialog)
    program.press('Cancel', inside=dialog)
    program.closed('New item')
    assert demo.value('SELECT count (*) FROM item') == items


demo.step('a count is corrected by keyboard', count_by_keys)
demo.step('what is edited of an item stands beside its chart', card_beside_chart)
demo.step('a count is corrected by mouse', count_by_mouse)
demo.step('what is due is ordered and received by mouse', order_by_mouse)
demo.step('what is due is ordered and received by keyboard', order_by_keys)
demo.step('an item with supplier and barcode is added by keyboard', new_item_by_keys)
demo.step('an item with supplier and barcode is added by mouse', new_item_by_mouse)
demo.step('one undo takes all of a new item back', undo_takes_all_of_it)
demo.step('a new item says what it lacks', what_is_lacking)
demo.close()
