"""The layout of the code is clang-format's (14), which later releases do not have: theirs would lay out otherwise."""
import platform
import shutil

from tap import check, done, root, run, sources

tool = shutil.which('clang-format-14')
is_judged_here = tool is not None or platform.freedesktop_os_release().get('VERSION_ID') == '12'
for folder in ('src', 'tests') if is_judged_here else ():
    names = sources(f'{folder}/*.c', f'{folder}/*.h')
    check(f'{folder} is clang-format clean', run(tool or 'clang-format-14', '--dry-run', '--Werror', '--style=file', *(root / n for n in names)) if names else [])
check('no tab or trailing blank in C and .ui', [n for n in sources('src/*.c', 'src/*.h', 'ui/*.ui')
      if any(line != line.rstrip() or '\t' in line for line in (root / n).read_text().split('\n'))])
done()
