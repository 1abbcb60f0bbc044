"""A purchase order through the program: written, approved, sent, received in two parts, and one step taken back."""
import sys

from demo import Demo

demo = Demo(sys.argv[1])
program = demo.program
LAST = '(SELECT max (id) FROM purchase_order)'
STATE = f'SELECT state FROM purchase_order WHERE id = {LAST}'
ORDERED = f'SELECT sum (ordered_qty) FROM purchase_order_line WHERE order_id = {LAST}'
RECEIVED = f'SELECT sum (received_qty) FROM purchase_order_line WHERE order_id = {LAST}'
N_LINES = f'SELECT count (*) FROM purchase_order_line WHERE order_id = {LAST}'


def order_number():
    return demo.value(f'SELECT number FROM purchase_order WHERE id = {LAST}')


def order_page():
    return demo.page(order_number())


def press(button):
    program.press(button, inside=order_page())


def cell(column, inside):
    """The first cell of a column that can be edited."""
    return program.get('text', column, inside=inside)


def type_into(column, words, inside, key='Return'):
    program.click(cell(column, inside))
    program.key('ctrl+a')
    program.type(words)
    program.key(key)


def list_by_keys():
    page = demo.go('Purchase orders')
    program.get('label', matching='^PO-0207', inside=page)
    program.press(matching='^All, ', inside=page)
    program.get('label', 'PO-0253', inside=page)  # is closed
    program.click(program.get('label', 'PO-0258', inside=page))
    program.key('End', 'Home', 'Next', 'Next', 'Prior', 'End')
    program.press(matching='^Open, ', inside=page)


def write_draft():
    before = demo.value('SELECT count (*) FROM purchase_order')
    program.key('ctrl+n')
    dialog = demo.window('Choose a supplier')
    program.type('perrin')
    program.gone('label', 'Weingut Hollerbach', inside=dialog)
    program.key('Return')
    demo.becomes(before + 1, 'SELECT count (*) FROM purchase_order')
    assert demo.value(STATE) == 'draft'
    program.get('label', matching='^This order is empty', inside=order_page())


def refuse_empty():
    press('Approve')
    program.get(matching='there is nothing to approve')
    program.key('Escape')
    program.gone(matching='there is nothing to approve')
    assert demo.value(STATE) == 'draft'


def add_lines():
    page = order_page()
    program.click(program.get('text', matching='^Add an item', inside=page))
    program.type('SWE-104')
    program.key('Return')
    demo.becomes(6000, ORDERED)  # what they sell at least
    program.type('gianduja')
    program.get('label', matching='(?i)gianduja')
    program.key('Return')
    demo.becomes(2, N_LINES)


def edit_lines():
    page = order_page()
    demo.becomes(12000, ORDERED)
    type_into('Quantity', '2 packs', page)
    demo.becomes(18000, ORDERED)
    type_into('Quantity', '99', page, key='Escape')
    type_into('Quantity', 'many', page)
    program.key('Escape')
    type_into('Purchase price', '2,50', page, key='Tab')
    demo.becomes(1, f'SELECT count (*) FROM purchase_order_line WHERE order_id = {LAST} AND unit_price = 25000')
    assert demo.value(ORDERED) == 18000


def remove_line():
    program.press('Remove from the order', inside=order_page())
    demo.becomes(1, N_LINES)
    program.key('ctrl+z')
    demo.becomes(2, N_LINES)


def approve_and_send():
    press('Approve')
    demo.becomes('approved', STATE)
    press('Back to draft')
    demo.becomes('draft', STATE)
    press('Approve')
    demo.becomes('approved', STATE)
    press('Put on hold')
    demo.becomes(1, f'SELECT is_on_hold FROM purchase_order WHERE id = {LAST}')
    press('Resume')
    demo.becomes(0, f'SELECT is_on_hold FROM purchase_order WHERE id = {LAST}')
    press('Send to supplier')
    demo.becomes('sent', STATE)


def receive_part():
    press('Receive…')
    dialog = demo.window(f'Receive {order_number()}')
    type_into('Received', '5', dialog)
    program.press('Receive', inside=dialog)
    demo.becomes('partially-received', STATE)
    assert 0 < demo.value(RECEIVED) < demo.value(ORDERED)


def receive_by_scanner():
    before = demo.value(RECEIVED)
    press('Receive…')
    dialog = demo.window(f'Receive {order_number()}')
    program.click(program.get('text', 'Scan the goods received', inside=dialog))
    program.type('SWE-104')
    program.key('Return')
    program.press('Receive', inside=dialog)
    demo.becomes(before + 1000, RECEIVED)


def ask_about_excess():
    press('Receive…')
    dialog = demo.window(f'Receive {order_number()}')
    type_into('Received', '500', dialog)
    program.press('Receive', inside=dialog)
    program.get(matching='More than ordered')
    program.key('Escape')
    program.gone(matching='More than ordered')
    program.press('Cancel', inside=dialog)
    program.closed(f'Receive {order_number()}')
    assert demo.value(STATE) == 'partially-received'


def receive_rest():
    press('Receive…')
    program.press('Receive', inside=demo.window(f'Receive {order_number()}'))
    demo.becomes('received', STATE)
    program.closed(f'Receive {order_number()}')
    assert demo.value(RECEIVED) == demo.value(ORDERED)


def take_back():
    program.key('ctrl+z')
    demo.becomes('partially-received', STATE)
    program.key('ctrl+shift+z')
    demo.becomes('received', STATE)
    press('Close')
    demo.becomes('closed', STATE)


def go_back():
    program.key('alt+Left')
    page = demo.page('Purchase orders')
    program.press(matching='^Closed, 1', inside=page)
    program.get('label', order_number(), inside=page)


demo.step('the list answers to keys', list_by_keys)
demo.step('a new order is an empty draft', write_draft)
demo.step('nothing to approve is said in words', refuse_empty)
demo.step('items are added by code and by name', add_lines)
demo.step('quantities and prices are edited in place', edit_lines)
demo.step('a line is taken off and put back', remove_line)
demo.step('an order is approved, held and sent', approve_and_send)
demo.step('a part is received', receive_part)
demo.step('a scan counts', receive_by_scanner)
demo.step('too much is asked about', ask_about_excess)
demo.step('the rest is received', receive_rest)
demo.step('a receipt is taken back and done again', take_back)
demo.step('the order is found among the closed ones', go_back)
demo.close()
