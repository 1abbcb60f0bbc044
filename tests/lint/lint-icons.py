"""Every icon is there: our own in the program, the theme's in every release of it that we build on.

theme-icons.txt has the symbolic icons that adwaita-icon-theme 43 (Debian 12) and 48 (Debian 13) both have.
"""
import pathlib
import re

from tap import check, done, root, sources

common = set((root / 'tests/lint/theme-icons.txt').read_text().split())
bundled = {pathlib.Path(name).stem for name in re.findall(r'icons/[\w./-]+\.svg', (root / 'ui/granary.gresource.xml').read_text())}
ours = {pathlib.Path(name).stem for name in sources('ui/icons/*.svg', 'data/*.svg')}

used = {}
for name in sources('src/*.c', 'src/*.h', 'ui/*.ui'):
    text = (root / name).read_text()
    for icon in re.findall(r'["\'>]([\w.-]+-symbolic)["\'<]', text) + re.findall(r'icon-name">([^<]+)<', text):
        used.setdefault(icon, name)

check('icons are ours or in both releases of the theme', [f'{name}: {icon} is in neither our own icons nor in every theme'
      for icon, name in sorted(used.items()) if icon not in ours | common])
check('our own icons are in the program', sorted((ours & set(used)) - bundled))
check('no icon of ours is unused', sorted(icon for icon in ours - set(used) if icon.startswith('gr-')))
theme = pathlib.Path('/usr/share/icons/Adwaita')
there = {path.stem for path in theme.rglob('*-symbolic.svg')}
check('the theme of this machine has them', sorted(icon for icon in set(used) - ours if icon not in there))
done()
