"""What the desktop reads about the program: validated by the desktop's own tools."""
import os
import tempfile

from tap import build, check, done, root, run, sources

app_id = 'org.granary.Granary'
if (build / f'data/{app_id}.desktop').exists():
    check('desktop file', run('desktop-file-validate', build / f'data/{app_id}.desktop'))
    # There is no home page yet. Debian 13 warns of it; Debian 12 does not know that one can.
    validate = ('appstreamcli', 'validate', '--no-net', '--pedantic', build / f'data/{app_id}.metainfo.xml')
    said = run(*validate)
    if any('url-homepage-missing' in line for line in said):
        said = run(*validate, '--override=url-homepage-missing=info')
    check('metainfo', said)
check('settings schema', run('glib-compile-schemas', '--strict', '--dry-run', root / 'data'))
check('MIME type', run('xmllint', '--noout', root / f'data/{app_id}.mime.xml'))
for name in sources('data/*.svg', 'data/*.gresource.xml', 'ui/*.ui', 'ui/*.gresource.xml'):
    check(name, run('xmllint', '--noout', root / name))
os.environ.update(LC_ALL='C.UTF-8', MANROFFSEQ='')
for name in sources('data/*.1'):
    with tempfile.TemporaryFile() as out:
        check(f'{name} has no warnings', [line for line in run('sh', '-c', f'man --warnings -l -Tutf8 {root / name} 2>&1 >/dev/null | (! grep .)')])
for name in sources('data/*.bash'):
    check(f'{name} is sound', run('bash', '-n', root / name))
done()
