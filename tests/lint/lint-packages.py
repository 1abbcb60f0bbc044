"""Everything that the build calls is in the Makefile's list of packages: a bare machine with gcc and make has nothing else."""
import re

from tap import check, done, root, sources

# The package whose installing brings a program, by itself or by what it depends on, in every Debian we build on.
PROGRAMS = {
    'meson': 'meson', 'ninja': 'ninja-build', 'pkg-config': 'pkg-config', 'gcc': 'gcc',
    'glib-compile-resources': 'libglib2.0-dev', 'glib-compile-schemas': 'libglib2.0-dev', 'xmllint': 'libxml2-utils',
    'msgfmt': 'gettext', 'msginit': 'gettext', 'msgmerge': 'gettext', 'msgcmp': 'gettext', 'xgettext': 'gettext',
    'gtk4-update-icon-cache': 'libgtk-4-bin', 'update-desktop-database': 'desktop-file-utils',
    'desktop-file-validate': 'desktop-file-utils', 'update-mime-database': 'shared-mime-info',
    # tests only
    'localedef': 'locales', 'xvfb-run': 'xvfb', '/usr/bin/python3': 'python3', 'appstreamcli': 'appstream', 'man': 'man-db',
    'xdotool': 'xdotool', 'wmctrl': 'wmctrl', 'xprop': 'x11-utils', 'xsettingsd': 'xsettingsd', 'openbox': 'openbox',
    'pdftotext': 'poppler-utils', 'import': 'imagemagick', 'convert': 'imagemagick', 'Xvfb': 'xvfb', 'dbus-run-session': 'dbus-daemon', 'xauth': 'xauth',
}
LIBRARIES = {
    'glib-2.0': ['libglib2.0-dev'], 'gio-2.0': ['libglib2.0-dev'], 'sqlite3': ['libsqlite3-dev'],
    'json-glib-1.0': ['libjson-glib-dev'], 'csv': ['libcsv-dev'], 'gtk4': ['libgtk-4-dev'],
    'xlsxwriter': ['libxlsxwriter-dev', 'libminizip-dev'],  # Debian 13 names minizip in its .pc file, yet not in what it needs
    'libadwaita-1': ['libadwaita-1-dev'], 'pangocairo': ['libgtk-4-dev'], 'fontconfig': ['libgtk-4-dev'],
    'm': [], 'threads': [],  # libc's
}
# What meson's modules call, also where nothing is installed; a method that is not here is a complaint.
CALLS = {
    'gnome.compile_resources': ['glib-compile-resources'], 'gnome.compile_schemas': ['glib-compile-schemas'],
    'i18n.gettext': ['msgfmt', 'msginit', 'msgmerge', 'xgettext'], 'i18n.merge_file': ['msgfmt'], 'gnome.post_install': [],
    'glib_compile_schemas: true': ['glib-compile-schemas'], 'gtk_update_icon_cache: true': ['gtk4-update-icon-cache'],
    'update_desktop_database: true': ['update-desktop-database'], 'update_mime_database: true': ['update-mime-database'],
    'preprocess="xml-stripblanks"': ['xmllint'],
}
CALL = re.compile(r'\b(?:gnome|i18n)\.\w+|\b(?:glib_compile|gtk_update|update)_\w+: true|\bpreprocess="[^"]*"')
MODULES = {'gnome', 'i18n', 'python'}

makefile = (root / 'Makefile').read_text().replace('\\\n', ' ')
packages = {name: set(words.split()) for name, words in re.findall(r'^(\w+)_PACKAGES = (.*)$', makefile, re.M)}
unknown, missing, needed = [], [], set()


def called(text):
    """The programs and libraries that a build file names, and what its calls run."""
    for call in CALL.findall(text):
        if call not in CALLS:
            yield call
        yield from CALLS.get(call, [])
    for module in re.findall(r"\bimport\('([^']+)'\)", text):
        if module not in MODULES:
            yield f"import('{module}')"
    yield from re.findall(r"\bfind_(?:program|installation) ?\('([^']+)'", text)


def hold(name, program, lists):
    """Complains of a program that no list brings."""
    if program.startswith('..'):
        return  # our own
    if program not in PROGRAMS:
        unknown.append(f'{name}: {program} is not in the tables of this lint')
        return
    needed.add(PROGRAMS[program])
    if PROGRAMS[program] not in lists:
        missing.append(f'{name}: {program} needs {PROGRAMS[program]}')


for name in sources('meson.build', '*/meson.build', '*.gresource.xml'):
    lists = packages['BUILD'] | (packages['TEST'] if name.startswith('tests/') else set())
    text = re.sub(r'#.*', '', (root / name).read_text())
    for program in called(text):
        hold(name, program, lists)
    for library in re.findall(r"\b(?:dependency|find_library) ?\('([^']+)'", text):
        if library not in LIBRARIES:
            unknown.append(f'{name}: {library} is not in the tables of this lint')
        needed.update(LIBRARIES.get(library, []))
        missing += [f'{name}: {library} needs {package}' for package in LIBRARIES.get(library, []) if package not in lists]
for program in ('meson', 'ninja', 'pkg-config', 'gcc'):
    hold('Makefile', program, packages['BUILD'])
check('what the build calls is known', sorted(set(unknown)))
check('what the build calls is in the list of packages', sorted(set(missing)))
check('no package is asked for in vain', sorted(packages['BUILD'] - needed))

# Tests call by hand: the lints through run(), the driver of the program through command() and lists of words.
unknown, missing = [], []
for name in sources('tests/lint/*.py', 'tests/ui/*.py', 'tests/with-display'):
    text = (root / name).read_text()
    words = re.findall(r"""\b(?:run|command|Popen) ?\(\[?'([a-z][\w-]+)'""", text)
    words += re.findall(r'\b(dbus-run-session|Xvfb) -', text)
    for program in set(words) - {'sh', 'bash'}:
        hold(name, program, packages['BUILD'] | packages['TEST'])
check('what the tests call is known', sorted(set(unknown)))
check('what the tests call is in the list of packages', sorted(set(missing)))
done()
