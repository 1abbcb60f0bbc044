#pragma once

#include <glib.h>

/**
 * GrScanBurst:
 *
 * Tells what a barcode scanner types from what a person does: several characters in a row, faster than hands are, and
 * Enter as fast after them. It knows nothing of keyboards; times are arguments, in milliseconds of any clock that goes
 * round.
 */
typedef struct _GrScanBurst GrScanBurst;

GrScanBurst *gr_scan_burst_new (void);
void gr_scan_burst_free (GrScanBurst *burst);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrScanBurst, gr_scan_burst_free)

gboolean gr_scan_burst_add (GrScanBurst *burst, gunichar character, guint32 ms);
char *gr_scan_burst_end (GrScanBurst *burst, guint32 ms);
void gr_scan_burst_break (GrScanBurst *burst);
