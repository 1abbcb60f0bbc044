"""The layout of the code is clang-format's (14)."""
import shutil

from tap import check, done, root, run, sources

tool = shutil.which('clang-format-14') or 'clang-format'
for folder in ('src', 'tests'):
    names = sources(f'{folder}/*.c', f'{folder}/*.h')
    check(f'{folder} is clang-format clean', run(tool, '--dry-run', '--Werror', '--style=file', *(root / n for n in names)) if names else [])
check('no tab or trailing blank in C and .ui', [n for n in sources('src/*.c', 'src/*.h', 'ui/*.ui')
      if any(line != line.rstrip() or '\t' in line for line in (root / n).read_text().split('\n'))])
done()
