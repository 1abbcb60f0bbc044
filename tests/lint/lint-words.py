"""One thing has one name: words that were given up for another one stay out of what people read, in English and German.

Reads the messages of po/de.po (the other languages have the same), which lint-potfiles holds against the sources, and the documents for people.
"""
import ast
import re

from tap import check, done, root

# What is out (a regular expression), and the word that is in.
ENGLISH = {
    r'\bdeeds?\b': 'change',
    r'\bledgers?\b': 'stock history',
    r'\bthe books\b': 'according to the records',
    r'\bmoves?\b(?! orders)': 'stock change',
    r'\bstock-?outs?\b|\bstocked out\b': 'out of stock, runs out, running out',
    r'\bhealth\b': 'stock status',
    r'\bmoney at risk\b': 'sales at risk',
    r'\bset(?:s|ting)? aside\b': 'leave out',
    r'\btak(?:e|es|en|ing) back\b|\btook back\b': 'undo',
    r'\bd(?:o|one|oing) again\b': 'redo',
    r'\btak(?:e|en) in\b': 'import',
    r'\bhold off\b|\boff hold\b': 'resume',
    r'\b(?:is|are|still) to come\b|^to come$': 'outstanding, upcoming, later',
    r'\bhas come\b|\bhave come\b': 'received',
    r'\blies?\b': 'is, is kept',
    r'shop[’\']s file\b': 'shop file',
    r'\bunit (?:cost|price)\b|\bcost of\b|\bat cost\b': 'purchase price',
    r'\bsales price\b': 'selling price',
    r'\bminimum order(?: quantity)?\b(?! value)': 'minimum quantity',
    r'\border multiple\b|\bin steps of\b': 'pack size',
    r'\bsmallest order\b': 'minimum order value',
    r'\btheir code\b|\bown code\b|\bsupplier’s code\b': 'supplier’s item code',
    r'\breview period\b': 'days between orders',
    r'\bprotection period\b': 'days to cover',
    r'S&OP summary|sales (?:&|and) operations review': 'monthly review (S&OP)',
    r'\brun the plan\b|\bplan run\b': 'plan now',
    r'\bexceptions?\b': 'need attention',
    r'\blift\b': 'effect on sales',
    r'\bfeasts?\b|\bfairs?\b': 'holiday, market',
    r'\btouch(?:es)?\b': 'applies to',
    r'\bseldom\b': 'rarely, occasional',
    r'\bbuckets?\b': 'week, month',
    r'\bgiven from outside\b': 'other factors',
    r'\bforecast value added\b|\bbias\b|\btracking signal\b': 'plain words',
    r'\bmend(?:ed)?\b': 'correct',
    r'\bdoubled\b': 'skipped',
    r'\b(?:above|less than) nothing\b': 'zero',
    r'\bask(?:s|ed)? for it\b': 'sales expected',
    r'\bfor good\b': 'permanently',
    r'\bcannot\b': 'can’t',
    r'\bper cent\b': 'percent',
    r'\be-mail\b': 'email',
    r'\d [%]|%s %%|f %%|d %%': '80%, without a blank',
    r'\bUTC\b|\bC locale\b': 'local time, your language',
}
GERMAN = {
    r'fehlbest[aä]nd': 'geht aus, nicht vorrätig',
    r'ausverkauft': 'nicht vorrätig',
    r'\bzustand\b': 'Bestandslage',
    r'arbeitsplan': 'vorläufiger Plan',
    r'nachschub': 'Lieferanten, Bestellzyklus',
    r'^karte$': 'Stammdaten',
    r'nicht geführt': 'ohne Bestandsführung',
    r'\bfamilien?\b|\bgruppen?\b': 'Warengruppe',
    r'bestellschritt': 'Verpackungseinheit (VE)',
    r'mehrabsatz': 'Wirkung auf den Absatz',
    r'warnsignal|prognosemehrwert|verzerrung|vorjahresfehler': 'einfache Wörter',
    r'planungsabstand': 'Bestellrhythmus',
    r'absicherungszeitraum': 'zu überbrückende Zeit',
    r'ausgeklammert|ausklammern': 'weglassen',
    r'teilgeliefert': 'teilweise eingegangen',
    r'\brechners?\b': 'Computer',
    r'zerbrochen': 'beschädigt',
    r'kodierung': 'Zeichensatz',
    r'\bmethoden?\b': 'Verfahren',
    r'vergangenheit': 'Verkaufsverlauf',
    r'dateien? des ladens': 'Ladendatei',
    r'\bausnahmen?\b': 'Handlungsbedarf',
    r'\bsmallest\b|kleinste bestellung': 'Mindestbestellwert',
    r'nummer dort': 'Lieferanten-Artikelnr.',
    r'S&OP-Übersicht|absatz- und mengenplanung': 'monatliche Planungsrunde (S&OP)',
    r'\bauffüllen bis\b': 'Sollbestand',
    r'\bplanung starten\b|plan rechnen': 'jetzt planen',
    r'\bpack à\b': 'Packung',
    r'\bliegt (?:auf|in)\b': 'ist',
    r'\d %|%s %%|f %%|d %%': 'geschütztes Leerzeichen vor %',
}
# What only messages keep to: documents are typed in plain text.
TYPOGRAPHY = {
    r"(?<=\w)'(?=\w)": 'the apostrophe ’',
}
# A word that is right where it stands, the line it stands in, and why.
ALLOWED = (
    ('lift', r'\\-\\-lift', 'an option of the terminal, which scripts know'),
    ('moves?', r'^    src/', 'README names the rooms of the sources for those who work on them'),
)
FIELD = re.compile(r'^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) (".*")$')


def messages():
    """Field and text of every message in use, with its first place in the sources."""
    place, field, text = '', None, ''
    for line in (root / 'po/de.po').read_text(encoding='utf-8').split('\n') + ['']:
        if line.startswith('#: '):
            place = line[3:].split()[0]
        match = FIELD.match(line)
        if match is None and line.startswith('"'):
            text += ast.literal_eval(line)
            continue
        if field and place:
            yield place, field, text
        field, text = (match[1], ast.literal_eval(match[2])) if match else (None, '')
        if not line:
            place = ''


def documents():
    for name in ('README.md', 'data/granary-cli.1', 'data/granary.1', 'data/org.granary.Granary.desktop.in'):
        for number, line in enumerate((root / name).read_text(encoding='utf-8').split('\n'), 1):
            yield f'{name}:{number}', line


def is_allowed(word, text):
    return any(re.fullmatch(allowed, word, re.IGNORECASE) and re.search(where, text) for allowed, where, _ in ALLOWED)


def complaints(texts, words):
    for place, text in texts:
        for out, instead in words.items():
            found = re.search(out, text, re.IGNORECASE)
            if found and not is_allowed(found[0], text):
                yield f'{place}: “{found[0]}” is out, say: {instead}: {text[:80]!r}'


said = list(messages())
check('English messages keep to the words', list(complaints(
    ((place, text) for place, field, text in said if field.startswith('msgid')), {**ENGLISH, **TYPOGRAPHY})))
check('German messages keep to the words', list(complaints(
    ((place, text) for place, field, text in said if field.startswith('msgstr')), GERMAN)))
check('documents for people keep to the words', list(complaints(documents(), ENGLISH)))
done()
