#pragma once

#include <glib.h>

/**
 * GrFileReplacer:
 *
 * A new version of a file, written beside it under a name of its own and put in its place only when it is whole.
 */
typedef struct _GrFileReplacer GrFileReplacer;

GrFileReplacer *gr_file_replacer_new (const char *target, GError **error);
void gr_file_replacer_free (GrFileReplacer *replacer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrFileReplacer, gr_file_replacer_free)

const char *gr_file_replacer_path (const GrFileReplacer *replacer);
const char *gr_file_replacer_target (const GrFileReplacer *replacer);
gboolean gr_file_replacer_commit (GrFileReplacer *replacer, GError **error);
