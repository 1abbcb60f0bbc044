"""A demo shop and the program on it, for tests that go through the program as a person would. TAP."""
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback

import driver

TODAY = '2026-11-22'



class Demo:
    """Makes the shop, opens it, and reads from its file what the program says it did."""

    def __init__(self, build, environment=None, words=('demo',), table=None):
        """@words: of the terminal program that make the shop; without any none is opened. @table: a text that is to be
        imported."""
        self.folder = tempfile.TemporaryDirectory(prefix='granary-ui-')
        self.path = pathlib.Path(self.folder.name) / 'demo.granary'
        build = pathlib.Path(build)
        argv = [build / 'src/app/granary', '--today', TODAY]
        if words:
            subprocess.run([build / 'src/cli/granary-cli', '--shop', self.path, '--today', TODAY, *words], check=True,
                           stdout=subprocess.DEVNULL)
            argv.append(self.path)
        if table:
            self.path.with_name('table.csv').write_text(table)
            argv += ['--import', self.path.with_name('table.csv')]
        self.program = driver.Program(argv,
                                      {**driver.settle(self.folder.name),
                                       'GSETTINGS_SCHEMA_DIR': str(build / 'data'), **(environment or {})})
        self.number = 0
        self.failed = 0

    def value(self, sql, *arguments):
        """The first value that a query of the file gives."""
        with sqlite3.connect(f'file:{self.path}?mode=ro', uri=True) as database:
            row = database.execute(sql, arguments).fetchone()
        return row[0] if row else None

    def becomes(self, wanted, sql, *arguments):
        """Waits until the file says so."""
        try:
            self.program.wait(lambda: self.value(sql, *arguments) == wanted, what=sql)
        except AssertionError:
            raise AssertionError(f'{sql} {arguments} gives {self.value(sql, *arguments)!r}, not {wanted!r}') from None

    def page(self, title):
        """The page on screen, which has that title, to look inside it only."""
        return self.program.get('group', title)

    def go(self, page):
        """To a page of the sidebar."""
        self.program.press(matching=f'^{page}')
        return self.page(page)

    def show_forecast(self, code):
        """The forecast of the one item that a search for its code finds, beside the list."""
        page = self.go('Stock')
        self.program.key('ctrl+f')
        self.program.type(code)
        self.program.wait(lambda: len(list(self.program.find_all('table row', inside=page))) == 2, what=f'only {code}')
        self.program.key('Down')
        tab = self.program.get('page tab', 'Forecast', inside=page)
        self.program.scroll_to(tab)
        self.program.click(tab)
        return page

    def window(self, title):
        """A dialog that has come up, by its title."""
        return self.program.window(title)

    def step(self, name, act):
        """One test; what fails is shown with the picture of the screen kept."""
        self.number += 1
        started = time.time()
        try:
            act()
        except Exception:  # noqa: BLE001: whatever went wrong is what is reported
            self.failed += 1
            print(f'not ok {self.number} - {name}', flush=True)
            picture = pathlib.Path(os.environ.get('TMPDIR', '/tmp')) / f'granary-ui-{name.replace(" ", "-")}.png'
            try:
                self.program.picture(picture)
            except (OSError, subprocess.SubprocessError, AssertionError):
                pass
            for line in (traceback.format_exc() + f'picture: {picture}').split('\n'):
                print(f'# {line}', flush=True)
        else:
            print(f'ok {self.number} - {name} # {time.time() - started:.1f} s', flush=True)

    def close(self):
        self.program.close()
        self.step('the program ends well and has nothing to complain of', self.program.check_end)
        self.folder.cleanup()
        print(f'1..{self.number}')
        sys.exit(1 if self.failed else 0)
