"""No dead wood: a public function is called by the product, or CONTRIBUTING.md says what it is kept for."""
import collections
import fnmatch
import re

from tap import check, done, root, sources

HEADING = '## Kept for a named next step'
# Widgets are made and their methods called by name, too.
LEFT = 'src/app/'

definition = re.compile(r'^(?!static)\w[^\n;]*\n(gr_\w+) \(', re.M)
prototype = re.compile(r'^\w[^;{}()]*\bgr_\w+ \([^;{}]*\)[^;{}]*;', re.M)
comment = re.compile(r'/\*.*?\*/', re.S)


def words(name):
    """What a file calls: its words, but neither those of comments nor what a header only declares."""
    text = comment.sub('', (root / name).read_text())
    return collections.Counter(re.findall(r'\bgr_\w+', prototype.sub('', text) if name.endswith('.h') else text))


product = {name: words(name) for name in sources('src/*.c', 'src/*.h')}
tested = set().union(*(words(name) for name in sources('tests/*.c')))
users = collections.defaultdict(set)
for name, used in product.items():
    for word in used:
        users[word].add(name)

public = {found: name for name in sources('src/*.c') if not name.startswith(LEFT)
          for found in definition.findall(comment.sub('', (root / name).read_text()))}
alone = {found: name for found, name in public.items() if users[found] == {name}}
uncalled = {found for found, name in alone.items() if product[name][found] == 1}
section = (root / 'CONTRIBUTING.md').read_text().partition(HEADING)[2].partition('\n## ')[0]
kept = re.findall(r'`(gr_[\w*]+)`', section)

check('the product calls every public function, or it is kept for a named next step',
      [f'{public[found]}: {found}' for found in sorted(uncalled) if not any(fnmatch.fnmatchcase(found, name) for name in kept)])
check('what is kept is still there and still waits', [name for name in kept if not fnmatch.filter(uncalled, name)])
check('what only its own file calls is static, unless a test asks it',
      [f'{alone[found]}: {found}' for found in sorted(alone.keys() - uncalled - tested)])
done()
