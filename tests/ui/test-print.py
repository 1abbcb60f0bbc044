"""Printing in the real program: the dialog comes and goes, a PDF of what is shown is saved and can be opened. TAP."""
import pathlib
import subprocess
import sys

import tree
from demo import Demo

demo = Demo(sys.argv[1])
program = demo.program


def pdf(name):
    """The words of a PDF in the folder of the shop, as they lie on the page, once it is there and whole."""
    path = pathlib.Path(demo.folder.name) / name
    program.wait(path.exists, what=f'{name} to be written')
    return subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True, text=True).stdout


def open_menu():
    """Waits for it. Of its menus GTK 4.18 tells nothing: there the picture of the screen says that one is open."""
    if program.bus.tells_what_shows:
        program.screen()
    else:
        program.focus(matching='^New shop')


def save(name, *keys):
    """Main menu, Save as PDF…: the answer is where the program says that it is."""
    path = pathlib.Path(demo.folder.name) / name
    program.key('F10')
    open_menu()
    program.key(*keys)
    chooser = demo.window('Save as PDF')
    program.key('ctrl+a')
    program.type(str(path), inside=chooser)
    program.key('Return')
    program.closed('Save as PDF')
    program.get('label', f'Saved as {path}')
    program.get('push button', 'Open')
    return pdf(name)


def dialog():
    demo.go('Stock')
    program.key('ctrl+p')
    demo.window('Print')
    program.key('Escape')
    program.closed('Print')
    program.key('alt+3')  # the keyboard is the window's again
    demo.page('Suppliers')


def rows_of(text, word):
    return [line for line in text.split('\n') if word in line]


def stock():
    page = demo.go('Stock')
    program.press(matching='^Out of stock', inside=page)
    program.wait(lambda: len(list(program.find_all('table row', inside=page))) < 10, what='the few that are out')
    text = save('stock.pdf', 's')
    first, second = text.split('\n')[:2]
    assert 'Stock' in first and 'The Larder' in first, text
    assert 'Out of stock' in second and '22 Nov 2026' in second, text
    assert 'Available' in text and 'Page 1 of 1' in text, text
    assert rows_of(text, 'ANT-105') and not rows_of(text, 'CHE-101'), text


def family():
    """What is chosen in the popover is told as well."""
    page = demo.go('Stock')
    program.press(matching='^All', inside=page)
    program.press('Filter by family and location', role=None, inside=page)
    program.wait(lambda: program.find(inside=program.find('combo box', 'Family', inside=page), state=tree.FOCUSED),
                 what='the family to choose')
    program.key('space')
    chosen = demo.value('SELECT name FROM family ORDER BY name LIMIT 1')
    program.key('Down', 'Return', 'Escape')
    program.wait(lambda: len(list(program.find_all('table row', inside=page))) < 30, what='those of the family')
    text = save('family.pdf', 's')
    assert chosen in text.split('\n')[1], text


def whole_list():
    page = demo.go('Stock')
    program.press(matching='^All', inside=page)
    program.wait(lambda: len(list(program.find_all('table row', inside=page))) > 10, what='all items')
    text = save('all.pdf', 's')
    codes = demo.value("SELECT group_concat (code, ' ') FROM item WHERE status = 'active'").split()
    for code in codes:
        assert len(rows_of(text, code)) == 1, (code, text)


def today():
    demo.go('Today')
    text = save('today.pdf', 's')
    assert 'What to do' in text, text


def chart():
    demo.go('Planning')
    text = save('chart.pdf', 'c', 's')
    assert 'Forecast' in text and 'Projected stock' in text, text


def item():
    demo.go('Stock')
    program.key('Down', 'Return')
    program.wait(lambda: program.find('push button', 'Back'), what='the page of the item')
    text = save('item.pdf', 's')
    assert 'Projected stock' in text, text


def history():
    program.key('ctrl+h')
    demo.window('History')
    program.key('ctrl+p')
    demo.window('Print')
    program.key('Escape')
    program.closed('Print')
    program.key('Escape')
    program.closed('History')


def price():
    """On the page of the item: what the program shows is taken back, and what is no number says so in words."""
    code = 'CHE-101'
    program.key('ctrl+b')
    program.type(code)
    program.key('Return')
    page = demo.page('Bergkäse, aged 12 months')
    field = program.get('text', matching='^Selling price', inside=page, showing=False)
    program.scroll_to(field)
    program.click(field)
    program.key('ctrl+a')
    program.type('12 bottles')
    program.key('Return')
    program.get('label', 'Selling price (EUR): “12 bottles” is not a number.', inside=page)
    program.key('ctrl+a')
    program.type('EUR 12.50')
    program.key('Return')
    demo.becomes(125000, 'SELECT unit_price FROM item WHERE code = ?', code)
    program.gone('label', matching='is not a number', inside=page)


demo.step('Ctrl+P asks for the printer, Escape goes back', dialog)
demo.step('the stock as it is filtered', stock)
demo.step('all of the stock', whole_list)
demo.step('what is to be done today', today)
demo.step('a chart', chart)
demo.step('an item', item)
demo.step('the history', history)
demo.step('a price as it is shown', price)
demo.step('a family of the stock', family)
demo.close()
