"""A scanner and a keyboard on the demo shop: a scan does what the page means by it and presses nothing. TAP."""
import sys

from demo import Demo
from keys import Keys

DRAFT = "SELECT id FROM purchase_order WHERE state = 'draft' ORDER BY id LIMIT 1"
N_DEEDS = 'SELECT count (*) FROM deed'
BARCODE = 'SELECT b.code FROM barcode b JOIN item i ON i.id = b.item_id WHERE i.code = ? AND b.qty = 1000'
ORDERED = f'SELECT ordered_qty FROM purchase_order_line l JOIN item i ON i.id = item_id WHERE order_id = ({DRAFT}) AND code = ?'
N_LINES = f'SELECT count (*) FROM purchase_order_line WHERE order_id = ({DRAFT})'

demo = Demo(sys.argv[1])
program = demo.program
keys = Keys()


def scan(item):
    """As a scanner: all its keys at once, Enter the last."""
    program.wait(program.has_keyboard)
    keys.send(*demo.value(BARCODE, item), 'Return')


def scan_on_pages():
    deeds = demo.value(N_DEEDS)
    for number, page in enumerate(('Today', 'Stock', 'Suppliers', 'Purchase orders', 'Planning')):
        program.key(f'alt+{number + 1}')
        demo.page(page)
        scan('CHE-101')
        demo.page('Bergkäse, aged 12 months')
    assert demo.value(N_DEEDS) == deeds


def scan_in_a_field():
    program.key('alt+2')
    demo.page('Stock')
    program.key('ctrl+f')
    program.type('ham')
    program.wait(lambda: program.find('text', 'Search').text() == 'ham')
    scan('CHE-101')
    demo.page('Bergkäse, aged 12 months')
    program.key('alt+2')
    demo.page('Stock')
    program.wait(lambda: program.find('text', 'Search').text() == 'ham')
    program.key('ctrl+f', 'Escape')


def enter_on_a_draft():
    deeds = demo.value(N_DEEDS)
    lines = demo.value(N_LINES)
    program.key('alt+4')
    demo.page('Purchase orders')
    program.key('Return')
    demo.page(demo.value(f'SELECT number FROM purchase_order WHERE id = ({DRAFT})'))
    program.key('Return')
    assert (demo.value(N_DEEDS), demo.value(N_LINES)) == (deeds, lines)


def scan_into_a_draft():
    had = demo.value(ORDERED, 'WIN-101')
    scan('WIN-101')
    demo.becomes(had + 1000, ORDERED, 'WIN-101')
    program.key('ctrl+z')
    demo.becomes(had, ORDERED, 'WIN-101')


demo.step('a scan on a page opens the item', scan_on_pages)
demo.step('a scan does not stay in a field', scan_in_a_field)
demo.step('Enter on a draft that was opened does nothing to it', enter_on_a_draft)
demo.step('a scan into a draft adds one', scan_into_a_draft)
demo.close()
