"""No room reaches another through a third: what src/app and src/cli see, followed through every include."""
import re

from tap import check, done, root, sources

SEEN_FROM = ('app', 'cli')
MAY_SEE = {'domain', 'shop'}
ROOMS = {path.name for path in (root / 'src').iterdir() if path.is_dir()}

includes = {}
for name in sources('src/*.c', 'src/*.h'):
    folder = name.rsplit('/', 1)[0]
    found = re.findall(r'^#include "([^"]+)"', (root / name).read_text(), re.M)
    includes[name] = [f'src/{header}' if '/' in header else f'{folder}/{header}' for header in found]


def room(name):
    return name.split('/')[1]


def allowed(name, seer):
    return room(name) in MAY_SEE or room(name) == seer or room(name) not in ROOMS


through = {}
for start in includes:
    seer = room(start)
    if seer not in SEEN_FROM:
        continue
    open_ends, known = [start], {start}
    while open_ends:
        name = open_ends.pop()
        for header in includes.get(name, []):
            if header in known:
                continue
            known.add(header)
            if allowed(header, seer):
                open_ends.append(header)
            else:
                through.setdefault(f'{name} shows {header}', start)

check('nothing but shop and domain reaches the program and the terminal',
      [f'{edge} to {start}' for edge, start in sorted(through.items())])
done()
