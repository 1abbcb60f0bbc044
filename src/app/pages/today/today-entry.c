#include "today-entry.h"

/**
 * gr_today_entry_new:
 * @row: (transfer full)
 * @about_id: of the item, order or supplier that it is about
 *
 * Returns: (transfer full): an entry of which the rest is not looked up yet
 */
GrTodayEntry *
gr_today_entry_new (GrTodayRow *row, gint64 about_id)
{
  GrTodayEntry *entry = g_new0 (GrTodayEntry, 1);
  guint place = row->location_name ? g_str_hash (row->location_name) & 0xff : 0;

  entry->id = ((gint64) (row->kind + 1) << 56) | (about_id << 8) | place;
  entry->row = row;
  return entry;
}

void
gr_today_entry_free (gpointer data)
{
  GrTodayEntry *entry = data;

  gr_today_row_free (entry->row);
  gr_suggestion_free (entry->next);
  g_free (entry);
}

/**
 * gr_today_entry_title:
 *
 * Returns: (transfer full): the item, or the supplier and the order
 */
char *
gr_today_entry_title (const GrTodayEntry *entry)
{
  const GrTodayRow *row = entry->row;

  if (row->item_id != 0)
    return g_strdup (row->item_description && *row->item_description ? row->item_description : row->item_code);
  if (row->order_number)
    return g_strdup_printf ("%s · %s", row->supplier_name, row->order_number);
  return g_strdup (row->supplier_name);
}

/**
 * gr_today_entry_open:
 *
 * Goes to the item, the order or the supplier that it is about.
 */
void
gr_today_entry_open (const GrTodayEntry *entry, GrFrame *frame)
{
  const GrTodayRow *row = entry->row;

  if (row->item_id != 0)
    gr_frame_show_item (frame, row->item_id);
  else if (row->order_id != 0)
    gr_frame_show_order (frame, row->order_id);
  else
    gr_frame_show_supplier (frame, row->supplier_id);
}
