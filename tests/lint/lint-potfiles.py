"""Every file with a translatable string is in po/POTFILES, and every file named there exists."""
import re

from tap import check, done, root, run, sources

listed = {line for line in (root / 'po/POTFILES').read_text().split('\n') if line and not line.startswith('#')}
call = re.compile(r'\b(_|N_|C_|ngettext|g_dngettext) ?\("|translatable="yes"|<summary>|<_')
wanted = {n for n in sources('src/*.c', 'src/*.h') if call.search((root / n).read_text())}
wanted |= {n for n in sources('ui/*.ui') if 'translatable="yes"' in (root / n).read_text()}
wanted |= {n for n in sources('data/*.desktop.in', 'data/*.metainfo.xml.in', 'data/*.gschema.xml')}
check('POTFILES names every file with strings', [f'missing: {n}' for n in sorted(wanted - listed)])
check('POTFILES names no other', [f'not there or without strings: {n}' for n in sorted(listed - wanted)])

linguas = (root / 'po/LINGUAS').read_text().split()
for language in linguas:
    check(f'po/{language}.po is sound', run('msgfmt', '-c', '-o', '/dev/null', root / f'po/{language}.po'))
check('every translation is announced', [n for n in sources('po/*.po') if n[3:-3] not in linguas])

shown = re.compile(r'<property name="(label|title|subtitle|tooltip-text|placeholder-text|description)">[^<]*[A-Za-z]{2}')
check('.ui files mark what people read', [f'{n}: {m.group(0)}' for n in sources('ui/*.ui') for m in shown.finditer((root / n).read_text())])
done()
