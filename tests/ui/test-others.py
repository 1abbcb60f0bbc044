"""Another program works in the same file: the window says whose change it was and shows it, and neither undoes the
other's work without a question. TAP."""
import contextlib
import pathlib
import sqlite3
import subprocess
import sys

from demo import TODAY, Demo

DESCRIPTION = "SELECT description FROM item WHERE code = 'ANT-101'"
UNIT = "SELECT unit FROM item WHERE code = 'ANT-101'"
ON_HAND = ("SELECT sum (qty) FROM balance b JOIN item i ON i.id = b.item_id JOIN place p ON p.id = b.place_id "
           "WHERE i.code = 'ANT-101' AND p.role = 'warehouse'")
N_DEEDS = 'SELECT count (*) FROM deed'

demo = Demo(sys.argv[1])
program = demo.program


def other(*words):
    subprocess.run([pathlib.Path(sys.argv[1]) / 'src/cli/granary-cli', '--shop', demo.path, '--today', TODAY, *words],
                   check=True, capture_output=True)


def notice():
    demo.go('Stock')
    program.get('label', matching='stock worth')
    other('adjust', 'ANT-101', '77')
    program.get('label', matching='^Changed by .*: Adjust ANT-101 from .* to 77$')


def undo_of_others():
    deeds = demo.value(N_DEEDS)
    program.key('ctrl+z')
    program.get('label', matching='^Undo “Adjust ANT-101 from .* to 77”[?]$')
    program.get('label', matching='^.+ did this on 22 Nov 2026, in another window or before the shop was opened here[.]$')
    program.focus('push button', 'Cancel')
    program.key('Return')
    program.gone('label', matching='^Undo “')
    program.wait(program.has_keyboard)
    program.key('ctrl+z')
    program.get('label', matching='^Undo “Adjust ANT-101 from .* to 77”[?]$')
    assert demo.value(N_DEEDS) == deeds  # nor by the first Ctrl+Z, nor by Enter
    program.press('Undo it')
    demo.becomes(deeds + 1, N_DEEDS)
    program.gone('label', matching='^Undo “')
    program.get('label', matching='^Undone: Adjust ANT-101')


def redo_of_own():
    deeds = demo.value(N_DEEDS)
    program.key('ctrl+shift+z')
    demo.becomes(deeds + 1, N_DEEDS)
    program.get('label', matching='^Redone: Adjust ANT-101')


def redo_of_others():
    other('undo')
    program.get('label', matching='^Changed by .*: ')
    deeds = demo.value(N_DEEDS)
    program.key('ctrl+shift+z')
    program.get('label', matching='^Redo “Adjust ANT-101 from .* to 77”[?]$')
    program.get('label', matching='^.+ undid this on 22 Nov 2026')
    assert demo.value(N_DEEDS) == deeds
    program.press('Redo it')
    demo.becomes(deeds + 1, N_DEEDS)
    program.gone('label', matching='^Redo “')


demo.step('a change by another program is shown with its name', notice)
demo.step('Ctrl+Z names what another did before it undoes it', undo_of_others)
demo.step('what was undone here is redone at once', redo_of_own)
demo.step('Shift+Ctrl+Z names what another undid before it redoes it', redo_of_others)
demo.close()
