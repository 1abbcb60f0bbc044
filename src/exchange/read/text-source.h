#pragma once

#include "encoding.h"

#include <glib.h>

/**
 * GrTextSource:
 *
 * A text file, plain or gzip, as a stream of UTF-8 pieces. Holds a few hundred kilobytes, however long the file.
 */
typedef struct _GrTextSource GrTextSource;

GrTextSource *gr_text_source_open (const char *path, GError **error);
void gr_text_source_free (GrTextSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrTextSource, gr_text_source_free)

GrTextEncoding gr_text_source_encoding (GrTextSource *source);
void gr_text_source_set_encoding (GrTextSource *source, GrTextEncoding encoding);
gboolean gr_text_source_read (GrTextSource *source, const char **text, gsize *length, GError **error);
double gr_text_source_fraction (GrTextSource *source);
guint64 gr_text_source_n_replaced (GrTextSource *source);
const char *gr_text_source_checksum (GrTextSource *source);
