"""The house stands: files call downward, a folder stays small, and a statement is given what it asks for."""
import collections
import posixpath
import re

from tap import check, done, root, sources

LARGEST_FOLDER = 45

files = sources('src/*.c', 'src/*.h')
texts = {name: (root / name).read_text() for name in files}
by_base = {posixpath.basename(name): name for name in files}


def noun(name):
    """A .c file, its header and its private header are one."""
    return name.rsplit('.', 1)[0].removesuffix('-private')


calls = collections.defaultdict(set)
for name, text in texts.items():
    for header in re.findall(r'^#include "([^"]+)"', text, re.M):
        target = by_base.get(posixpath.basename(header))
        if target and noun(target) != noun(name):
            calls[noun(name)].add(noun(target))


def reached(start):
    seen, waiting = set(), [start]
    while waiting:
        for target in calls[waiting.pop()]:
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return seen


reach = {name: reached(name) for name in list(calls)}
cycles = {tuple(sorted(other for other in reach[name] if name in reach.get(other, ()))) for name in reach if name in reach[name]}
check('files call downward', [' and '.join(cycle) + ' call each other' for cycle in sorted(cycles)])

folders = collections.Counter(posixpath.dirname(name) for name in sources('src/*', 'tests/*') if '/fixtures' not in name)
check(f'a folder holds at most {LARGEST_FOLDER} files', [f'{folder}: {n}' for folder, n in folders.items() if n > LARGEST_FOLDER])



def arguments(text, start):
    """The arguments of the call whose bracket opens at start, as text."""
    depth, begin, found, at = 0, start + 1, [], start
    while at < len(text):
        letter = text[at]
        if letter == '"':
            at += 1
            while text[at] != '"':
                at += 2 if text[at] == '\\' else 1
        elif letter in '([{':
            depth += 1
        elif letter in ')]}':
            depth -= 1
            if depth == 0:
                found.append(text[begin:at])
                return found
        elif letter == ',' and depth == 1:
            found.append(text[begin:at])
            begin = at + 1
        at += 1
    return found


def words(argument, text, depth=0):
    """The text of an argument made of literals, macros and constants of the file; None where it is anything else."""
    said = ''
    for part in re.findall(r'"(?:\\.|[^"\\])*"|[^\s"]+', argument):
        if part.startswith('"'):
            said += part[1:-1]
            continue
        named = re.search(rf'\b{re.escape(part)}\[\]\s*=\s*([^;]*?);', text) or re.search(rf'^#define {re.escape(part)}\s((?:.*\\\n)*.*)', text, re.M)
        inner = words(named[1].replace('\\\n', ' '), text, depth + 1) if named and depth < 5 else None
        if inner is None:
            return None
        said += inner
    return said


unequal, n_seen = [], 0
for name, text in texts.items():
    if not name.startswith('src/store/') or not name.endswith('.c'):
        continue
    for call in re.finditer(r'\bgr_query(_run|_int64)? (?=\()', text):
        given = arguments(text, call.end())
        place = {None: 1, '_run': 2, '_int64': 3}[call[1]]
        if len(given) <= place + 1 or given[0].startswith('GrDatabase *'):
            continue
        sql, types = words(given[place], text), words(given[place + 1], text)
        line = text.count('\n', 0, call.start()) + 1
        if types is None:
            continue
        if len(given) - place - 2 != len(types):
            unequal.append(f'{name}:{line}: {len(types)} letters for {len(given) - place - 2} values')
        if sql is None:
            continue
        n_seen += 1
        asked = max([0] + [int(n) for n in re.findall(r'\?(\d+)', sql)])
        if asked != len(types):
            unequal.append(f'{name}:{line}: ?{asked} is the last, but "{types}" gives {len(types)}')
check('a statement is given as many values as it asks for', unequal or ([] if n_seen > 100 else [f'only {n_seen} statements seen']))
done()
