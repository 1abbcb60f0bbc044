"""The planning page of the real program: what is shown, and suggestions on their way into orders and back."""
import re
import sys

import desk


def chart_says(program):
    """The sentence that the chart on screen has for a screen reader."""
    return program.get('image', matching='^Sales and forecast').name


def count_drafts(table):
    return len([line for line in table.cli('orders').split('\n') if re.search(r'\bDraft\b', line)])


def due(program):
    """How many suggestions the primary button offers to accept."""
    button = program.find('push button', matching=r'^Accept .*due suggestion')
    found = re.search(r'(\d+)', button.name) if button else None
    return int(found[1]) if found else 0


def plan(table, program):
    program.key('alt+5')
    stale = program.get('label', matching='^This plan is from yesterday')
    table.check('the plan of an earlier day says so', stale is not None)
    before = program.wait(lambda: due(program), what='suggestions')
    program.press('Plan now')
    program.wait(lambda: due(program) not in (0, before), what='the suggestions of today')
    said = re.search(r'to order today: (\d+)', table.cli('plan'))
    table.check('the plan says what is due', due(program) == int(said[1]))


def walk(table, program):
    first = program.wait(lambda: chart_says(program), what='the first chart')
    program.key('Down')
    program.wait(lambda: chart_says(program) != first, what='another chart')
    table.check('the chart speaks of what is selected', chart_says(program) != first)
    second = chart_says(program)
    program.press('Weeks')
    table.check('weeks are shown', program.get('label', matching='per week|^Weeks') is not None)
    program.press('Months')
    table.check('the sentence is of the same item', chart_says(program)[:40] == second[:40])
    program.key('alt+5')
    program.key('alt+Return')
    table.check('Alt+Enter says why', program.get('label', 'Lead time') is not None)
    program.key('alt+Return')


def accept_one(table, program):
    before, drafts = due(program), count_drafts(table)
    program.press('To order, %d' % before)
    program.key('alt+5')
    program.key('ctrl+Return')
    program.wait(lambda: due(program) == before - 1, what='one suggestion less')
    table.check('Ctrl+Enter accepts the selected one', due(program) == before - 1)
    table.check('it is in a draft', count_drafts(table) >= drafts)
    program.key('ctrl+z')
    program.wait(lambda: due(program) == before, what='the suggestion back')
    table.check('Undo takes it back', due(program) == before and count_drafts(table) == drafts)


def accept_some(table, program):
    before = due(program)
    program.key('space', 'Down', 'space')
    table.check('Space chooses', program.get('label', '2 suggestions selected') is not None)
    program.press('Accept selected')
    program.wait(lambda: due(program) == before - 2, what='two suggestions less')
    table.check('what was chosen is accepted', due(program) == before - 2)
    program.key('ctrl+z')
    program.wait(lambda: due(program) == before, what='both suggestions back')
    table.check('Ctrl+Z takes both back', due(program) == before)


def accept_all(table, program):
    drafts = count_drafts(table)
    program.press(f'Accept {due(program)} due suggestions')
    program.get(None, 'Nothing to order')
    table.check('nothing is left to order', due(program) == 0)
    table.check('drafts exist', count_drafts(table) > drafts)
    table.check('the file is sound', 'No problems found' in table.cli('check'))


def families(table, program):
    program.press('Families')
    program.get('label', 'Sales, purchases and stock by month')
    program.get('label', 'Projected stock')
    in_money = program.get('label', 'Projected stock (EUR)')
    table.check('families have their months in units and money', in_money is not None)
    table.check('the chart sums them up', program.get('image', matching='All items') is not None)


def search(table, program):
    program.press('Items')
    program.press(matching='^All, ')
    program.get('label', matching='^Espresso beans')
    program.key('ctrl+f')
    program.focus('text')
    program.type('olives')
    program.get('label', 'Items')
    program.wait(lambda: re.search('(?i)olives', chart_says(program)), what='an item that was searched for')
    table.check('search narrows the list down', re.search('(?i)olives', chart_says(program)) is not None)
    program.key('Escape')


def test(table):
    program = table.open()
    for part in (plan, walk, accept_one, accept_some, accept_all, families, search):
        part(table, program)


desk.Desk(sys.argv[1], 'demo', today='2026-11-23').run(test)
