"""The page of today in the real program: the worst first, and the button that does it."""
import re
import sys

import desk


def waiting(program):
    """What the first chip counts."""
    return int(re.search(r'\d+', program.get('push button', matching=r'^All, \d+$').name)[0])


def first_verb(program, verb):
    return program.get('push button', matching=f'^{verb}: ')


def look(table, program):
    program.key('alt+1')
    lines = table.cli('today').strip().split('\n')[1:]
    table.check('what the terminal lists is counted', waiting(program) == len(lines))
    table.check('the sidebar counts it too', program.find('label', str(len(lines))) is not None)
    table.check('stock-outs speak in a sentence',
                program.get('label', matching=r'^(Runs out|Out of stock)') is not None)


def filter_kinds(table, program):
    program.press(program.get('push button', matching='^Late delivery, ').name)
    program.gone('push button', matching='^Order: ')
    table.check('a chip shows one kind only', first_verb(program, 'Receive') is not None)
    program.press(program.get('push button', matching='^All, ').name)
    first_verb(program, 'Order')


def order(table, program):
    before = waiting(program)
    button = first_verb(program, 'Order')
    program.press(button.name)
    undo = program.get('push button', 'Undo')
    table.check('an order is one press away', 'Draft' in table.cli('orders'))
    undo.act()
    program.wait(lambda: waiting(program) == before, what='the same work again')
    table.check('and can be taken back', waiting(program) == before)


def send(table, program):
    program.press(first_verb(program, 'Send').name)
    program.gone('push button', matching='^Send: ')
    table.check('an approved order is sent', not re.search(r'\bApproved\b', table.cli('orders')))


def by_keyboard(table, program):
    program.key('alt+1')
    first = program.get('push button', matching=r'^(Order|Open|Receive|Send|Count): ')
    table.check('every button names its line', ': ' in first.name)
    program.key('Home', 'Return')
    table.check('Enter opens what a line is about', program.get('push button', 'Back') is not None)
    program.key('alt+Left')
    program.get('push button', matching=r'^All, \d+$')
    table.check('and Alt+Left comes back', True)


def test(table):
    program = table.open()
    for part in (look, filter_kinds, order, send, by_keyboard):
        part(table, program)


desk.Desk(sys.argv[1], 'demo').run(test)
