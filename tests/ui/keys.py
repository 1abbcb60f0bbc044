"""Keys as hardware sends them: through the X server's test extension, all of them at once, as from a scanner."""
import ctypes

MODIFIERS = {'shift': 'Shift_L', 'ctrl': 'Control_L', 'alt': 'Alt_L'}


class Keys:
    """Those of the screen's keyboard, by the names that xdotool has for them."""

    def __init__(self):
        self.x, self.test = ctypes.CDLL('libX11.so.6'), ctypes.CDLL('libXtst.so.6')
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XStringToKeysym.restype = ctypes.c_ulong
        self.x.XKeysymToKeycode.restype = ctypes.c_ubyte
        self.x.XKeysymToKeycode.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
        self.x.XFlush.argtypes = (ctypes.c_void_p,)
        self.test.XTestFakeKeyEvent.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong)
        self.display = self.x.XOpenDisplay(None)
        self.codes = {}

    def _code(self, name):
        if name not in self.codes:
            self.codes[name] = self.x.XKeysymToKeycode(self.display, self.x.XStringToKeysym(name.encode()))
            assert self.codes[name], f'no key is called {name}'
        return self.codes[name]

    def send(self, *keys):
        for key in keys:
            *modifiers, name = key.split('+')
            held = [MODIFIERS[modifier] for modifier in modifiers] + [name]
            for is_down, names in ((1, held), (0, reversed(held))):
                for each in names:
                    self.test.XTestFakeKeyEvent(self.display, self._code(each), is_down, 0)
        self.x.XFlush(self.display)
