"""Every file with a translatable string is in po/POTFILES, every file named there exists, every string is translated."""
import re

from tap import build, check, done, root, run, sources

listed = {line for line in (root / 'po/POTFILES').read_text().split('\n') if line and not line.startswith('#')}
call = re.compile(r'\b(_|N_|C_|ngettext|g_dngettext) ?\("|translatable="yes"|<summary>|<_')
wanted = {n for n in sources('src/*.c', 'src/*.h') if call.search((root / n).read_text())}
wanted |= {n for n in sources('ui/*.ui') if 'translatable="yes"' in (root / n).read_text()}
wanted |= {n for n in sources('data/*.desktop.in', 'data/*.metainfo.xml.in', 'data/*.gschema.xml')}
check('POTFILES names every file with strings', [f'missing: {n}' for n in sorted(wanted - listed)])
check('POTFILES names no other', [f'not there or without strings: {n}' for n in sorted(listed - wanted)])

# As meson's preset “glib” does; .ui, .desktop, metainfo and schema files are known by their names.
template = build / 'strings.pot'
check('the strings can be gathered',
      run('xgettext', '--from-code=UTF-8', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
          '--keyword=g_dngettext:2,3', '--directory', root, '--files-from', root / 'po/POTFILES', '--output', template))

linguas = (root / 'po/LINGUAS').read_text().split()
for language in linguas:
    catalogue = root / f'po/{language}.po'
    check(f'po/{language}.po is sound', run('msgfmt', '-c', '-o', '/dev/null', catalogue))
    check(f'po/{language}.po translates every string', run('msgcmp', '--no-fuzzy-matching', catalogue, template))
check('every translation is announced', [n for n in sources('po/*.po') if n[3:-3] not in linguas])

shown = re.compile(r'<property name="(label|title|subtitle|tooltip-text|placeholder-text|description)">[^<]*[A-Za-z]{2}')
check('.ui files mark what people read', [f'{n}: {m.group(0)}' for n in sources('ui/*.ui') for m in shown.finditer((root / n).read_text())])
done()
