#pragma once

#include <glib.h>

typedef enum {
  GR_ENCODING_UTF8,
  GR_ENCODING_WINDOWS_1252,
  GR_ENCODING_UTF16_LE,
  GR_ENCODING_UTF16_BE,
} GrTextEncoding;

#define GR_N_ENCODINGS (GR_ENCODING_UTF16_BE + 1)

const char *gr_text_encoding_title (GrTextEncoding encoding);
gboolean gr_text_encoding_from_id (const char *id, GrTextEncoding *out);
