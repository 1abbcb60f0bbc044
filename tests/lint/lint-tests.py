"""Tests of shop and of the terminal program know no SQL: they ask the program, so that a schema step changes none of them."""
import re

from tap import check, done, root, sources

sql = re.compile(r'["\'](?:\\n|\s)*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|PRAGMA)\s+[a-z_*]')
layer = re.compile(r'#include [<"](sqlite3\.h|store/file/query\.h|store/file/database\.h)[>"]|\bsqlite3_\w+|\bgr_query\w*|^import sqlite3', re.M)
# These are on their way into the words of tests/shop, file by file.
LEFT = {'tests/shop/shop-fixture.c', 'tests/shop/shop-fixture.h'} | set(sources('tests/shop/forecasting/*.c'))
own = {n: (root / n).read_text() for n in sources('tests/shop/*.c', 'tests/shop/*.h', 'tests/shop/*.py', 'tests/cli/*.c', 'tests/cli/*.py') if n not in LEFT}

check('tests of shop and cli hold no SQL', [f'{n}: {m[0].strip()}' for n, text in own.items() for m in sql.finditer(text)])
check('nor do they open a file behind the program', [f'{n}: {m[0]}' for n, text in own.items() for m in layer.finditer(text)])
done()
