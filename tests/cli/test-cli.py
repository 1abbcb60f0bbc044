"""Drives the real granary-cli from a CSV to a received order; checks words, JSON, exit codes and what stays when it fails."""
import csv
import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
LEAVE_BEHIND = pathlib.Path(sys.argv[2]).resolve()
LOCALES = PROGRAM.parents[2] / 'po'
FIXTURES = pathlib.Path(os.environ['GRANARY_FIXTURES'])
TESTS = []


def test(function):
    TESTS.append(function)
    return function


class Cli:
    """A shop in a folder of its own, and the program run on it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.shop = self.folder / 'shop.granary'
        self.today = '2011-06-30'

    def run(self, *args, expect=0, warns='', locale='C.UTF-8'):
        environment = {**os.environ, 'GRANARY_SHOP': str(self.shop), 'LC_ALL': locale, 'LANGUAGE': '',
                       'GRANARY_LOCALE_DIR': str(LOCALES)}
        done = subprocess.run([str(PROGRAM), '--today', self.today, *map(str, args)], capture_output=True, text=True,
                              timeout=100, cwd=self.folder, env=environment)
        assert done.returncode == expect, f'{args}: exit {done.returncode}: {done.stdout[-500:]} {done.stderr[-500:]}'
        if expect:
            assert done.stderr.startswith('granary-cli: ') and done.stderr.count('\n') == 1, repr(done.stderr)
        else:
            assert warns in done.stderr if warns else done.stderr == '', done.stderr
        return done

    def json(self, *args, expect=0):
        return json.loads(self.run('--json', *args, expect=expect).stdout)

    def import_retail(self):
        self.run('new', 'Gifts', '--currency', 'GBP')
        self.run('import', 'suppliers', FIXTURES / 'retail-suppliers.csv')
        self.run('import', 'items', FIXTURES / 'retail-items-excerpt.csv')
        self.run('import', 'stock', FIXTURES / 'retail-stock-excerpt.csv')
        return self.json('import', 'sales', FIXTURES / 'retail-sales-excerpt.csv', '--create-missing')


@test
def the_log_speaks_the_readers_language(cli):
    cli.run('demo', locale='de_DE.UTF-8')
    cli.run('adjust', 'PAN-112', '4.5', locale='de_DE.UTF-8')
    assert 'auf 4.5 korrigieren' in cli.run('undo', locale='de_DE.UTF-8').stdout
    undo, adjust, demo = [deed['title'] for deed in cli.json('log')['deeds']][:3]
    assert undo == f'Undo: {adjust}' and adjust.startswith('Adjust PAN-112 from ') and demo == 'Demo shop', undo
    assert 'auf 4.5 korrigieren' in cli.run('log', locale='de_DE.UTF-8').stdout


@test
def whole_way(cli):
    assert cli.import_retail()['new'] == 5930
    assert cli.json('plan')['items'] >= 35
    suggestions = cli.json('suggestions')['suggestions']
    assert suggestions, 'the excerpt has something to order'
    accepted = cli.json('accept', '--all')
    assert accepted['lines'] == len(suggestions)
    assert cli.json('suggestions')['suggestions'] == [], 'drafts count'
    orders = cli.json('orders')['orders']
    assert len(orders) == accepted['orders']
    assert abs(sum(order['value'] for order in orders) - accepted['value']) < 0.005
    numbers = [order['number'] for order in orders]
    cli.run('order', 'receive', numbers[0], expect=1)
    cli.run('order', 'approve', *numbers)
    cli.run('order', 'send', *numbers)
    lines = cli.json('order', 'show', numbers[0])['lines']
    first = lines[0]
    stock = cli.json('stock', '--item', first['item'])['on_hand']
    some = cli.json('order', 'receive', numbers[0], f'{first["item"]}=1')
    assert some['state'] == ('partially-received' if len(lines) > 1 or first['ordered'] > 1 else 'received')
    assert cli.json('stock', '--item', first['item'])['on_hand'] == stock + 1
    assert cli.json('order', 'receive', numbers[0])['state'] == 'received'
    assert cli.json('stock', '--item', first['item'])['on_hand'] == stock + first['ordered']
    assert cli.json('order', 'close', numbers[0])['state'] == 'closed'
    assert cli.json('check')['faults'] == []
    for table in 'sop', 'stock', 'orders':
        cli.run('export', table, '-o', cli.folder / f'{table}.xlsx')
        assert zipfile.ZipFile(cli.folder / f'{table}.xlsx').testzip() is None


@test
def a_draft_by_hand(cli):
    cli.import_retail()
    order = cli.json('order', 'new', 'LUMEN CANDLES LTD')
    assert order['state'] == 'draft'
    number = order['number']
    cli.run('order', 'approve', number, expect=1)
    shown = cli.json('order', 'add', number, '20684', '12', '--price', '1.25')
    assert shown['value'] == 15 and shown['lines'][0]['unit_price'] == 1.25
    cli.run('order', 'add', number, '20684', 'many', expect=2)
    cli.run('order', 'add', number, 'NO-SUCH', '1', expect=1)
    cli.run('order', 'send', number, expect=1)
    cli.run('order', 'approve', number)
    cli.run('order', 'reopen', number)
    cli.run('order', 'hold', number)
    cli.run('order', 'approve', number, expect=1)
    cli.run('order', 'release', number)
    assert cli.json('order', 'cancel', number)['state'] == 'cancelled'
    assert 'cancelled already' in cli.run('order', 'cancel', number, expect=1).stderr
    assert cli.json('orders')['orders'] == []
    assert len(cli.json('orders', '--all')['orders']) == 1


@test
def an_item_is_added_whole(cli):
    cli.run('new', 'Shop')
    told = cli.json('item', 'new', 'JEL-1', 'Quince jelly', '--supplier', 'Orchard', '--unit-cost', '2.15', '--lead-time', '9',
                    '--pack', '6', '--barcode', '4006381333931', '--on-hand', '7', '--family', 'Jams', '--unit-price', '4')
    assert (told['code'], told['supplier'], told['on_hand']) == ('JEL-1', 'Orchard', 7)
    assert cli.json('stock', '--item', '4006381333931')['on_hand'] == 7
    item = cli.json('items')['items'][0]
    assert (item['family'], item['unit_cost'], item['unit_price']) == ('Jams', 2.15, 4)
    assert cli.json('suppliers')['suppliers'][0]['lead_time_days'] == 9
    shown = cli.json('order', 'new', 'Orchard')
    assert cli.json('order', 'add', shown['number'], 'JEL-1', '6')['lines'][0]['unit_price'] == 2.15
    cli.run('undo'), cli.run('undo')
    assert 'JEL-1' in cli.run('item', 'new', 'JEL-1', expect=1).stderr
    assert 'JEL-1' in cli.run('item', 'new', 'JEL-2', '--barcode', '4006381333931', expect=1).stderr
    cli.run('item', 'new', 'JEL-2', '--on-hand', 'some', expect=2)
    cli.run('item', 'new', 'JEL-2', '--pack', '6', expect=1)
    cli.run('undo')
    assert cli.json('items')['items'] == cli.json('suppliers')['suppliers'] == [], 'one undo took back all of it'
    cli.run('supplier', 'new', 'Mill', '--lead-time', '3', '--minimum', '50', '--email', 'mill@example.org')
    assert cli.json('suppliers')['suppliers'][0]['lead_time_days'] == 3
    cli.run('supplier', 'new', 'Mill', expect=1)
    cli.run('supplier', 'new', 'Barn', '--lead-time', 'soon', expect=2)


@test
def import_is_careful(cli):
    cli.import_retail()
    before = cli.json('log')
    sales = FIXTURES / 'retail-sales-excerpt.csv'
    assert 'already imported' in cli.run('import', 'sales', sales, expect=1).stderr
    again = cli.json('import', 'sales', sales, '--again')
    assert again['new'] == 0 and again['already_there'] == 5930
    bad = cli.folder / 'bad.csv'
    bad.write_text('Artikel;Menge;Datum\n20684;1,5;29.06.2011\n20684;x;29.06.2011\nNEU;1;29.06.2011\n')
    refused = cli.run('import', 'sales', bad, expect=1)
    assert f'{bad.name}:3: quantity' in refused.stdout.replace(str(cli.folder) + '/', ''), refused.stdout
    assert cli.json('log') == before, 'what was refused left no deed'
    trial = cli.json('import', 'sales', bad, '--skip-bad', '--dry-run')
    assert trial['new'] == 1 and len(trial['faults']) == 2
    assert {'field': 'quantity', 'column': 'Menge'} in trial['columns']
    assert cli.json('log') == before, 'nor did the trial'
    kept = cli.json('import', 'sales', bad, '--skip-bad', '--create-missing')
    assert kept['new'] == 2 and kept['items_created'] == 1
    cli.run('import', 'sales', bad, '--map', 'nothing=Menge', expect=2)
    cli.run('import', 'sales', cli.folder / 'absent.csv', expect=1)
    mapped = cli.folder / 'mapped.csv'
    mapped.write_text('a,b,c\n20684,2,2011-06-01\n')
    cli.run('import', 'sales', mapped, expect=1)
    assert cli.json('import', 'sales', mapped, '-m', 'item=a', '-m', 'quantity=b', '-m', 'date=c')['new'] == 1
    assert cli.json('check')['faults'] == []


@test
def undo_and_redo(cli):
    cli.import_retail()
    assert cli.json('undo')['undone'] == 'Import of 5930 sales'
    assert cli.json('redo')['redone'] == 'Import of 5930 sales'
    cli.run('adjust', '20684', '9', '--location', 'Warehouse', '--reason', 'Counted')
    assert cli.json('stock', '--item', '20684')['ledger'][0]['reason'] == 'Counted'
    first = cli.json('log', '--search', 'import suppliers')['deeds'][-1]['id']
    assert cli.json('undo', '--to', first)['changes'] == 5
    assert 'nothing to undo' in cli.run('undo', expect=1).stderr
    assert cli.json('items')['items'] == []
    assert cli.json('check')['faults'] == []
    assert [deed['kind'] for deed in cli.json('log', '--limit', '2')['deeds']] == ['undo', 'undo']


@test
def events(cli):
    cli.import_retail()
    cli.run('plan')
    before = cli.json('forecast', '--item', '16161U', '--weeks')['series']
    assert cli.json('event', 'list')['events'] == []
    assert 'No events yet' in cli.run('event', 'list').stdout
    cli.run('event', 'add', 'Fair', '2011-05-02', '2011-05-08', '--item', '16161U')
    added = cli.json('event', 'add', 'fair', '2011-07-11', '2011-07-17', '--item', '16161U', '--lift', '200')
    assert added['to'] == '2011-07-17', added
    after = cli.json('forecast', '--item', '16161U', '--weeks')['series']
    grown = [b['from'] for a, b in zip(before, after) if a['mean'] and b['mean'] > 1.3 * a['mean']]
    assert grown == ['2011-07-11'], grown
    assert 'fair: +' in cli.json('forecast', '--item', '16161U', '--weeks', '--explain')['explanation']
    listed = cli.json('event', 'list')['events']
    assert [e['from'] for e in listed] == ['2011-07-11', '2011-05-02'], listed
    assert listed[0]['assumed_lift'] == 200 and listed[1]['assumed_lift'] is None, listed
    assert all(e['of'] == '16161U' and e['weeks'] == 1 and e['measured_lift'] is not None for e in listed), listed
    cli.run('event', 'remove', added['id'])
    assert len(cli.json('event', 'list')['events']) == 1
    cli.run('undo')
    assert len(cli.json('event', 'list')['events']) == 2
    cli.json('event', 'add', 'Christmas', '2011-12-12', '2011-12-24', '--lift', '-20')
    cli.run('event', 'add', 'Sale', '2011-08-02', '2011-08-01', expect=1)
    cli.run('event', 'add', 'Sale', '2011-08-01', '--family', 'Nonsense', expect=1)
    cli.run('event', 'add', 'Sale', '2011-08-01', '--lift', 'much', expect=2)
    cli.run('event', 'add', 'Sale', expect=2)
    cli.run('event', 'remove', '999', expect=1)
    cli.run('event', 'remove', 'Fair', expect=2)
    assert 'error' not in cli.run('check').stdout


@test
def predecessors(cli):
    cli.import_retail()
    cli.run('plan')
    items = [item['code'] for item in cli.json('items')['items']]
    new, old = [code for code in items if code != '16161U'][0], '16161U'
    assert cli.json('forecast', 'set', new, '--predecessor', old, '--share', '80') == {
        'item': new, 'method': 'automatic', 'predecessor': old, 'share': 80}
    assert 'predecessor' not in cli.json('forecast', 'set', new, '--predecessor', 'none')
    cli.run('forecast', 'set', new, '--share', '80', expect=2)
    cli.run('forecast', 'set', new, '--predecessor', new, expect=1)
    cli.run('forecast', 'set', new, '--predecessor', 'nothing like it', expect=1)


@test
def lists(cli):
    cli.import_retail()
    cli.run('plan')
    assert [item['code'] for item in cli.json('items', '--search', 'suki fri')['items']] == ['16161U']
    assert 'Item' in cli.run('items', '--limit', '3').stdout.split('\n')[0]
    assert len(cli.run('items', '--limit', '3').stdout.strip().split('\n')) == 4
    assert len(cli.json('suppliers')['suppliers']) == 12
    assert all(row['days_of_supply'] is None or row['days_of_supply'] >= 0 for row in cli.json('stock')['stock'])
    series = cli.json('forecast', '--item', '16161U')
    assert series['method'] and any(row['mean'] is not None for row in series['series'])
    assert cli.json('forecast', '--item', '16161U', '--explain')['explanation']
    cli.run('forecast', '--explain', expect=2)
    assert cli.json('forecast', 'set', '16161U', '--method', 'ses', '--since', '2011-01-01')['history_from'] == '2011-01-01'
    chosen = cli.json('forecast', '--item', '16161U', '--explain')
    assert chosen['why'] == 'Your choice' and chosen['history_from'] == '2011-01-01', chosen
    assert 'history_from' not in cli.json('forecast', 'set', '16161U', '--method', 'automatic', '--since', 'all')
    cli.run('forecast', 'mark', '16161U', '2011-05-04', 'aside')
    findings = cli.json('forecast', '--item', '16161U', '--explain')['findings']
    assert [f for f in findings if f['from'] == '2011-05-02' and f['set_aside']], findings
    cli.run('undo')
    cli.run('forecast', 'mark', '16161U', '2011-05-04', 'away', expect=2)
    cli.run('forecast', 'mark', '16161U', '2011-06-30', 'aside', expect=1)
    cli.run('forecast', 'set', '16161U', expect=2)
    cli.run('forecast', 'set', '16161U', '--method', 'guess', expect=2)
    assert len(cli.json('forecast', '--weeks')['series']) > 20
    explained = cli.json('explain', '16161U')
    assert explained['sentence'] and len(explained['lines']) > 5
    assert cli.json('today')['today']
    review = cli.json('review', '-o', cli.folder / 'review.xlsx')
    assert review['months'] and (cli.folder / 'review.xlsx').exists()


@test
def what_is_not_known_is_not_zero(cli):
    cli.import_retail()
    months = cli.json('review', '-o', cli.folder / 'review.xlsx')['months']
    assert [row['stock'] is None for row in months[:4]] == [True, True, True, False], 'the first count was in June'
    assert len(cli.json('today', '--limit', '3')['today']) == 3


@test
def what_nobody_means(cli):
    cli.run('new')
    sales = cli.folder / 'sales.csv'
    sales.write_text('item,quantity,date,unit_price\nA1,5012345678900,2011-06-01,1\nA1,1,1811-06-01,1\n'
                     'A1,1,2011-06-01,5012345678900\n"A\n2",1,2011-06-01,1\n')
    report = cli.json('import', 'sales', sales, '--create-missing', '--skip-bad')
    assert [row['text'].split(': ', 1)[1] for row in report['faults']] == [
        'quantity: “5012345678900” is too large', 'date: “1811-06-01” is before 1970',
        'unit_price: “5012345678900” is too large'], report['faults']
    assert cli.run('items').stdout.count('\n') == 2, 'a line an item'
    assert 'the fields of Sales are item, quantity, date' in cli.run('import', 'sales', sales, '-m', 'price=1', expect=2).stderr
    cli.run('--today', '9999-12-31', 'plan', expect=2)
    cli.run('adjust', 'A 2', '1000000000', expect=1)


@test
def discontinued_items_may_run_out(cli):
    cli.run('new')
    (cli.folder / 'items.csv').write_text('item,status,supplier\nON,active,S\nOFF,discontinued,S\n')
    (cli.folder / 'stock.csv').write_text('item,quantity,counted_on\nON,5,2011-06-01\nOFF,5,2011-06-01\n')
    (cli.folder / 'sales.csv').write_text('item,quantity,date\n' + ''.join(
        f'{item},2,2011-{month:02}-{day:02}\n' for item in ('ON', 'OFF') for month in range(1, 7) for day in range(1, 29)))
    for kind in ('items', 'stock', 'sales'):
        cli.run('import', kind, cli.folder / f'{kind}.csv')
    cli.run('plan')
    assert {row['code']: row['health'] for row in cli.json('stock')['stock']} == {'ON': 'below-zero', 'OFF': 'below-zero'}
    assert {row['value'] for row in cli.json('stock')['stock']} == {0}, 'less than nothing is no credit'
    assert [row['what'][:3] for row in cli.json('today')['today'] if row['kind'] == 'stock-out'] == ['ON ']
    assert [row['code'] for row in cli.json('suggestions')['suggestions']] == ['ON']
    cli.run('order', 'new', 'S')
    cli.run('order', 'add', 'PO-0001', 'OFF', '1', expect=1)


@test
def numbers_are_plain(cli):
    cli.import_retail()
    text = cli.run('--json', 'items').stdout
    assert '0000000' not in text and '9999999' not in text, 'shortest decimals'
    assert '"unit_price": 0.42' in text


@test
def shop_files(cli):
    cli.run('items', expect=1)
    cli.run('new', 'One')
    cli.run('new', 'Two', expect=1)
    cli.run('new', '--currency', 'euro', '--shop', 'x.granary', expect=1)
    assert not (cli.folder / 'x.granary').exists()
    cli.run('backup', 'copy.granary')
    assert cli.json('--shop', 'copy.granary', 'check')['faults'] == []
    cli.run('backup', 'copy.granary')
    cli.run('--shop', 'neighbour.granary', 'new', 'Neighbour')
    kept = (cli.folder / 'neighbour.granary').read_bytes()
    assert 'another shop' in cli.run('backup', 'neighbour.granary', expect=1).stderr
    assert (cli.folder / 'neighbour.granary').read_bytes() == kept
    (cli.folder / 'other-name.granary').symlink_to(cli.shop)
    for target in ('shop.granary', cli.shop, 'other-name.granary'):
        before = cli.shop.stat().st_ino
        cli.run('backup', target, expect=1)
        cli.run('export', 'stock', '-o', target, expect=1)
        assert cli.shop.stat().st_ino == before
    assert cli.json('check')['faults'] == []
    (cli.folder / 'letter.granary').write_text('Dear shop,\n' * 100)
    cli.run('--shop', 'letter.granary', 'items', expect=1)
    assert (cli.folder / 'letter.granary').read_text().startswith('Dear shop')


@test
def orders_received_together(cli):
    cli.run('new')
    (cli.folder / 'items.csv').write_text('item,supplier\nA,S\nB,S\nC,T\n')
    (cli.folder / 'suppliers.csv').write_text('supplier,lead_time_days\nS,3\nT,9\n')
    cli.run('import', 'suppliers', 'suppliers.csv')
    cli.run('import', 'items', 'items.csv')

    def send(number, supplier, *items):
        cli.run('order', 'new', supplier)
        for item in items:
            cli.run('order', 'add', number, item, '10')
        cli.run('order', 'approve', number)
        cli.run('order', 'send', number)

    def on_hand():
        return {row['code']: row['on_hand'] for row in cli.json('stock')['stock']}
    for number, supplier, items in (('PO-0001', 'S', 'AB'), ('PO-0002', 'S', 'A'), ('PO-0003', 'T', 'C'), ('PO-0004', 'S', 'B')):
        send(number, supplier, *items)
    cli.run('order', 'receive', 'PO-0001', 'PO-0002')
    assert on_hand() == {'A': 20, 'B': 10, 'C': 0}
    cli.run('order', 'receive', expect=2)
    cli.run('order', 'receive', 'PO-0003', 'C=4', 'PO-0004', expect=2)
    cli.run('order', 'receive', '--all-due', 'PO-0003', expect=2)
    assert 'Nothing was due' in cli.run('order', 'receive', '--all-due').stdout
    cli.run('order', 'receive', 'PO-0003', 'C=4')
    assert on_hand()['C'] == 4
    cli.today = '2011-07-04'
    cli.run('order', 'receive', '--all-due')
    assert on_hand() == {'A': 20, 'B': 20, 'C': 4}, 'the other supplier has days left'
    cli.today = '2011-07-09'
    cli.run('order', 'hold', 'PO-0003')
    cli.run('order', 'receive', '--all-due')
    assert on_hand()['C'] == 4, 'somebody stopped it'
    cli.run('order', 'release', 'PO-0003')
    cli.run('order', 'receive', '--all-due')
    assert on_hand()['C'] == 10


@test
def several_orders_are_one_change(cli):
    cli.run('new')
    (cli.folder / 'items.csv').write_text('item,supplier\nA,S\nB,S\n')
    cli.run('import', 'items', 'items.csv')
    for number in ('PO-0001', 'PO-0002', 'PO-0003'):
        cli.run('order', 'new', 'S')
        cli.run('order', 'add', number, 'A', '10')

    def states():
        return {order['number']: order['state'] for order in cli.json('orders', '--all')['orders']}
    both = cli.json('order', 'approve', 'PO-0001', 'PO-0002')['orders']
    assert [(order['number'], order['state']) for order in both] == [('PO-0001', 'approved'), ('PO-0002', 'approved')]
    before = cli.json('log')
    for verb in 'send', 'close', 'cancel', 'reopen', 'receive', 'hold', 'release', 'approve':
        refused = cli.run('order', verb, 'PO-0001', 'PO-9999', 'PO-0002', expect=1)
        assert 'PO-9999' in refused.stderr, refused.stderr
    refused = cli.run('order', 'send', 'PO-0001', 'PO-0003', expect=1)
    assert 'PO-0003' in refused.stderr and 'approved order can be sent' in refused.stderr
    assert cli.json('log') == before and states()['PO-0001'] == 'approved', 'entirely or not at all'
    sent = cli.json('order', 'send', 'PO-0001', 'PO-0002')['orders']
    assert [order['state'] for order in sent] == ['sent', 'sent']
    assert cli.json('log', '--limit', '1')['deeds'][0]['title'] == 'Send PO-0001 to S, and 1 more order'
    cli.run('undo')
    assert states() == {'PO-0001': 'approved', 'PO-0002': 'approved', 'PO-0003': 'draft'}, 'both with one undo'
    cli.run('redo')
    held = cli.json('order', 'hold', 'PO-0001', 'PO-0002')['orders']
    assert [order['is_on_hold'] for order in held] == [True, True]
    freed = cli.json('order', 'release', 'PO-0001', 'PO-0002')['orders']
    assert [order['is_on_hold'] for order in freed] == [False, False]
    received = cli.json('order', 'receive', 'PO-0001', 'PO-0002')['orders']
    assert [order['state'] for order in received] == ['received', 'received']
    assert cli.json('order', 'close', 'PO-0001')['number'] == 'PO-0001', 'one order answers as itself'
    cli.run('undo')
    cli.run('undo')
    assert states() == {'PO-0001': 'sent', 'PO-0002': 'sent', 'PO-0003': 'draft'}
    assert cli.json('stock', '--item', 'A')['on_hand'] == 0
    due = cli.json('--today', '2012-01-01', 'order', 'receive', '--all-due')['orders']
    assert sorted(order['number'] for order in due) == ['PO-0001', 'PO-0002']


@test
def goods_go_where_the_item_lies(cli):
    cli.run('new')
    (cli.folder / 'items.csv').write_text('item,supplier\nA,S\nB,S\n')
    cli.run('import', 'items', 'items.csv')
    cli.run('adjust', 'A', '5', '--location', 'Warehouse')
    cli.run('order', 'new', 'S')
    for item in 'AB':
        cli.run('order', 'add', 'PO-0001', item, '10')
    cli.run('order', 'approve', 'PO-0001')
    cli.run('order', 'send', 'PO-0001')
    cli.run('order', 'receive', 'PO-0001')

    def places(item):
        return {row['location']: row['on_hand'] for row in cli.json('stock', '--item', item)['locations']}
    assert places('A') == {'Warehouse': 15}
    assert places('B') == {'Shop': 10}, 'it lay nowhere yet'
    cli.run('adjust', 'A', '14')
    assert places('A') == {'Warehouse': 14}
    cli.run('adjust', 'A', '1', '--location', 'Shop')
    assert places('A') == {'Warehouse': 14, 'Shop': 1}
    cli.run('adjust', 'A', '1', '--location', 'Nowhere', expect=1)
    assert places('A') == {'Warehouse': 14, 'Shop': 1}


@test
def a_sale_reaches_the_forecasts(cli):
    cli.import_retail()
    cli.run('plan')
    name = '22163'
    before = cli.run('forecast', '--item', name).stdout
    (cli.folder / 'sale.csv').write_text(f'date,item,quantity,unit_price\n2011-06-20,{name},4000,1\n')
    cli.run('import', 'sales', 'sale.csv')
    sold = cli.run('forecast', '--item', name).stdout
    assert sold != before, 'import makes the forecasts again of what it changed'
    cli.run('undo')
    assert cli.run('forecast', '--item', name).stdout == before
    cli.run('redo')
    assert cli.run('forecast', '--item', name).stdout == sold


@test
def a_plan_that_is_behind(cli):
    cli.import_retail()
    cli.run('plan')
    cli.run('adjust', '22163', '7')
    cli.run('orders')
    subprocess.run([LEAVE_BEHIND, cli.shop], check=True)
    cli.run('orders', warns='The last changes are not in the plan yet')
    cli.run('adjust', '22163', '3')
    cli.run('orders')  # quiet: the next change takes the plan with it
    subprocess.run([LEAVE_BEHIND, cli.shop], check=True)
    cli.run('plan')
    cli.run('orders')  # and so does a plan


@test
def days_as_excel_counts_them(cli):
    cli.run('new')
    sales = cli.folder / 'sales.csv'
    sales.write_text('item,quantity,date\n22041,2,40695\n22041,1,40696.5\n')
    said = cli.json('import', 'sales', sales, '--create-missing', '--dry-run')
    assert 'Excel day numbers' in said['format'], said
    kept = cli.json('import', 'sales', sales, '--create-missing')
    assert kept['new'] == 2 and '2011-06-01 to 2011-06-02' in kept['sentence'], kept
    mixed = cli.folder / 'mixed.csv'
    mixed.write_text('item,quantity,date\n22041,2,40695\n22041,1,1.6.2011\n')
    assert '40695' in cli.json('import', 'sales', mixed, expect=1)['faults'][0]['text']


@test
def what_was_taken_back_can_go(cli):
    cli.import_retail()
    everything = cli.json('stock'), cli.json('check')['faults']
    rows = ''.join(f'22041,{i},2011-05-{i % 28 + 1:02},X{i}\n' for i in range(1, 400))
    for name in ('one', 'two'):
        (cli.folder / f'{name}.csv').write_text('item,quantity,date,invoice\n' + rows.replace('X', name))
    cli.run('import', 'sales', 'one.csv', '--create-missing')
    cli.run('undo')
    cli.run('redo')
    cli.run('undo')
    cli.run('import', 'sales', 'two.csv', '--create-missing')
    before = cli.json('stock'), cli.json('forecast', '--item', '22041')
    assert cli.json('compact')['sold_lines'] == 399
    checked = cli.json('check')
    assert checked['faults'] == [] and any('lines: 6329' in row['text'] for row in checked['proved']), checked
    assert (cli.json('stock'), cli.json('forecast', '--item', '22041')) == before
    cli.run('redo', expect=1)
    cli.run('undo')
    cli.run('undo')
    gone = cli.json('compact')['sold_lines']
    assert gone == 398, f'{gone} are gone, but the last number is never given twice: ' + cli.run('log').stdout
    assert (cli.json('stock'), cli.json('check')['faults']) == everything
    cli.run('redo', expect=1)
    cli.run('import', 'sales', 'one.csv', '--create-missing')
    cli.run('undo')
    assert cli.json('compact')['sold_lines'] == 399, 'the lines, and the one that was kept'
    cli.run('redo', expect=1)
    cli.run('undo')
    cli.run('redo')
    cli.run('import', 'sales', 'one.csv', '--create-missing')
    assert cli.json('check')['faults'] == []


@test
def read_only_shop(cli):
    cli.run('new')
    (cli.folder / 'stock.csv').write_text('item,quantity,counted_on\nA,5,2011-06-01\n')
    cli.run('import', 'stock', 'stock.csv', '--create-missing')
    program = cli.folder / 'granary-cli'  # nobody may look into where this was built
    program.write_bytes(pathlib.Path(PROGRAM).read_bytes())
    program.chmod(0o555)
    cli.shop.chmod(0o444)
    cli.folder.chmod(0o555)
    reader = {'user': 65534, 'group': 65534, 'extra_groups': []} if os.getuid() == 0 else {}

    def run(*args):
        return subprocess.run([str(program), '--shop', cli.shop, '--today', cli.today, *args], capture_output=True, text=True,
                              timeout=100, env={**os.environ, 'LC_ALL': 'C.UTF-8'}, **reader)
    try:
        stock = run('stock')
        assert stock.returncode == 0 and 'A' in stock.stdout and 'for reading only' in stock.stderr, stock
        for words in (['today'], ['items'], ['log'], ['check'], ['forecast', '--item', 'A'], ['orders']):
            assert run(*words).returncode == 0, run(*words)
        for words in (['plan'], ['adjust', 'A', '3'], ['undo'], ['order', 'new', 'S']):
            done = run(*words)
            assert done.returncode == 1 and done.stderr.strip(), done
        assert 'for reading only' in run('adjust', 'A', '3').stderr.split('\n')[1]
    finally:
        cli.folder.chmod(0o755)


@test
def demo(cli):
    cli.today = '2026-11-22'
    cli.run('demo')
    kinds = {row['kind'] for row in cli.json('today')['today']}
    assert kinds == {'stock-out', 'late-delivery', 'order-to-place', 'draft-to-send', 'negative-stock'}
    assert cli.json('check')['faults'] == []
    assert 'nothing to undo' in cli.run('undo', expect=1).stderr


@test
def forecast_series(cli):
    source, target = cli.folder / 'in.csv.gz', cli.folder / 'out.csv'
    with gzip.open(source, 'wt') as out:
        out.write('series_id,period,h,frequency,part,value\n')
        for i in range(48):
            out.write(f'A,MONTHLY,{i + 1},12,train,{100 + 10 * (i % 12)}\n')
        out.write('A,MONTHLY,1,12,test,9999\n')
    assert cli.json('forecast-series', source, '--horizon', '6', '-o', target)['series'] == 1
    rows = list(csv.DictReader(target.open()))
    assert [row['h'] for row in rows] == list('123456')
    for row in rows:
        lo95, lo80, mean, hi80, hi95 = (float(row[key]) for key in ('lo95', 'lo80', 'mean', 'hi80', 'hi95'))
        assert 0 <= lo95 <= lo80 <= mean <= hi80 <= hi95 < 1000
        assert abs(mean - (100 + 10 * (int(row['h']) - 1))) < 30, 'the season repeats'
    cli.run('forecast-series', source, '--horizon', '2', '-o', target, '--method', 'seasonal-naive', '--frequency', '1')
    assert [float(row['mean']) for row in csv.DictReader(target.open())] == [210, 210], 'without a season: the last value'
    cli.run('forecast-series', source, '--horizon', '2', '-o', target, '--level', '90')
    wide = list(csv.DictReader(open(target, encoding='utf-8')))
    assert all(float(r['lo95']) <= float(r['lo90']) <= float(r['lo80']) <= float(r['hi80']) <= float(r['hi90'])
               <= float(r['hi95']) for r in wide), wide
    cli.run('forecast-series', source, '--horizon', '2', '-o', target, '--level', '100', expect=2)
    assert 'seasonal-naive' in cli.run('forecast-series', source, '--horizon', '6', '-o', target, '--method', 'guess', expect=2).stderr
    cli.run('forecast-series', source, '--horizon', '0', '-o', target, expect=2)
    cli.run('forecast-series', cli.folder / 'absent.csv', '--horizon', '6', '-o', target, expect=1)


@test
def usage(cli):
    cli.run('new')
    for words in ([], ['fly'], ['order'], ['order', 'fly'], ['explain'], ['items', 'many'], ['items', '--fast'],
                  ['export', 'sop'], ['accept'], ['--today', 'tomorrow', 'items']):
        cli.run(*words, expect=2)
    assert 'forecast-series' in cli.run('--help').stdout
    assert '--create-missing' in cli.run('import', 'sales', '--help').stdout
    assert cli.run('--version').stdout.startswith('granary-cli ')


print(f'1..{len(TESTS)}')
for number, function in enumerate(TESTS, 1):
    with tempfile.TemporaryDirectory() as folder:
        try:
            function(Cli(folder))
            print(f'ok {number} {function.__name__}', flush=True)
        except Exception as error:  # every failure is a line of the report
            print('# ' + repr(error).replace('\n', '\n# '))
            print(f'not ok {number} {function.__name__} (line {error.__traceback__.tb_next and error.__traceback__.tb_next.tb_lineno})', flush=True)
