#pragma once

#include <glib.h>

typedef enum {
  GR_ENCODING_UTF8,
  GR_ENCODING_WINDOWS_1252,
  GR_ENCODING_UTF16_LE,
  GR_ENCODING_UTF16_BE,
} GrEncoding;

#define GR_N_ENCODINGS (GR_ENCODING_UTF16_BE + 1)

const char *gr_encoding_id (GrEncoding encoding);
const char *gr_encoding_title (GrEncoding encoding);
gboolean gr_encoding_from_id (const char *id, GrEncoding *out);

GrEncoding gr_encoding_sniff (const guint8 *bytes, gsize length);
gsize gr_encoding_bom_length (GrEncoding encoding, const guint8 *bytes, gsize length);
gsize gr_encoding_decode (
    GrEncoding encoding, const guint8 *bytes, gsize length, gboolean is_end, GString *text, guint64 *n_replaced);
