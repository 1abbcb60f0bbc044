"""Photographs every page for people to leaf through: `make shots`.

Usage: shots.py BUILD FOLDER [LOOK...]

Writes FOLDER/SHOP-LOOK-PAGE.png for an empty shop, the demo shop and, where GRANARY_DATA has it, the retail shop,
each light, dark, at 800x600, 360 px wide and with text of 200 %, and the demo shop in German, French and Spanish and from right to left.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
retail = pathlib.Path(os.environ.get('GRANARY_DATA', '../shared/data')) / 'retail'
TODAY = {'empty': '2026-11-22', 'demo': '2026-11-22', 'retail': '2011-06-30'}
LOOKS = {
    'light': ('1280x800', {}, 96),
    'dark': ('1280x800', {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}, 96),
    'small': ('800x600', {}, 96),
    'narrow': ('360x720', {}, 96),
    'large-text': ('1280x800', {}, 192),
    'german': ('1280x800', {'LANGUAGE': 'de', 'LC_ALL': 'de_DE.UTF-8'}, 96),
    'french': ('1280x800', {'LANGUAGE': 'fr', 'LC_ALL': 'fr_FR.UTF-8'}, 96),
    'spanish': ('1280x800', {'LANGUAGE': 'es', 'LC_ALL': 'es_ES.UTF-8'}, 96),
    'right-to-left': ('1280x800', {'LANGUAGE': 'he', 'LC_ALL': 'he_IL.UTF-8'}, 96),
}
LOCALES = ['de_DE', 'es_ES', 'fr_FR', 'he_IL']
PAGES = ['today', 'stock', 'suppliers', 'orders', 'planning']


def make_shops(cli, folder):
    """The three shops; the retail one only where its data lies."""
    def granary(shop, *words):
        subprocess.run([cli, '--shop', folder / f'{shop}.granary', '--today', TODAY[shop], *words], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    granary('empty', 'new', 'Corner shop')
    granary('demo', 'demo')
    if retail.is_dir():
        granary('retail', 'new', 'Retail', '--currency', 'GBP')
        for table, name in (('suppliers', 'suppliers.csv'), ('items', 'items.csv'), ('stock', 'stock_2011-06-30.csv'),
                            ('sales', 'sales_2009-12_2011-06.csv.gz')):
            granary('retail', 'import', table, retail / name, '--create-missing', '--skip-bad')
        granary('retail', 'plan')


def make_locales(folder):
    """And an empty Hebrew translation, without which GTK would not turn round a program that has none."""
    for locale in LOCALES:
        subprocess.run(['localedef', '-i', locale, '-f', 'UTF-8', folder / f'{locale}.UTF-8'], check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    hebrew = folder / 'he/LC_MESSAGES'
    hebrew.mkdir(parents=True)
    subprocess.run(['msgfmt', '-', '-o', hebrew / 'granary.mo'], check=True, text=True,
                   input='msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')


def photograph(build, shops, folder, look):
    """Inside a display: every page of every shop in one look, of the demo shop only in another language."""
    import driver
    _, environment, dpi = LOOKS[look]
    is_foreign = 'LANGUAGE' in environment
    with tempfile.TemporaryDirectory() as config:
        xsettings = pathlib.Path(config) / 'xsettings'
        xsettings.write_text(f'Xft/DPI {dpi * 1024}\nGdk/UnscaledDPI {dpi * 1024}\nGdk/WindowScalingFactor 1\n')
        desktop = subprocess.Popen(['xsettingsd', '-c', xsettings], stderr=subprocess.PIPE, text=True)
        assert any('Took ownership' in line for line in desktop.stderr), 'no settings of the desktop'
        environment = {**environment, **driver.settle(config), 'LOCPATH': str(shops),
                       'GSETTINGS_SCHEMA_DIR': str(build / 'data'),
                       'GRANARY_LOCALE_DIR': str(shops if look == 'right-to-left' else build / 'po')}

        def shots_of(name, arguments, steps):
            program = driver.Program([build / 'src/app/granary', *arguments], environment, fills_screen=True)
            try:
                for step, act in steps:
                    program.screen()  # what came before is drawn: the keys reach what they are meant for
                    act(program)
                    program.picture(folder / f'{name}-{look}-{step}.png')
            finally:
                program.close()

        shots_of('none', [], [('welcome', lambda program: None)])
        for shop in TODAY:
            path = shops / f'{shop}.granary'
            if path.exists() and (shop == 'demo' or not is_foreign):
                steps = [(page, lambda program, key=number: program.key(f'alt+{key}'))
                         for number, page in enumerate(PAGES, 1)]
                steps.insert(2, ('item', lambda program: program.key('Down', 'Return')))
                steps.insert(5, ('order', lambda program: program.key('Down', 'Return')))
                shots_of(shop, ['--today', TODAY[shop], path], steps)
        desktop.terminate()


def main():
    build, folder = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    if os.environ.get('GRANARY_SHOTS'):
        photograph(build, pathlib.Path(os.environ['GRANARY_SHOTS']), folder, sys.argv[3])
        return
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as shops:
        make_shops(build / 'src/cli/granary-cli', pathlib.Path(shops))
        make_locales(pathlib.Path(shops))
        for look in sys.argv[3:] or LOOKS:
            subprocess.run([here.parent / 'with-display', '/usr/bin/python3', __file__, build, folder, look], check=True,
                           env={**os.environ, 'GRANARY_SHOTS': shops, 'GRANARY_SCREEN': f'{LOOKS[look][0]}x24'})
    print(f'{len(list(folder.glob("*.png")))} pictures in {folder}')


main()
