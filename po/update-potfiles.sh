#!/bin/sh
# Lists every file with a translatable string in POTFILES.
cd "$(dirname "$0")/.." || exit 2
{
  git ls-files --cached --others --exclude-standard 'src/*.c' 'src/*.h' |
    xargs grep -lE '\b(_|N_|C_|ngettext|g_dngettext) ?\("'
  git ls-files --cached --others --exclude-standard 'ui/*.ui' | xargs -r grep -l 'translatable="yes"'
  git ls-files --cached --others --exclude-standard 'data/*.desktop.in' 'data/*.metainfo.xml.in' 'data/*.gschema.xml'
} | sort >po/POTFILES
