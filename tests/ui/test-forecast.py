"""An item's forecast through the program: days set aside, kept, and taken back."""
import sys

from demo import Demo

demo = Demo(sys.argv[1])
program = demo.program
ITEM = "(SELECT id FROM item WHERE code = 'PAN-116')"
IS_ASIDE = f'SELECT is_set_aside FROM demand_mark WHERE item_id = {ITEM}'
PRINT = f"SELECT fingerprint FROM forecast WHERE item_id = {ITEM} AND grain = 'week'"


def show_forecast():
    page = demo.show_forecast('PAN-116')
    program.get('label', matching='^Over the last 26 weeks', inside=page)


def keep_a_stock_out():
    before, page = demo.value(PRINT), demo.page('Stock')
    keep = program.get('push button', 'Count', inside=page)
    program.scroll_to(keep)
    program.click(keep)
    demo.becomes(0, IS_ASIDE)
    assert demo.value(PRINT) != before, 'the forecast was not made again'
    program.get('push button', 'Leave out', inside=page)
    program.key('ctrl+z')
    demo.becomes(None, IS_ASIDE)
    demo.becomes(before, PRINT)


demo.step('an item says how it is forecast', show_forecast)
demo.step('a stock-out is kept and the deed taken back', keep_a_stock_out)
demo.close()
