"""Arrows point down and never turn: who may include whom, as CONTRIBUTING.md says."""
import re

from tap import check, done, root, sources

ALLOWED = {
    'domain': set(),
    'forecast': {'domain'},
    'demand': {'domain', 'forecast'},
    'stock': {'domain'},
    'planning': {'domain'},
    'store': {'domain', 'stock'},
    'exchange': {'domain'},
    'shop': {'domain', 'forecast', 'demand', 'stock', 'planning', 'store', 'exchange'},
    'app': {'domain', 'shop'},
    'cli': {'domain', 'shop'},
}
# Headers from outside, and the one room each belongs to.
RESERVED = {'gtk/': 'app', 'gdk/': 'app', 'adwaita.h': 'app', 'sqlite3.h': 'store', 'xlsxwriter.h': 'exchange', 'csv.h': 'exchange'}
PURE = {'forecast', 'demand', 'stock', 'planning'}
NOT_PURE = ('gio/', 'stdio.h', 'glib-object.h', 'json-glib/')

includes = {name: re.findall(r'^#include [<"]([^>"]+)[>"]', (root / name).read_text(), re.M)
            for name in sources('src/*.c', 'src/*.h')}


def room(name):
    return name.split('/')[1]


upward, outside, impure = [], [], []
for name, headers in includes.items():
    for header in headers:
        target = header.split('/')[0]
        if target in ALLOWED and target != room(name) and target not in ALLOWED[room(name)]:
            upward.append(f'{name} includes {header}')
        for prefix, owner in RESERVED.items():
            if header.startswith(prefix) and room(name) != owner:
                outside.append(f'{name} includes {header}, which belongs to src/{owner}')
        if room(name) in PURE and header.startswith(NOT_PURE) and not name.endswith('explanation.c'):
            impure.append(f'{name} includes {header}')

check('rooms include only the rooms below them', upward)
check('libraries stay in their rooms', outside)
check('forecast, demand and planning stay pure', impure)

names = {}
for name in sources('src/*.c', 'src/*.h'):
    names.setdefault(name.split('/')[-1], []).append(name)
check('file names are unique in the tree', [' and '.join(n) for base, n in names.items() if len(n) > 1])

sql = re.compile(r'"\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|PRAGMA)\s+[a-z_*]', re.S)
check('SQL stays in src/store', [name for name in sources('src/*.c') if room(name) != 'store' and sql.search((root / name).read_text())])
check('headers use #pragma once', [name for name in sources('src/*.h') if '#pragma once' not in (root / name).read_text()])
done()
