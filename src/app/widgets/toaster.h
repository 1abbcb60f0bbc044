#pragma once

#include <adwaita.h>

/**
 * GrToaster:
 *
 * Says one thing at a time over a page; what is said next takes the place of what stands there.
 */
typedef struct _GrToaster GrToaster;

GrToaster *gr_toaster_new (AdwToastOverlay *overlay);
void gr_toaster_free (GrToaster *toaster);
void gr_toaster_clear (GrToaster *toaster);
void gr_toaster_offer (GrToaster *toaster, const char *text, const char *verb, const char *action);
void gr_toaster_say (GrToaster *toaster, const char *text, gboolean offers_undo);
