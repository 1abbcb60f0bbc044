"""What a program tells the accessibility bus: the tree of what is in its windows, read at once.

Asking node by node costs a round trip each, and a page has thousands. The program keeps a cache of what it was asked for
before, which is read in one trip; what may have changed is asked for, the questions sent without waiting for answers.
"""
import ast
import functools
import re

from gi.repository import Gio, GLib

ACCESSIBLE = 'org.a11y.atspi.Accessible'
ROOT = '/org/a11y/atspi/accessible/root'

# The numbers stay as they are in the protocol; the names that go with them do not.
ROLES = {
    7: 'check box', 11: 'combo box', 16: 'dialog', 23: 'frame', 27: 'image', 29: 'label', 31: 'list', 32: 'list item',
    37: 'page tab', 39: 'group', 43: 'push button', 49: 'scroll pane', 52: 'spin button', 55: 'table', 56: 'table cell',
    61: 'text', 62: 'push button', 75: 'application', 79: 'text', 90: 'table row', 99: 'group',
}
FOCUSABLE, FOCUSED, SENSITIVE, SHOWING = 11, 12, 24, 25
WINDOW_COORDINATES = 1

# One item of the cache in GLib's text format: path, parent, place in it, number of children, name, role, description, states.
STRING = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
ITEM = re.compile(r"\(\('[^']*', '([^']*)'\), \('[^']*', '[^']*'\), \('[^']*', '([^']*)'\), (-?\d+), (-?\d+), \[[^]]*\], "
                  + STRING + r", (\d+), " + STRING + r", \[(\d+), (\d+)\]\)")


@functools.lru_cache(maxsize=None)
def plain(quoted):
    """A name without the doubling of GTK 4.8: 'Undo Undo', '_Add _Add' and the like are one word."""
    said = ast.literal_eval(quoted)
    for at, char in enumerate(said):
        if char == ' ' and said[:at].replace('_', '') == said[at + 1:].replace('_', ''):
            return said[at + 1:].replace('_', '')
    return said[1:] if said.startswith('_') else said


class Node:
    """One thing on screen, as it was when the tree was read; the methods that ask get what is so now."""

    def __init__(self, bus, item):
        self.bus = bus
        self.path, self.parent_path, place, n_children, said, role, description, low, high = item.groups()
        self.place, self.n_children = int(place), int(n_children)
        self.name = plain(said)
        self.description = plain(description)
        self.role = ROLES.get(int(role), role)
        self.states = int(low) | int(high) << 32
        self.parent = None
        self.children = []

    def has(self, state):
        """Whether it was in a state when the tree was read."""
        return bool(self.states >> state & 1)

    def call(self, interface, method, arguments=None):
        return self.bus.call(self.path, f'org.a11y.atspi.{interface}', method, arguments)

    def extents(self):
        """Left, top, width and height in its window."""
        return self.call('Component', 'GetExtents', GLib.Variant('(u)', (WINDOW_COORDINATES,)))[0]

    def text(self):
        """What a text or entry holds; None where it holds none."""
        try:
            length = self.bus.property(self.path, 'Text', 'CharacterCount')
            return self.call('Text', 'GetText', GLib.Variant('(ii)', (0, length)))[0]
        except GLib.Error:
            return None

    def actions(self):
        try:
            return [action[0].lower() for action in self.call('Action', 'GetActions')[0]]
        except GLib.Error:
            return []

    def act(self):
        """Presses it, and says whether it could be."""
        return self.call('Action', 'DoAction', GLib.Variant('(i)', (self.actions().index('click'),)))[0]

    def around(self, role=None):
        """What it is in, up to that role or, without one, up to the window."""
        node = self
        while node.parent is not None and (node.parent.path != ROOT if role is None else node.role != role):
            node = node.parent
        return node

    def is_in_doubt(self):
        """Whether its children must be asked for: the cache also holds what was hidden. Lines of a table have none such."""
        return self.n_children > 0 and not (self.role == 'table row' and all(
            node.n_children == len(node.children) for node, _ in self.walk()))

    def walk(self, depth=0):
        """Every node below, parents first."""
        yield self, depth
        for child in self.children:
            yield from child.walk(depth + 1)


class Bus:
    """The accessibility bus, and one program on it."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, 0, -1, None)
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address.unpack()[0], Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
            Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.program = None
        self.tells_what_shows = False

    def _ask(self, owner, path, interface, method, arguments=None):
        return self.connection.call_sync(owner, path, interface, method, arguments, None, 0, -1, None)

    def call(self, path, interface, method, arguments=None):
        return self._ask(self.program, path, interface, method, arguments).unpack()

    def property(self, path, interface, name):
        return self.call(path, 'org.freedesktop.DBus.Properties', 'Get',
                         GLib.Variant('(ss)', (f'org.a11y.atspi.{interface}', name)))[0]

    def find_program(self, process):
        """Whether the program of that process is on the bus."""
        for owner, _ in self._ask('org.a11y.atspi.Registry', ROOT, ACCESSIBLE, 'GetChildren').unpack()[0]:
            if self._ask('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                         'GetConnectionUnixProcessID', GLib.Variant('(s)', (owner,))).unpack()[0] == process:
                self.program = owner
                version = self.property(ROOT, 'Application', 'Version').split('.')
                self.tells_what_shows = (int(version[0]), int(version[1])) >= (4, 10)
        return self.program is not None

    def windows(self):
        """The titles of its windows, without reading all that is in them."""
        return [self.property(path, 'Accessible', 'Name') for _, path in self.call(ROOT, ACCESSIBLE, 'GetChildren')[0]]

    def _visit(self, nodes):
        """What the nodes have for children, by their paths, asked from the top down. What has gone meanwhile has none."""
        loop, answers, waiting = GLib.MainLoop(), {}, 0

        def send(path):
            nonlocal waiting
            waiting += 1
            self.connection.call(self.program, path, ACCESSIBLE, 'GetChildren', None, None, 0, -1, None, take, path)

        def take(connection, result, path):
            nonlocal waiting
            waiting -= 1
            try:
                answers[path] = [child for owner, child in connection.call_finish(result).unpack()[0]
                                 if owner == self.program]
            except GLib.Error:
                answers[path] = []
            for child in answers[path]:
                if child not in nodes or nodes[child].is_in_doubt():
                    send(child)
            if not waiting:
                loop.quit()
        send(ROOT)
        loop.run()
        return answers

    def _read(self):
        said = self._ask(self.program, '/org/a11y/atspi/cache', 'org.a11y.atspi.Cache', 'GetItems').print_(False)
        nodes = {item[1]: Node(self, item) for item in ITEM.finditer(said)}
        for node in nodes.values():
            if node.parent_path in nodes:
                node.parent = nodes[node.parent_path]
                node.parent.children.append(node)
        for node in nodes.values():
            node.children.sort(key=lambda child: child.place)
        return nodes

    def tree(self):
        """All nodes by their paths; ROOT is that of the program."""
        nodes = self._read()
        answers = self._visit(nodes)
        if not answers.keys() <= nodes.keys():
            nodes = self._read()
        for path in answers.keys() & nodes.keys():
            nodes[path].children = [nodes[child] for child in answers[path] if child in nodes]
        return nodes
