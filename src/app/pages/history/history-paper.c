#include "history-paper.h"

#include "app/print/print-paper.h"
#include "app/text/format.h"

#include "shop/base/deed-log.h"

#include <glib/gi18n.h>

#define DEEDS_AT_ONCE 500

typedef struct {
  char *words;
  gboolean is_rtl;
  GtkWindow *parent;
} Task;

static void
free_task (gpointer data)
{
  Task *task = data;

  g_free (task->words);
  g_object_unref (task->parent);
  g_free (task);
}

static void
add_deed (GrPrintTable *table, const GrDeed *deed)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (deed->done_at / G_USEC_PER_SEC);
  g_autofree char *at = g_date_time_format (when, "%c");
  const char *cells[] = {at, deed->who, deed->title, deed->undone_by != 0 ? _ ("Undone") : ""};

  gr_print_table_add_row (table, cells);
}

static gboolean
add_deeds (GrPrintTable *table, GrShop *shop, const Task *task, const GrProgress *progress, GError **error)
{
  gint64 last_id = 0;
  guint n = DEEDS_AT_ONCE;

  while (n == DEEDS_AT_ONCE) {
    g_autoptr (GPtrArray) deeds = gr_shop_deeds (shop, task->words, last_id, DEEDS_AT_ONCE, error);

    if (!deeds || !gr_progress_report (progress, _ ("Reading the list…"), -1, error))
      return FALSE;
    n = deeds->len;
    for (guint i = 0; i < n; i++)
      add_deed (table, g_ptr_array_index (deeds, i));
    if (n > 0)
      last_id = ((const GrDeed *) g_ptr_array_index (deeds, n - 1))->id;
  }
  return TRUE;
}

static gpointer
read_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  const Task *task = data;
  g_autoptr (GrPrintDocument) document = g_new0 (GrPrintDocument, 1);

  document->title = g_strdup (_ ("History"));
  document->is_rtl = task->is_rtl;
  if (*task->words)
    document->subtitle = g_strdup_printf (_ ("Search “%s”"), task->words);
  document->shop = g_strdup (gr_shop_name (shop));
  document->date = gr_format_date (gr_shop_today (shop));
  document->table = gr_print_table_new();
  gr_print_table_add_column (document->table, _ ("When"), FALSE, FALSE);
  gr_print_table_add_column (document->table, _ ("Who"), FALSE, FALSE);
  gr_print_table_add_column (document->table, _ ("Change"), FALSE, TRUE);
  gr_print_table_add_column (document->table, "", FALSE, FALSE);
  return add_deeds (document->table, shop, task, progress, error) ? g_steal_pointer (&document) : NULL;
}

/* The dialog may have been closed meanwhile; the window stays. */
static void
read_cb (GrFrame *frame, gpointer result, gpointer data)
{
  const Task *task = data;
  gboolean is_there = gtk_widget_get_mapped (GTK_WIDGET (task->parent));

  gr_print_paper_print (result, is_there ? task->parent : gr_frame_get_window (frame));
}

/**
 * gr_history_paper_print:
 * @words: what was searched for, "" for all
 *
 * Prints what was done in the shop, newest first: all of it, not only what has been shown so far.
 *
 * Returns: %FALSE where something else is still being worked on
 */
gboolean
gr_history_paper_print (GrFrame *frame, GtkWindow *parent, const char *words)
{
  Task *task = g_new (Task, 1);
  GrFrameWork work = {.title = _ ("Reading the list…"),
      .job = read_job,
      .data = task,
      .done = read_cb,
      .done_data = task,
      .free_done_data = free_task};

  *task = (Task){
      g_strdup (words), gtk_widget_get_direction (GTK_WIDGET (parent)) == GTK_TEXT_DIR_RTL, g_object_ref (parent)};
  return gr_frame_run (frame, &work);
}
