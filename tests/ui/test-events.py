"""Known events through the program: one is noted, shows in the list and behind the chart, is removed, and taken back."""
import os
import sys
import time

from demo import Demo

demo = Demo(sys.argv[1])
program = demo.program
COUNT = "SELECT count(*) FROM event WHERE name = 'Tasting'"


def picture(name):
    if os.environ.get('GRANARY_SHOTS'):
        time.sleep(1.0)
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
    time.sleep(0.5)
    program.type('Tasting')
    picture('form')
    program.key('Return')
    demo.becomes(1, COUNT)
    program.get('label', 'Tasting', inside=demo.window('Events'))
    picture('noted')
    assert form is not None


def remove_it():
    program.click(program.get('push button', 'Remove Tasting', inside=demo.window('Events')))
    demo.becomes(0, COUNT)


def take_back():
    time.sleep(1.0)
    program.key('ctrl+z')
    demo.becomes(1, COUNT)
    program.get('label', 'Tasting', inside=demo.window('Events'))
    program.key('ctrl+z')
    demo.becomes(0, COUNT)
    program.key('Escape')


demo.step('the events of the shop are listed', open_dialog)
demo.step('an event is noted from the keyboard', note_one)
demo.step('it is removed', remove_it)
demo.step('and both are taken back', take_back)
demo.close()
