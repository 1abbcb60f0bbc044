"""A new shop is made from the welcome page without a mouse, and the keyboard stays with the window.

Usage: test-new-shop.py BUILD
"""
import os
import sys

import desk


def make(table):
    os.unlink(table.shop)
    program = table.open_without_shop()
    program.focus('push button', 'New shop…')
    program.key('Return')
    program.type('Corner shop', inside=program.window('New shop'))
    program.key('Return')
    chooser = program.window('Where to save the shop file')
    program.key('ctrl+a')
    program.type(str(table.shop), inside=chooser)
    program.key('Return')
    program.wait(table.shop.exists, what='the file')
    program.closed('Where to save the shop file')
    program.get('label', matching='^0 items')
    program.key('alt+2')
    table.check('the keyboard is with the window again', program.get('push button', 'New item') is not None)


desk.Desk(sys.argv[1], 'new', 'Corner shop').run(make)
