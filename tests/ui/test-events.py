"""Known events through the program: one is noted, shows in the list and behind the chart, is removed, and taken back."""
import os
import subprocess
import sys
import time

from demo import Demo

demo = Demo(sys.argv[1])
program = demo.program
COUNT = "SELECT count(*) FROM event WHERE name = 'Tasting'"

PLACE = """SELECT count(*) FROM predecessor p JOIN item i ON i.id = p.item_id JOIN item b ON b.id = p.predecessor_id
           WHERE i.code = 'CHE-112' AND b.code = 'CHE-101'"""


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
    time.sleep(1.0)
    program.key('Escape')  # a toast goes first
    time.sleep(0.5)
    if [node for node in program.root if node.name == 'Events']:
        program.key('Escape')
    program.wait(lambda: not [node for node in program.root if node.name == 'Events'], 5, 'the dialog to close')


def take_a_place():
    demo.go('Stock')
    page = demo.page('GrStockPage')
    program.key('ctrl+f')
    program.type('CHE-112')
    time.sleep(1.0)
    program.key('Down')
    time.sleep(0.5)
    subprocess.run(['xdotool', 'mousemove', '900', '650'], check=True)
    for _ in range(40):
        subprocess.run(['xdotool', 'click', '5'], check=True)
    time.sleep(0.5)
    program.click(program.get('page tab', 'Forecast', inside=page))
    time.sleep(0.5)
    for _ in range(60):
        subprocess.run(['xdotool', 'click', '5'], check=True)
    time.sleep(0.5)
    picture('predecessor-none')
    program.click(program.get(None, 'Item or barcode', inside=page))
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
