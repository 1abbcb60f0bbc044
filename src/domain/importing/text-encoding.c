#include "text-encoding.h"

static const struct {
  const char *id;
  const char *title;
} encodings[GR_N_ENCODINGS] = {
    [GR_ENCODING_UTF8] = {"utf-8", "UTF-8"},
    [GR_ENCODING_WINDOWS_1252] = {"windows-1252", "Windows-1252"},
    [GR_ENCODING_UTF16_LE] = {"utf-16le", "UTF-16 LE"},
    [GR_ENCODING_UTF16_BE] = {"utf-16be", "UTF-16 BE"},
};

/**
 * gr_text_encoding_title:
 *
 * Returns: the name to show; the same in every language.
 */
const char *
gr_text_encoding_title (GrTextEncoding encoding)
{
  return encodings[encoding].title;
}

/**
 * gr_text_encoding_from_id:
 * @id: the name that the terminal uses, "windows-1252", in any case
 */
gboolean
gr_text_encoding_from_id (const char *id, GrTextEncoding *out)
{
  for (guint i = 0; i < GR_N_ENCODINGS; i++)
    if (g_ascii_strcasecmp (encodings[i].id, id) == 0) {
      *out = (GrTextEncoding) i;
      return TRUE;
    }
  return FALSE;
}
