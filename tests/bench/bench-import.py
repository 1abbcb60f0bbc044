"""The import of 743,589 invoice lines beside the sqlite3 shell's bare .import of the same file, in one run.

Prints seconds, their ratio (the bar is 5) and the importer's peak memory (the bar is 200 MB).
"""
import gzip
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

retail = pathlib.Path(os.environ.get('GRANARY_DATA', '../shared/data')) / 'retail'
cli = pathlib.Path(sys.argv[1]).resolve() / 'src/cli/granary-cli'
if not retail.is_dir():
    sys.exit(f'   no data in {retail}; set GRANARY_DATA')


def timed(*words):
    start = time.monotonic()
    subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    sales = folder / 'sales.csv'
    with gzip.open(retail / 'sales_2009-12_2011-06.csv.gz') as packed, open(sales, 'wb') as plain:
        shutil.copyfileobj(packed, plain)
    shop = folder / 'retail.granary'
    granary = [cli, '--shop', shop, '--today', '2011-06-30']
    timed(*granary, 'new', 'Retail', '--currency', 'GBP')
    timed(*granary, 'import', 'suppliers', retail / 'suppliers.csv')
    timed(*granary, 'import', 'items', retail / 'items.csv')
    timed(*granary, 'import', 'stock', retail / 'stock_2011-06-30.csv', '--create-missing')
    for attempt in (1, 2):
        (folder / 'bare.db').unlink(missing_ok=True)
        bare = timed('sqlite3', folder / 'bare.db', '.mode csv', f'.import {sales} sales')
    ours = timed(*granary, 'import', 'sales', sales, '--create-missing', '--skip-bad')
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f'   sqlite3 .import into a bare table   {bare:6.2f} s')
    print(f'   granary-cli import sales            {ours:6.2f} s   {ours / bare:.1f} times as long (bar: 5)')
    print(f'   peak memory of the largest child    {peak:6.0f} MB  (bar: 200)')
    print(f'   granary-cli plan                    {timed(*granary, "plan"):6.2f} s')
    print(f'   granary-cli check                   {timed(*granary, "check"):6.2f} s')
    print(f'   granary-cli export sop              {timed(*granary, "export", "sop", "-o", folder / "sop.xlsx"):6.2f} s')
