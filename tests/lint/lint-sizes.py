"""Sizes of files and functions: a report, and the hard ends of CONTRIBUTING.md."""
import re

from tap import check, done, root, sources


def functions(text):
    """(name, lines) of every function: GNU layout puts the name and the closing brace in column 0."""
    name = start = None
    for number, line in enumerate(text.split('\n')):
        if start is None and (match := re.match(r'^([a-z_0-9]+) \(', line)):
            name = match.group(1)
        elif line == '{' and name:
            start = number
        elif line == '}' and start is not None:
            yield name, number - start - 1
            name = start = None


files = {n: (root / n).read_text() for n in sources('src/*.c')}
lengths = {n: text.count('\n') for n, text in files.items()}
sizes = [(size, f'{n}: {name}') for n, text in files.items() for name, size in functions(text)]
sizes.sort(reverse=True)
within = sum(size <= 35 for size, _ in sizes)
code = sum(text.count('\n') for text in files.values())
tests = sum((root / n).read_text().count('\n') for n in sources('tests/*.c', 'tests/*.py'))

print(f'# {len(files)} source files, {code} lines; {tests} lines of tests ({tests / max(code, 1):.2f} of it)')
print(f'# {len(sizes)} functions, {100 * within / max(len(sizes), 1):.1f} % within 35 lines')
for size, name in sizes[:8]:
    print(f'# {size:4} lines  {name}')
for name, size in sorted(lengths.items(), key=lambda entry: -entry[1])[:8]:
    print(f'# {size:4} lines  {name}')

table = re.compile(r'class_init$')
check('no source file above 800 lines', [f'{n}: {size}' for n, size in lengths.items() if size > 800])
check('no function above 80 lines', [f'{name}: {size}' for size, name in sizes if size > 80 and not table.search(name)])
check('90 % of functions within 35 lines', [f'only {within} of {len(sizes)}'] if within < 0.9 * len(sizes) else [])
check('.ui files within 400 lines', [n for n in sources('ui/*.ui') if (root / n).read_text().count('\n') > 400])
done()
