#pragma once

#include <glib-object.h>

/**
 * GrPageEntry:
 * @id: by which actions and the window name the page
 * @title: (nullable): its word in the sidebar, untranslated; %NULL for a page that is reached from others only
 * @short_title: (nullable): the same where there is little room, if @title is long
 * @icon_name: its icon there
 * @parent: (nullable): the page of the sidebar that stays lit while this one is shown
 * @get_type: the #GrPage that it is
 */
typedef struct {
  const char *id;
  const char *title;
  const char *short_title;
  const char *icon_name;
  const char *parent;
  GType (*get_type) (void);
} GrPageEntry;

const GrPageEntry *gr_page_registry (gsize *n);
