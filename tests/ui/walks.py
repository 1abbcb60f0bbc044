"""Walks through the pages and dialogs of one program: each is a step of the test."""
from driver import command
from keyboard import Keyboard, Walk

NOBODYS = '2999999999999'  # no item has it
BARCODE = 'SELECT b.code FROM barcode b JOIN item i ON i.id = b.item_id WHERE i.code = ? AND b.qty = 1000'
N_DEEDS = 'SELECT count (*) FROM deed'
PAGES = ('Today', 'Stock', 'Suppliers', 'Purchase orders', 'Planning')


def active():
    return command('xdotool', 'getactivewindow', 'getwindowname')


class Walks:
    """@demo: the shop and the program on it."""

    def __init__(self, demo):
        self.demo = demo
        self.program = demo.program
        self.keyboard = Keyboard(demo.program)

    def scan(self, code):
        """As a scanner: all its keys at once, Enter the last."""
        self.keyboard.keys.send(*code, 'Return')

    def fields(self, stops, but):
        """What stands in those that can be read, by the names of their rows."""
        texts = {}
        for node in (self.keyboard.nodes[stop.path] for stop in stops if stop.path in self.keyboard.nodes):
            outer = node.parent.around('text') if node.parent.around('text').role == 'text' else node
            if node.role == 'text' and outer.name != but:
                texts[outer.name] = outer.text()
        return texts

    def scan_everywhere(self, stops, takes):
        """Whatever is scanned wherever the keyboard is: nothing is pressed, nothing stays in a field but where it is for."""
        before = self.demo.value(N_DEEDS), active(), self.fields(stops, takes)
        for _ in stops:
            self.keyboard.press(*NOBODYS, 'Return', 'Tab')
        after = self.demo.value(N_DEEDS), active(), self.fields(stops, takes)
        assert after == before, f'scans made {before} to {after}'

    def walk(self, panes=0, hidden=(), takes=None, scans=True):
        """One place, from where the keyboard is. @panes: how many F6 goes to. @hidden: the types of what is not on top.
        @takes: the field that scans are for."""
        here = Walk(self.keyboard, hidden)
        stops = here.everything()
        if panes:
            found = here.round('F6')
            if len(found) != panes:
                here.faults.append(f'F6 goes to {len(found)} panes: {[node.name for node in found]}')
        if scans:
            self.scan_everywhere(stops, takes)
        assert not here.faults, '\n'.join(here.faults)

    def go(self, page):
        self.program.key(f'alt+{PAGES.index(page) + 1}')
        return self.demo.page(page)

    def on_page(self, page, panes):
        def act():
            self.go(page)
            self.walk(panes)
        self.demo.step(page, act)

    def in_dialog(self, title, open_it, ready=None, inside=None, **more):
        """@ready: the role and name of what is there when all is. @inside: what is done there after the walk."""
        def act():
            open_it()
            dialog = self.demo.window(title)
            try:
                if ready:
                    self.program.get(*ready, inside=dialog)
                self.walk(**more)
                if inside:
                    inside()
            finally:
                self.program.key('Escape')
                self.program.closed(title)
        self.demo.step(title, act)

    def keys(self, *presses):
        return lambda: self.program.key(*presses)

    def act_of(self, page):
        """The page's main act."""
        def act():
            self.go(page)
            self.program.key('ctrl+n')
        return act

    def tab_to(self, role, name):
        for _ in range(100):
            node = self.keyboard.press('Tab')
            if (node.role, node.name) == (role, name):
                return node
        raise AssertionError(f'Tab never comes to {role} {name}')
