"""What the tests of pages share: a shop of their own, the program on it, and the few lines of TAP."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import driver

TODAY = '2026-11-22'


class Desk:
    """A shop in a folder that goes away again, and the program looking at it."""

    def __init__(self, build, *words, today=TODAY):
        self.build = pathlib.Path(build).resolve()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='granary-ui-'))
        self.shop = self.folder / 'shop.granary'
        self.number = 0
        self.program = None
        self.today = TODAY
        self.cli(*words)
        self.today = today

    def cli(self, *words):
        return subprocess.run([self.build / 'src/cli/granary-cli', '--shop', self.shop, '--today', self.today, *words],
                              check=True, capture_output=True, text=True, env={**os.environ, 'LC_ALL': 'C.UTF-8'}).stdout

    def open_without_shop(self):
        return self.start()

    def open(self):
        return self.start(self.shop)

    def start(self, *words):
        environment = {**driver.settle(self.folder), 'GSETTINGS_SCHEMA_DIR': str(self.build / 'data')}
        self.program = driver.Program([self.build / 'src/app/granary', '--today', self.today, *words], environment,
                                      fills_screen=True)
        return self.program

    def check(self, name, is_so):
        self.number += 1
        print(f'{"ok" if is_so else "not ok"} {self.number} - {name}', flush=True)
        if not is_so:
            self.failed = True
            if os.environ.get('GRANARY_SHOTS') and self.program.process.poll() is None:
                self.program.picture(pathlib.Path(os.environ['GRANARY_SHOTS']) / f'failed-{self.number}.png')

    def end(self):
        self.program.close()
        try:
            self.program.check_end()
        except AssertionError as error:
            self.check(f'the program ends well and has nothing to complain of: {error}'.replace('\n', ' '), False)
        else:
            self.check('the program ends well and has nothing to complain of', True)

    def run(self, test):
        """The whole test; what breaks it off is its last failure."""
        self.failed = False
        try:
            test(self)
        except Exception as error:  # the driver says what it waited for
            self.check(f'no trouble: {error}'.replace('\n', ' '), False)
        finally:
            if self.program:
                self.end()
            shutil.rmtree(self.folder)
        print(f'1..{self.number}')
        sys.exit(self.failed)
