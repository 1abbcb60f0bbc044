"""Where the keyboard goes: presses keys and hears from the program, which tells of every move, where it went."""
import collections
import re
import time

from gi.repository import Gio, GLib

import tree
from keys import Keys

PATIENCE = 10  # seconds after which a key is taken to have moved nothing
LIMIT = 150    # of keys after which a walk is taken to have no end
BARE = re.compile(r'^(Gtk|Adw|Gr)[A-Z]\w*$')  # the name of a type, which GTK gives to what has none of its own
ROLELESS = {'0', '20', '67', '69'}            # invalid, filler, unknown, redundant
HOLDERS = {'list', 'scroll pane'}             # what is in them has the keyboard in their place
LINES = {'list item', 'table row'}            # from one to the next go the arrows
TITLE_BAR = {'Minimize', 'Maximize', 'Restore', 'Close'}  # has keys of the window manager


def is_named(node):
    return bool(node.name.strip()) and not BARE.match(node.name)


def inside(node):
    """What it is in, from the inside out."""
    while node.parent is not None:
        node = node.parent
        yield node


class Keyboard:
    """The one of a program under test."""

    def __init__(self, program):
        self.program = program
        self.bus = program.bus
        self.keys = Keys()
        self.nodes = {}
        self.heard = collections.deque()
        self.context = GLib.MainContext.default()
        self._listen()
        self.bus.connection.signal_subscribe(self.bus.program, 'org.a11y.atspi.Event.Object', 'StateChanged', None, 'focused',
                                             Gio.DBusSignalFlags.NONE, self._take)

    def _listen(self):
        """GTK 4.18 tells what nobody asked to hear to nobody."""
        self.bus.connection.call_sync(
            'org.a11y.atspi.Registry', '/org/a11y/atspi/registry', 'org.a11y.atspi.Registry', 'RegisterEvent',
            GLib.Variant('(sass)', ('object:state-changed:focused', [], '')), None, 0, -1, None)

    def _take(self, _connection, _sender, path, _interface, _member, arguments):
        if arguments.unpack()[1]:
            self.heard.append(path)

    def read(self):
        self.nodes = self.bus.tree()

    def node(self, path):
        if path not in self.nodes:
            self.read()
        return self.nodes[path]

    def where(self):
        """What has the keyboard now, in the newest window: one below it goes on telling what had it there."""
        def look():
            self.read()
            tops = reversed(self.nodes[tree.ROOT].children)
            return next((node for top in tops for node, _ in top.walk() if node.has(tree.FOCUSED)), None)
        return self.program.wait(look, what='something to have the keyboard')

    def press(self, *keys):
        """What has the keyboard after these keys, the last of which moves it; None where it stays."""
        while self.context.iteration(False):
            pass
        self.heard.clear()
        self.keys.send(*keys)
        end = time.monotonic() + PATIENCE
        timer = GLib.timeout_add(PATIENCE * 1000, lambda: GLib.SOURCE_CONTINUE)
        while not self.heard and time.monotonic() < end:
            self.context.iteration(True)
        GLib.source_remove(timer)
        self.bus.windows()  # it answers after all that the key did
        while self.context.iteration(False):
            pass
        return self.node(self.heard[-1]) if self.heard else None


class Walk:
    """Through one page or dialog. What is wrong there is collected in faults, to be said all at once."""

    def __init__(self, keyboard, hidden=()):
        self.keyboard = keyboard
        self.program = keyboard.program
        self.hidden = hidden
        self.faults = []
        self.start = self.at = keyboard.where()

    def say(self, node, fault):
        self.faults.append(f'{node.role} {node.name!r}: {fault}')

    def check(self, node):
        """What a person must be told of what has the keyboard, and see of it."""
        if not is_named(node):
            self.say(node, 'has no name, in ' + ' < '.join(f'{outer.role} {outer.name!r}' for outer in inside(node)))
        if node.role in ROLELESS:
            self.say(node, 'has no role')
        frames = [outer for outer in inside(node) if outer.role == 'scroll pane'] + [node.around()]
        try:
            self.program.wait(lambda: all(self.is_in_sight(node, frame) for frame in frames), timeout=PATIENCE)
        except AssertionError:
            self.say(node, f'is out of sight at {node.extents()} in {[frame.extents() for frame in frames]}')

    @staticmethod
    def is_in_sight(node, frame):
        """Wholly, or as much of it as there is room for."""
        (x, y, width, height), (left, top, outer_width, outer_height) = node.extents(), frame.extents()
        seen = (min(x + width, left + outer_width) - max(x, left), min(y + height, top + outer_height) - max(y, top))
        return seen[0] >= min(width, outer_width) - 1 and seen[1] >= min(height, outer_height) - 1

    def round(self, key):
        """Where a key goes until it comes round, in that order."""
        seen = {}
        for _ in range(LIMIT):
            node = self.keyboard.press(key)
            if node is None:
                self.say(self.at, f'{key} does not leave it')
                break
            self.at = node
            if node.path in seen:
                break
            seen[node.path] = node
            if key == 'Tab':
                self.check(node)
        else:
            self.say(self.at, f'{key} never comes round')
        return list(seen.values())

    def stops(self, top):
        """What can have the keyboard, as the program tells."""
        if top.name in self.hidden:
            return
        if (top.has(tree.FOCUSABLE) and top.has(tree.SENSITIVE) and
                not (top.role == 'push button' and top.name in TITLE_BAR)):
            yield top
        if top.role != 'combo box':  # which shows a line of its list
            for child in top.children:
                yield from self.stops(child)

    def is_reached(self, node, reached):
        if any(inner.path in reached for inner, _ in node.walk()):
            return True
        if node.role in LINES or node.parent.name == 'Navigation':
            return any(inner.path in reached for inner, _ in node.parent.walk())
        row = node.around('table row')
        if row.role == 'table row':  # Tab comes to the row where it was before, and goes on from there
            return any(inner.path in reached and inner.name == node.name for inner, _ in row.parent.walk())
        return node.role in HOLDERS

    def everything(self):
        """All that can have the keyboard gets it by Tab, and by Shift+Tab in the other order."""
        there = self.round('Tab')
        back = self.round('shift+Tab')
        self.keyboard.read()
        reached = {node.path for node in there}
        for node in there:
            if not self.is_reached(node, {other.path for other in back}):
                self.say(node, 'Shift+Tab does not come there')
        for node in self.stops(self.keyboard.nodes[self.start.around().path]):
            if not self.is_reached(node, reached) and self.shows(node):
                self.say(node, f'is not reached, at {node.extents()}, in ' +
                         ' < '.join(f'{outer.role} {outer.name!r}' for outer in inside(node)))
        return there

    def shows(self, node):
        if self.keyboard.bus.tells_what_shows:
            return node.has(tree.SHOWING)
        try:
            _, _, width, height = node.extents()
            return width > 0 and height > 0
        except GLib.Error:
            return False  # it has gone
