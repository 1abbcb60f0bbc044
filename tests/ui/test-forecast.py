"""An item's forecast through the program: days set aside, kept, and taken back."""
import subprocess
import sys
import time

from demo import Demo

demo = Demo(sys.argv[1])
program = demo.program
ITEM = "(SELECT id FROM item WHERE code = 'PAN-116')"
IS_ASIDE = f'SELECT is_set_aside FROM demand_mark WHERE item_id = {ITEM}'
PRINT = f"SELECT fingerprint FROM forecast WHERE item_id = {ITEM} AND grain = 'week'"


def scroll_down():
    subprocess.run(['xdotool', 'mousemove', '900', '650'], check=True)
    for _ in range(40):
        subprocess.run(['xdotool', 'click', '5'], check=True)
    time.sleep(0.5)


def show_forecast():
    demo.go('Stock')
    program.key('ctrl+f')
    program.type('PAN-116')
    program.get('label', 'Salt & pepper mill set', inside=demo.page('GrStockPage'))
    time.sleep(0.5)
    program.key('Down')
    time.sleep(0.5)
    scroll_down()
    program.click(program.get('page tab', 'Forecast', inside=demo.page('GrStockPage')))
    time.sleep(0.5)
    scroll_down()
    program.get('label', matching='^Over the last 26 weeks', inside=demo.page('GrStockPage'))


def keep_a_stock_out():
    before = demo.value(PRINT)
    program.click(program.get('push button', 'Count', inside=demo.page('GrStockPage')))
    demo.becomes(0, IS_ASIDE)
    assert demo.value(PRINT) != before, 'the forecast was not made again'
    program.get('push button', 'Leave out', inside=demo.page('GrStockPage'))
    program.key('ctrl+z')
    demo.becomes(None, IS_ASIDE)
    demo.becomes(before, PRINT)


demo.step('an item says how it is forecast', show_forecast)
demo.step('a stock-out is kept and the deed taken back', keep_a_stock_out)
demo.close()
