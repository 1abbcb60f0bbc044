"""The program as ASan and UBSan watch it, once through: every page and dialog, a field, a delivery of more than was
ordered. Whatever they find ends it with words and not with 0. TAP."""
import sys

from demo import Demo

SENT = "SELECT min (id) FROM purchase_order WHERE state = 'sent'"
N_DEEDS = 'SELECT count (*) FROM deed'

# What is never freed is not looked for: GTK and the libraries below keep much until the end, and where it was had is not
# told without unwinding that takes minutes. The tests of widgets look at what their own things leave.
demo = Demo(sys.argv[1], {
    'ASAN_OPTIONS': 'detect_leaks=0:detect_stack_use_after_return=1',
    'UBSAN_OPTIONS': 'print_stacktrace=1:halt_on_error=1'})
program = demo.program


def pages():
    for number, page in enumerate(('Today', 'Stock', 'Suppliers', 'Purchase orders', 'Planning')):
        program.key(f'alt+{number + 1}')
        demo.page(page)


def dialogs():
    for keys, title in (('ctrl+comma', 'Preferences'), ('ctrl+e', 'Events'), ('ctrl+h', 'History')):
        program.key(keys)
        program.window(title)
        program.key('Escape')
        program.closed(title)
    program.key('ctrl+question')
    program.get('label', 'Pages, in the order of the sidebar')
    program.key('Escape')
    program.gone('label', 'Pages, in the order of the sidebar')


def only_row(list_page):
    """Below the titles, where there is but one."""
    rows = list(program.find_all('table row', inside=list_page))
    return rows[1] if len(rows) == 2 else None


def field():
    program.key('alt+2')
    page = demo.page('Stock')
    program.key('ctrl+f')
    program.type('CHE-101')
    program.click(program.wait(lambda: only_row(page), what='only CHE-101'))
    program.key('Return')
    entry = program.get('text', 'Unit', inside=demo.page('Bergkäse, aged 12 months'))
    program.scroll_to(entry)
    program.click(entry)
    program.key('ctrl+a')
    program.type('wheel')
    program.key('Return')
    demo.becomes('wheel', "SELECT unit FROM item WHERE code = 'CHE-101'")


def delivery():
    order = demo.value(SENT)
    number = demo.value('SELECT number FROM purchase_order WHERE id = ?', order)
    received = f'SELECT sum (received_qty) FROM purchase_order_line WHERE order_id = {order}'
    before = demo.value(received)
    list_page = demo.go('Purchase orders')
    program.click(program.get('label', number, inside=list_page))
    program.key('Return')
    program.press('Receive…', inside=demo.page(number))
    dialog = program.window(f'Receive {number}')
    program.click(program.get('text', 'Received', inside=dialog))
    program.key('ctrl+a')
    program.type('5000')
    program.press('Receive', inside=dialog)
    program.get(matching='More than ordered')
    program.press('Receive all')
    program.wait(lambda: demo.value(received) >= before + 5000000, what='the delivery')
    program.closed(f'Receive {number}')


def take_back():
    deeds = demo.value(N_DEEDS)
    program.key('ctrl+z')
    demo.becomes(deeds + 1, N_DEEDS)
    program.key('ctrl+shift+z')
    demo.becomes(deeds + 2, N_DEEDS)


def leave():
    program.key('ctrl+q')
    program.process.wait(120)


demo.step('every page', pages)
demo.step('dialogs', dialogs)
demo.step('a field', field)
demo.step('a delivery of more than was ordered', delivery)
demo.step('undo and redo', take_back)
demo.step('it is left', leave)
demo.close()
