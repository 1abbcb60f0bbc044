"""Without a shop, in an empty one and with a file to import: Tab, Shift+Tab and F6 come to all that can be used, the keyboard is
on the page that is open, and a scanner presses nothing. TAP.

Usage: test-walk-empty.py BUILD
"""
import sys

from demo import Demo
from walks import Walks

ITEMS = 'Code;Name;Price\nA-1;Salt;1.20\nA-2;Pepper;2.40\n'

demo = Demo(sys.argv[1], words=('new', 'Corner shop'), table=ITEMS)
program = demo.program
walks = Walks(demo)


def arrows_in_sidebar():
    """They come to every page; Tab comes to the one that is open, whichever was before."""
    names = []
    walks.go('Suppliers')
    walks.tab_to('push button', 'Suppliers')
    for key in ('Up', 'Up', 'Down', 'Down', 'Down', 'Down'):
        names.append(walks.keyboard.press(key).name)
    assert names == ['Stock', 'Today', 'Stock', 'Suppliers', 'Purchase orders', 'Planning'], names
    walks.go('Today')
    walks.tab_to('push button', 'Today')


walks.in_dialog('Import', lambda: None, ('push button', 'Import 2 rows'), panes=3)
for page, panes in (('Today', 3), ('Stock', 4), ('Suppliers', 3), ('Purchase orders', 3), ('Planning', 3)):
    walks.on_page(page, panes)
demo.step('the sidebar', arrows_in_sidebar)
walks.in_dialog('Choose a supplier', walks.act_of('Purchase orders'))
walks.in_dialog('Events', walks.keys('ctrl+e'), ('label', 'No events yet'))
demo.close()
