#pragma once

#include <gio/gio.h>

/**
 * GrByteSource:
 *
 * A file's bytes from first to last, unpacked where it is gzip, with their SHA-256 at the end.
 */
typedef struct _GrByteSource GrByteSource;

GrByteSource *gr_byte_source_open (const char *path, GError **error);
void gr_byte_source_free (GrByteSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrByteSource, gr_byte_source_free)

gboolean gr_byte_source_read (GrByteSource *source, guint8 *buffer, gsize size, gsize *length, GError **error);
double gr_byte_source_fraction (const GrByteSource *source);
const char *gr_byte_source_checksum (const GrByteSource *source);
