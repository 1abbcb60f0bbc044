#pragma once

#include "app/widgets/table/table-list.h"

#include "shop/base/shop.h"

#include <adwaita.h>

/**
 * GrPage:
 *
 * One view of the shop, shown in the window's frame, which gives it a title, a search entry and a primary button.
 * A page is a subclass (a template with this as parent and one child), one line in page-registry.c, and overrides what
 * it needs:
 *
 * @shop_set: the page belongs to another shop (or to none: gr_page_get_shop() is %NULL); forget what was shown.
 *   A refresh (GR_NOUN_ALL) follows when the page is next seen
 * @refresh: what changed while the page was on screen, or since it last was; never called without a shop
 * @search: the text in the search entry, changed; "" where there is none
 * @act: the primary button was pressed
 * @open: show the object of this id; %FALSE where there is none (or where it could not be read, see below)
 * @count_waiting: the number on the sidebar, of what waits to be done; asked at every change, so keep it to one indexed
 *   reading
 * @scan: an item was scanned, @qty of it by the barcode; %TRUE where the page did something with it, else the item is
 *   shown
 * @focus: put the cursor where the work of this page begins; without it, or where it says %FALSE, that is its list
 * @list: (transfer full): its list, for whoever prints it; without it that is the first table of the page
 * @go_back: Esc was pressed; %TRUE where the page had something of its own to leave
 *
 * What the page could not read it says by gr_reading_failed(): a message stands in its place until the reading
 * succeeds.
 *
 * The properties "title", "subtitle", "act-label", "act-icon-name" (in its place where the window is narrow),
 * "act-enabled" and "can-search" may be changed at any time and set in the template.
 */
#define GR_TYPE_PAGE (gr_page_get_type())
G_DECLARE_DERIVABLE_TYPE (GrPage, gr_page, GR, PAGE, AdwBin)

struct _GrPageClass {
  AdwBinClass parent_class;

  void (*shop_set) (GrPage *self);
  void (*refresh) (GrPage *self, GrNouns what);
  void (*search) (GrPage *self, const char *text);
  void (*act) (GrPage *self);
  gboolean (*open) (GrPage *self, gint64 id);
  guint (*count_waiting) (GrPage *self);
  gboolean (*go_back) (GrPage *self);
  gboolean (*scan) (GrPage *self, gint64 item_id, GrQty qty);
  gboolean (*focus) (GrPage *self);
  GrTableList *(*list) (GrPage *self);

  gpointer padding[5];
};

/* For the page itself. */
GrShop *gr_page_get_shop (GrPage *self);
const char *gr_page_get_search (GrPage *self);
void gr_page_set_title (GrPage *self, const char *title, const char *subtitle);
void gr_page_set_act (GrPage *self, const char *label, gboolean is_enabled);

/* For gr_reading_failed(). */
void gr_page_fail (GrPage *self, const GError *error);

/* For the window. */
void gr_page_set_shop (GrPage *self, GrShop *shop);
void gr_page_set_on_screen (GrPage *self, gboolean is_on_screen);
void gr_page_note_changes (GrPage *self, GrNouns what);
void gr_page_set_search (GrPage *self, const char *text);
void gr_page_act (GrPage *self);
gboolean gr_page_open (GrPage *self, gint64 id);
guint gr_page_count_waiting (GrPage *self);
gboolean gr_page_go_back (GrPage *self);
gboolean gr_page_scan (GrPage *self, gint64 item_id, GrQty qty);
gboolean gr_page_focus (GrPage *self);
GrTableList *gr_page_get_list (GrPage *self);
