"""Known events through the program: one is noted, shows in the list and behind the chart, is removed, and taken back."""
import os
import sys

from demo import Demo

demo = Demo(sys.argv[1])
program = demo.program
COUNT = "SELECT count(*) FROM event WHERE name = 'Tasting'"

PLACE = """SELECT count(*) FROM predecessor p JOIN item i ON i.id = p.item_id JOIN item b ON b.id = p.predecessor_id
           WHERE i.code = 'CHE-112' AND b.code = 'CHE-101'"""


def picture(name):
    if os.environ.get('GRANARY_SHOTS'):
        program.picture(f'{os.environ["GRANARY_SHOTS"]}/events-{name}.png')


def open_dialog():
    demo.go('Planning')
    picture('planning')
    program.key('ctrl+e')
    dialog = demo.window('Events')
    program.get('label', 'Christmas', inside=dialog)
    picture('list')


def note_one():
    program.key('ctrl+n')
    form = demo.window('New event')
    program.type('Tasting', inside=form)
    picture('form')
    program.key('Return')
    demo.becomes(1, COUNT)
    program.get('label', 'Tasting', inside=demo.window('Events'))
    picture('noted')


def remove_it():
    program.click(program.get('push button', 'Remove Tasting', inside=demo.window('Events')))
    demo.becomes(0, COUNT)
    program.gone('label', 'Tasting', inside=demo.window('Events'))


def take_back():
    program.key('ctrl+z')
    demo.becomes(1, COUNT)
    program.get('label', 'Tasting', inside=demo.window('Events'))
    program.key('ctrl+z')
    demo.becomes(0, COUNT)
    program.gone('label', 'Tasting', inside=demo.window('Events'))
    program.press('Close', inside=demo.window('Events'))
    program.closed('Events')


def take_a_place():
    page = demo.show_forecast('CHE-112')
    entry = program.get('text', 'Item or barcode', inside=page)
    program.tab_to(entry)
    picture('predecessor-none')
    program.type('CHE-101')
    program.key('Return')
    demo.becomes(1, PLACE)
    picture('predecessor')
    program.click(program.get('push button', 'No predecessor', inside=page))
    demo.becomes(0, PLACE)


demo.step('the events of the shop are listed', open_dialog)
demo.step('an event is noted from the keyboard', note_one)
demo.step('it is removed', remove_it)
demo.step('and both are taken back', take_back)
demo.step('an item takes the place of another', take_a_place)
demo.close()
