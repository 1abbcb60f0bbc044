#pragma once

#include <gio/gio.h>

typedef enum {
  GR_ENCODING_UTF8,
  GR_ENCODING_WINDOWS_1252,
  GR_ENCODING_UTF16_LE,
  GR_ENCODING_UTF16_BE,
} GrEncoding;

#define GR_N_ENCODINGS (GR_ENCODING_UTF16_BE + 1)

/**
 * GrTextSource:
 *
 * A text file, plain or gzip, as a stream of UTF-8 pieces. Holds a few hundred kilobytes, however long the file.
 */
typedef struct _GrTextSource GrTextSource;

GrTextSource *
gr_text_source_open (const char *path, GError **error);
void
gr_text_source_free (GrTextSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrTextSource, gr_text_source_free)

GrEncoding
gr_text_source_encoding (GrTextSource *source);
void
gr_text_source_set_encoding (GrTextSource *source, GrEncoding encoding);
gboolean
gr_text_source_read (GrTextSource *source, const char **text, gsize *length, GError **error);
double
gr_text_source_fraction (GrTextSource *source);
guint64
gr_text_source_n_replaced (GrTextSource *source);
const char *
gr_text_source_checksum (GrTextSource *source);

const char *
gr_encoding_id (GrEncoding encoding);
const char *
gr_encoding_title (GrEncoding encoding);
gboolean
gr_encoding_from_id (const char *id, GrEncoding *out);
