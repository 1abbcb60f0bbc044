#!/bin/sh
# Lists every file with a translatable string in POTFILES.
cd "$(dirname "$0")/.." || exit 2
{
  find src -name '*.[ch]' | xargs grep -lE '\b(_|N_|C_|ngettext|g_dngettext) ?\("'
  find ui -name '*.ui' | xargs grep -l 'translatable="yes"'
  find data -name '*.desktop.in' -o -name '*.metainfo.xml.in' -o -name '*.gschema.xml'
} | LC_ALL=C sort >po/POTFILES
