"""Drives the real program as a person would: finds things on screen by role and name through AT-SPI, types and
clicks through X, takes pictures. Run it under tests/with-display.

GTK 4.8 gives positions relative to the window and reads a button's name twice; both are straightened out here.
"""
import os
import re
import subprocess
import time

os.environ.pop('G_DEBUG', None)  # the driver's own libraries warn of trees that change under their hands

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
import pyatspi  # noqa: E402

ENVIRONMENT = {
    'GDK_BACKEND': 'x11', 'GSK_RENDERER': 'cairo', 'GTK_A11Y': 'atspi', 'GSETTINGS_BACKEND': 'memory',
    'GTK_USE_PORTAL': '0', 'ADW_DISABLE_PORTAL': '1', 'G_DEBUG': 'fatal-criticals',
}


def command(*words):
    """Output of a command; nothing where it fails."""
    return subprocess.run([str(word) for word in words], capture_output=True, text=True).stdout.strip()


def text(node):
    """What a text or entry holds; None where it holds none."""
    try:
        held = node.queryText()
        return held.getText(0, held.characterCount)
    except NotImplementedError:
        return None


def name(node):
    """The accessible name without the doubling: 'Undo Undo', '_Add _Add' and the like are one word."""
    said = node.name or ''
    for at, char in enumerate(said):
        if char == ' ' and said[:at].replace('_', '') == said[at + 1:].replace('_', ''):
            return said[at + 1:].replace('_', '')
    return said[1:] if said.startswith('_') else said


def actions(node):
    try:
        offered = node.queryAction()
        return [offered.getName(i) for i in range(offered.nActions)]
    except NotImplementedError:
        return []


def is_showing(node):
    """GTK 4.8 says of windows only that they show: a node shows that has a size and is in nothing hidden. What lies on
    a page of a stack that was left still counts: look inside the page that is meant."""
    if 'Component' in pyatspi.listInterfaces(node):
        extents = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        if extents.width <= 0 or extents.height <= 0:
            return False
    while node is not None and node.getRoleName() not in ('application', 'desktop frame'):
        if not node.getState().contains(pyatspi.STATE_VISIBLE):
            return False
        node = node.parent
    return True


class Program:
    """The program under test, with the window manager it needs; fills_screen maximizes its window."""

    def __init__(self, argv, environment=None, timeout=30, fills_screen=False):
        self.manager = subprocess.Popen(['openbox'], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        time.sleep(0.3)
        self.log_path = f'{os.environ.get("TMPDIR", "/tmp")}/granary-ui-{os.getpid()}-{time.time_ns()}.log'
        self.log = open(self.log_path, 'w+')
        self.process = subprocess.Popen([str(word) for word in argv], stdout=self.log, stderr=subprocess.STDOUT,
                                        env={**os.environ, **ENVIRONMENT, **(environment or {})})
        self.app_name = os.path.basename(str(argv[0]))
        self.root = self.wait(self._on_the_bus, timeout, 'the program on the accessibility bus')
        self.wait(lambda: self.root.childCount > 0, timeout, 'its first window')
        if fills_screen:
            window = self.wait(self.windows, timeout, 'the window on screen')[-1]
            command('wmctrl', '-i', '-r', window, '-b', 'add,maximized_vert,maximized_horz')
            time.sleep(0.3)

    def _on_the_bus(self):
        for app in pyatspi.Registry.getDesktop(0):
            if app is not None and app.name in (self.app_name, 'Granary', 'org.granary.Granary'):
                return app
        return None

    def output(self):
        self.log.flush()
        with open(self.log_path) as log:
            return log.read()

    def wait(self, question, timeout=10, what=''):
        """The first true answer to question; fails loudly where none comes or the program dies."""
        end = time.time() + timeout
        while time.time() < end:
            if self.process.poll() is not None:
                raise AssertionError(f'the program ended with {self.process.returncode}:\n{self.output()[-3000:]}')
            try:
                answer = question()
                if answer:
                    return answer
            except (LookupError, AttributeError, NotImplementedError, gi.repository.GLib.GError):
                pass  # the tree changed under our hands: look again
            time.sleep(0.03)
        raise AssertionError(f'waited {timeout} s in vain for {what or question}')

    def walk(self, node=None, depth=0):
        node = node or self.root
        yield node, depth
        if depth > 60:
            return
        for i in range(node.childCount):
            child = node.getChildAtIndex(i)
            if child is not None:
                yield from self.walk(child, depth + 1)

    def find_all(self, role=None, called=None, matching=None, inside=None, showing=True):
        for node, _ in self.walk(inside):
            try:
                if role is not None and node.getRoleName() != role:
                    continue
                if called is not None and name(node) != called:
                    continue
                if matching is not None and not re.search(matching, name(node)):
                    continue
                if showing and not is_showing(node):
                    continue
            except (LookupError, gi.repository.GLib.GError):
                continue
            yield node

    def find(self, role=None, called=None, **more):
        return next(self.find_all(role, called, **more), None)

    def get(self, role=None, called=None, timeout=10, **more):
        return self.wait(lambda: self.find(role, called, **more), timeout, f'{role} {called or ""} {more or ""}')

    def gone(self, role=None, called=None, timeout=10, **more):
        self.wait(lambda: self.find(role, called, **more) is None, timeout, f'{role} {called or ""} to go')

    def press(self, called, role='push button', **more):
        """What a screen reader's user does: the node's own action."""
        node = self.wait(lambda: next((n for n in self.find_all(role, called, **more) if 'click' in actions(n)), None),
                         10, f'{role} {called!r} to press')
        self.act(node)
        return node

    @staticmethod
    def act(node):
        """Presses what was found, without looking for it again: a toast may be gone by then."""
        node.queryAction().doAction(actions(node).index('click'))
        time.sleep(0.1)

    def windows(self):
        return command('xdotool', 'search', '--onlyvisible', '--pid', self.process.pid).split()

    def middle(self, node):
        """The point on screen of a node's middle: its place in the window plus the window's, less its shadow."""
        extents = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        frame = node
        while frame.parent is not None and frame.getRoleName() not in ('frame', 'dialog', 'window', 'alert'):
            frame = frame.parent
        window = self._window_of(frame)
        geometry = dict(line.split('=') for line in command('xdotool', 'getwindowgeometry', '--shell', window).split('\n')
                        if '=' in line)
        shadow = re.search(r'= (\d+), (\d+), (\d+), (\d+)', command('xprop', '-id', window, '_GTK_FRAME_EXTENTS'))
        left, top = (int(shadow[1]), int(shadow[3])) if shadow else (0, 0)
        return (int(geometry['X']) + left + extents.x + extents.width // 2,
                int(geometry['Y']) + top + extents.y + extents.height // 2)

    def _window_of(self, frame):
        ours = self.windows()
        named = command('xdotool', 'search', '--onlyvisible', '--name', f'^{re.escape(frame.name or "")}$').split()
        both = [window for window in named if window in ours]
        return both[-1] if both else command('xdotool', 'getactivewindow') or ours[-1]

    def click(self, node, times=1, button=1):
        x, y = self.middle(node)
        command('xdotool', 'mousemove', x, y)
        time.sleep(0.05)
        command('xdotool', 'click', '--repeat', times, '--delay', 60, button)
        time.sleep(0.15)

    def key(self, *keys):
        command('xdotool', 'key', '--clearmodifiers', *keys)
        time.sleep(0.12)

    def type(self, words):
        """ASCII only: other characters remap the keyboard, which GTK sometimes reads too late."""
        assert words.isascii(), words
        command('xdotool', 'type', '--delay', 12, words)
        time.sleep(0.1)

    def resize(self, width, height):
        for window in self.windows():
            command('xdotool', 'windowsize', '--sync', window, width, height)
        time.sleep(0.4)

    def picture(self, path):
        time.sleep(0.3)
        subprocess.run(['import', '-window', 'root', str(path)], check=True)

    def dump(self, inside=None):
        return '\n'.join(f'{"  " * depth}[{node.getRoleName()}] {name(node)!r} {text(node) or ""!r}'
                         for node, depth in self.walk(inside))

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.manager.terminate()
        self.manager.wait()
        self.log.close()
        os.unlink(self.log_path)
