"""A new shop is made from the welcome page without a mouse, and the keyboard stays with the window.

Usage: test-new-shop.py BUILD
"""
import os
import sys
import time

import desk


def make(table):
    os.unlink(table.shop)
    program = table.open_without_shop()
    program.get('push button', 'New shop…')
    time.sleep(0.5)
    program.key('Return')
    program.get('push button', 'Create…')
    time.sleep(0.5)
    program.type('Corner shop')
    program.key('Return')
    program.get(None, 'Where to save the shop file')
    time.sleep(0.5)
    program.key('ctrl+a')
    program.type(str(table.shop))
    program.key('Return')
    program.wait(table.shop.exists, what='the file')
    program.get('label', matching='^0 items')
    time.sleep(0.5)
    program.key('alt+2')
    table.check('the keyboard is with the window again', program.get('push button', 'New item') is not None)


desk.Desk(sys.argv[1], 'new', 'Corner shop').run(make)
