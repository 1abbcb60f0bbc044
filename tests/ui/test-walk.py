"""Every page and dialog of the demo shop by keyboard alone: Tab, Shift+Tab and F6 come to all that can be used and leave it
again, each says what it is and is in sight; and a scanner presses nothing, wherever the keyboard is. TAP.

Usage: test-walk.py BUILD
"""
import sys

from demo import Demo
from keyboard import is_named
from walks import BARCODE, N_DEEDS, NOBODYS, Walks

ORDER = 'SELECT number FROM purchase_order WHERE state = ? ORDER BY id LIMIT 1'
PRESSED = 20  # the state of a button that stays down
SAID = '^No item has the code'
ITEM = 'Bergkäse, aged 12 months'
TABS = {'Details': 'GrItemRows', 'Forecast': 'GrItemForecast', 'Stock history': 'GrItemLedger', 'Suppliers': 'GrItemSupply'}

demo = Demo(sys.argv[1])
program = demo.program
walks = Walks(demo)


def open_event_form():
    program.key('ctrl+e')
    demo.window('Events')
    program.key('ctrl+n')


def on_supplier():
    walks.go('Suppliers')
    program.key('Return')
    demo.page('Chocolaterie Perrin')
    walks.walk(3)


def open_order(state):
    """That one which a search among all finds."""
    number = demo.value(ORDER, state)
    page = walks.go('Purchase orders')
    program.press(matching='^All, ', inside=page)
    program.key('ctrl+f')
    program.type(number)
    program.key('Return')
    program.focus('table row', matching=f'^{number}')
    program.key('Return')
    return demo.page(number)


def on_order(state, and_then=None):
    def act():
        open_order(state)
        walks.walk()
        if and_then:
            and_then()
    demo.step(f'An order: {state}', act)


def add_by_scan():
    before = demo.value(N_DEEDS)
    walks.scan(demo.value(BARCODE, 'WIN-101'))
    demo.becomes(before + 1, N_DEEDS)


def receive():
    program.press(matching='^Receive', inside=open_order('sent'))


def on_item():
    walks.scan(demo.value(BARCODE, 'CHE-101'))
    demo.page(ITEM)


def item_tab(tab):
    def act():
        walks.tab_to('page tab', tab)
        walks.keyboard.keys.send('space')
        program.get(None, TABS[tab])
        walks.walk(3, hidden=[kind for name, kind in TABS.items() if name != tab], scans=tab != 'Suppliers')
    demo.step(f'Item: {tab}', act)


def close_why(page, go):
    """Escape closes one thing a time: what is said lies on top, then come the reasons."""
    def act():
        go()
        program.key('alt+Return')
        program.get('list', 'The numbers', inside=demo.page(page))
        walks.tab_to('push button', 'Why?')
        line = walks.keyboard.press('Tab')
        assert line.role == 'list item' and is_named(line), line.name
        program.gone(matching=SAID)  # of the walk before
        walks.scan(NOBODYS)
        program.get(matching=SAID)
        walks.keyboard.keys.send('Escape')
        program.gone(matching=SAID)
        program.get('push button', 'Why?', inside=demo.page(page), state=PRESSED)
        walks.keyboard.keys.send('Escape')
        program.gone('push button', 'Why?', inside=demo.page(page), state=PRESSED)
        program.get('push button', 'Why?', inside=demo.page(page))
    demo.step(f'Escape closes the reasons: {page}', act)


walks.on_page('Today', 4)
walks.in_dialog('Events', walks.keys('ctrl+e'), ('label', 'Past events'), panes=2)
walks.in_dialog('New event', open_event_form)
program.key('Escape')
walks.in_dialog('Preferences', walks.keys('ctrl+comma'))
walks.on_page('Suppliers', 4)
demo.step('A supplier', on_supplier)
walks.in_dialog('New supplier', walks.act_of('Suppliers'))
walks.on_page('Purchase orders', 5)
walks.in_dialog('Choose a supplier', walks.act_of('Purchase orders'))
on_order('sent')
walks.in_dialog(f'Receive {demo.value(ORDER, "sent")}', receive, panes=3)
on_order('draft', add_by_scan)
walks.in_dialog('History', walks.keys('ctrl+h'), ('list', 'Changes'), panes=2)
walks.on_page('Stock', 5)
walks.in_dialog('New item', walks.act_of('Stock'), takes='Barcode', hidden=('Terms of the supplier',))
demo.step('An item', on_item)
for tab in TABS:
    item_tab(tab)
close_why(ITEM, on_item)
walks.on_page('Planning', 5)
close_why('Planning', lambda: walks.go('Planning'))
demo.close()
