#pragma once

#include "app/frame/frame.h"

#include "domain/plan/event.h"

#define GR_TYPE_EVENT_FORM (gr_event_form_get_type())
G_DECLARE_FINAL_TYPE (GrEventForm, gr_event_form, GR, EVENT_FORM, AdwWindow)

/* What to do with the event that was filled in; it takes both. @shown is how it was, %NULL of a new one. */
typedef void (*GrEventFilled) (GtkWindow *parent, GrEvent *shown, GrEvent *event);

void gr_event_form_present (GtkWindow *parent, GrShop *shop, const GrEvent *event, GrEventFilled filled);
