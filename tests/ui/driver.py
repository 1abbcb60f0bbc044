"""Drives the real program as a person would: finds things on screen by role and name through AT-SPI, types and
clicks through X, takes pictures. Run it under tests/with-display.

Nothing is slept over: whatever takes time is waited for by asking until it is so.
"""
import os
import pathlib
import re
import subprocess
import tempfile
import time

from gi.repository import GLib

import tree

ENVIRONMENT = {
    'GDK_BACKEND': 'x11', 'GSK_RENDERER': 'cairo', 'GTK_A11Y': 'atspi', 'GSETTINGS_BACKEND': 'memory',
    'GTK_USE_PORTAL': '0', 'ADW_DISABLE_PORTAL': '1', 'G_DEBUG': 'fatal-criticals',
}
PATIENCE = 30  # seconds that anything may take, on a machine that has other things to do
EDGE = 40      # pixels that a window's edge may take of it

# Without a system bus GTK's print dialog looks for no printers in the network, and says so.
NO_PRINTERS = r".*Couldn't connect to D-Bus system bus, avahi printers will not be available.*\n"

# libadwaita 1.7 measures the title of its own AdwMessageDialog narrower than it is, and GTK 4.18 says so.
ALERT_MEASURES = r'.*Gtk-WARNING.*: Trying to measure GtkLabel \w+ for width of \d+, but it needs at least \d+\n'


def until(question, timeout=PATIENCE, what=''):
    """The first true answer to question; fails loudly where none comes. The one place where time is passed: as long as
    asking took, which leaves the program half of the machine."""
    end = time.monotonic() + timeout
    while True:
        asked = time.monotonic()
        try:
            answer = question()
            if answer:
                return answer
        except (LookupError, GLib.Error):
            pass  # the tree changed under our hands: look again
        if time.monotonic() > end:
            raise AssertionError(f'waited {timeout} s in vain for {what or question}')
        time.sleep(max(0.02, time.monotonic() - asked))


def command(*words):
    """Output of a command; nothing where it fails."""
    return subprocess.run([str(word) for word in words], capture_output=True, text=True).stdout.strip()


def settle(folder):
    """Settings of a desktop where nothing moves by itself."""
    gtk = pathlib.Path(folder) / 'gtk-4.0'
    gtk.mkdir(exist_ok=True)
    (gtk / 'settings.ini').write_text('[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\n')
    return {'XDG_CONFIG_HOME': str(folder), 'XDG_DATA_HOME': str(folder)}


class Program:
    """The program under test, with the window manager it needs; fills_screen maximizes its window."""

    def __init__(self, argv, environment=None, fills_screen=False):
        self.manager = subprocess.Popen(['openbox'], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        until(lambda: '#' in command('xprop', '-root', '_NET_SUPPORTING_WM_CHECK'), what='the window manager')
        self.log = tempfile.NamedTemporaryFile('w+', prefix='granary-ui-', suffix='.log')
        self.process = subprocess.Popen([str(word) for word in argv], stdout=self.log, stderr=subprocess.STDOUT,
                                        env={**os.environ, **ENVIRONMENT, **(environment or {})})
        self.bus = tree.Bus()
        self.wait(lambda: self.bus.find_program(self.process.pid), what='the program on the accessibility bus')
        self.wait(self.has_keyboard, what='its first window')
        if fills_screen:
            command('wmctrl', '-r', ':ACTIVE:', '-b', 'add,maximized_vert,maximized_horz')
            self._wait_for_size(*(int(side) for side in command('xdotool', 'getdisplaygeometry').split()))

    def output(self):
        return pathlib.Path(self.log.name).read_text()

    def wait(self, question, timeout=PATIENCE, what=''):
        """until() for as long as the program lives."""
        def ask():
            if self.process.poll() is not None:
                raise AssertionError(f'the program ended with {self.process.returncode}:\n{self.output()[-3000:]}')
            return question()
        return until(ask, timeout, what)

    def _shows(self, node):
        """GTK 4.8 says of windows only that they show: there a node shows that has a size. Another child of a stack than
        the one on top counts then too: look inside what is meant."""
        if self.bus.tells_what_shows:
            return node.has(tree.SHOWING)
        _, _, width, height = node.extents()
        return width > 0 and height > 0

    def find_all(self, role=None, called=None, matching=None, inside=None, showing=True, state=None, nodes=None):
        """The windows' nodes that are so, those of the newest window first, which lies above the others."""
        nodes = nodes or self.bus.tree()
        tops = reversed(nodes[tree.ROOT].children) if inside is None else [nodes[inside.path]]
        for node in (node for top in tops for node, _ in top.walk()):
            if ((role is None or node.role == role) and (called is None or node.name == called) and
                    (matching is None or re.search(matching, node.name)) and (state is None or node.has(state))):
                try:
                    if not showing or self._shows(node):
                        yield node
                except GLib.Error:
                    pass  # it has gone

    def find(self, role=None, called=None, **more):
        return next(self.find_all(role, called, **more), None)

    def get(self, role=None, called=None, timeout=PATIENCE, **more):
        return self.wait(lambda: self.find(role, called, **more), timeout, f'{role} {called or ""} {more or ""}')

    def gone(self, role=None, called=None, **more):
        self.wait(lambda: self.find(role, called, **more) is None, what=f'{role} {called or ""} {more or ""} to go')

    def focus(self, role=None, called=None, **more):
        """Waits until the keyboard is with a node."""
        return self.get(role, called, state=tree.FOCUSED, **more)

    def has_focus(self, node):
        """Whether the keyboard is with a node now, once the program has answered what was asked of it before."""
        low, high = node.call('Accessible', 'GetState')[0]
        return bool((low | high << 32) >> tree.FOCUSED & 1)

    def press(self, called=None, role='push button', **more):
        """What a screen reader's user does: the node's own action."""
        node = self.wait(lambda: next((n for n in self.find_all(role, called, **more) if 'click' in n.actions()), None),
                         what=f'{role} {called or ""} {more or ""} to press')
        node.act()
        return node

    def has_keyboard(self):
        """What is typed reaches a window of ours only after its coming up."""
        return command('xdotool', 'getactivewindow', 'getwindowpid') == str(self.process.pid)

    def window(self, title):
        """A window or dialog that has come up and has the keyboard, by its title."""
        self.wait(lambda: command('xdotool', 'getactivewindow', 'getwindowname') == title, what=f'the window {title!r}')
        return self.wait(lambda: next((frame for frame in reversed(self.bus.tree()[tree.ROOT].children)
                                       if frame.name == title), None), what=f'what is in {title!r}')

    def closed(self, title):
        """Waits until a dialog is gone and the keyboard is with another window."""
        self.wait(lambda: title not in self.bus.windows() and self.has_keyboard() and
                  command('xdotool', 'getactivewindow', 'getwindowname') != title, what=f'{title!r} to close')

    @staticmethod
    def _geometry(*search):
        """Of the window that is searched for."""
        return {key: int(value) for key, value in re.findall(
            r'^(\w+)=(-?\d+)$', command('xdotool', *search, 'getwindowgeometry', '--shell', '%@'), re.M)}

    def _wait_for_size(self, width, height):
        """The window and what is in it."""
        def look():
            place = self._geometry('getactivewindow')
            _, _, inner_width, inner_height = self.bus.tree()[tree.ROOT].children[-1].extents()
            return ((place['WIDTH'], place['HEIGHT']) == (width, height) and
                    width - EDGE <= inner_width <= width and height - EDGE <= inner_height <= height)
        self.wait(look, what=f'a window of {width}x{height}')

    def middle(self, node):
        """The point on screen of a node's middle: its place in the window plus the window's. Its edge GTK 4.8 leaves out;
        4.18 counts it into the window, and begins to count where it would be twice as wide."""
        frame = node.around()
        place = self._geometry('search', '--all', '--onlyvisible', '--pid', self.process.pid,
                               '--name', f'^{re.escape(frame.name)}$')
        (left, top, outer_width, outer_height), (x, y, width, height) = frame.extents(), node.extents()
        return (place['X'] + (place['WIDTH'] - outer_width) // 2 - 2 * left + x + width // 2,
                place['Y'] + (place['HEIGHT'] - outer_height) // 2 - 2 * top + y + height // 2)

    def at_rest(self, node):
        """The middle of a node that no longer moves: it was there twice running, of a size that can be hit."""
        seen = []

        def look():
            _, _, width, height = node.extents()
            seen.append(self.middle(node) if width > 0 and height > 0 else None)
            return seen[-1] is not None and seen[-2:-1] == seen[-1:] and seen[-1]
        return self.wait(look, what=f'{node.name!r} to come to rest')

    def click(self, node):
        """Where places are right. GTK 4.18 leaves out the padding of all that a node is in: there what can be pressed is
        pressed by itself."""
        x, y = self.at_rest(node)
        if self.bus.tells_what_shows and 'click' in node.actions() and node.act():
            return
        command('xdotool', 'mousemove', x, y, 'click', '1')

    def scroll_to(self, node):
        """Turns the wheel over the pane that a node lies in until all of the node shows."""
        pane = node.around('scroll pane')

        def look():
            self.at_rest(node)
            (_, top, _, height), (_, pane_top, _, pane_height) = node.extents(), pane.extents()
            above, below = pane_top - top, top + height - pane_top - pane_height
            if above <= 0 and below <= 0:
                return True
            x, y = self.middle(pane)
            turns = max(above, below) // 100 + 1  # a turn is less than that
            command('xdotool', 'mousemove', x, y, 'click', '--repeat', turns, '--delay', 1, 4 if above > 0 else 5)
            return False
        self.wait(look, what=f'{node.name!r} to be scrolled to')

    def key(self, *keys):
        self.wait(self.has_keyboard, what='the keyboard')
        command('xdotool', 'key', '--clearmodifiers', *keys)

    def tab_to(self, node):
        """Goes there by Tab."""
        for _ in range(100):
            if self.has_focus(node):
                return
            self.key('Tab')
        raise AssertionError(f'Tab does not come to {node.name!r}')

    def type(self, words, inside=None):
        """ASCII only: other characters remap the keyboard, which GTK sometimes reads too late. Where inside is given,
        something in it holds the words afterwards."""
        assert words.isascii(), words
        self.wait(self.has_keyboard, what='the keyboard')
        command('xdotool', 'type', '--delay', 150, words)  # as hands do: what comes faster is taken for a scanner
        if inside is not None:
            self.wait(lambda: any(node.text() == words for node in self.find_all('text', inside=inside, showing=False)),
                      what=f'{words!r} to be written')

    def screen(self):
        """What the screen shows, once the program has time to answer and it is the same twice running."""
        seen = []

        def look():
            self.bus.windows()
            seen.append(subprocess.run(['import', '-window', 'root', 'ppm:-'], check=True, capture_output=True).stdout)
            return seen[-1] if seen[-2:-1] == seen[-1:] else None
        return self.wait(look, what='the screen to come to rest')

    def picture(self, path):
        subprocess.run(['convert', 'ppm:-', str(path)], input=self.screen(), check=True)

    def dump(self, inside=None):
        """All that is there, for whoever writes a test."""
        top = self.bus.tree()[inside.path if inside else tree.ROOT]
        return '\n'.join(f'{"  " * depth}[{node.role}] {node.name!r} {node.text() or ""!r}' for node, depth in top.walk())

    def check_end(self):
        """Fails unless it has ended well, with nothing to say about it: the libraries' warnings are faults too."""
        said = re.sub(NO_PRINTERS, '', self.output())
        if self.bus.tells_what_shows:
            said = re.sub(ALERT_MEASURES, '', said)
        assert self.process.returncode == 0 and said.strip() == '', f'it ended with {self.process.returncode}, saying: {said}'

    def close(self):
        """Ends it as the system does at the end of a session."""
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.manager.terminate()
        self.manager.wait()
