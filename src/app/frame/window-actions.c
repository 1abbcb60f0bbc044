#include "window-actions.h"

#include "app/compat.h"
#include "app/pages/events/events-dialog.h"
#include "app/pages/history/history-dialog.h"
#include "app/import/import-dialog.h"
#include "app/print/print-actions.h"
#include "page-registry.h"
#include "reading.h"
#include "undo-actions.h"

#include "domain/base/error.h"
#include "shop/catalogue/item-card.h"
#include "shop/planning/run-plan.h"
#include "shop/review/sop-review.h"

#include <glib/gi18n.h>

/* The plan */

static void
free_outcome (gpointer data)
{
  gr_plan_outcome_clear (data);
  g_free (data);
}

static gpointer
plan_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  GrPlanOutcome *outcome = g_new0 (GrPlanOutcome, 1);

  if (gr_shop_run_plan (shop, outcome, progress, error))
    return outcome;
  free_outcome (outcome);
  return NULL;
}

static void
planned_cb (GrFrame *frame, gpointer result, gpointer data)
{
  const GrPlanOutcome *outcome = result;

  gr_frame_withdraw_offer (frame);
  gr_frame_say (frame, outcome->sentence);
}

static void
plan_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrFrameWork work = {.title = _ ("Planning…"), .job = plan_job, .free_result = free_outcome, .done = planned_cb};

  gr_frame_run (GR_FRAME (widget), &work);
}

static void
events_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gr_events_dialog_present (GR_FRAME (widget));
}

static void
history_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gr_history_dialog_present (GR_FRAME (widget));
}

/* Getting about */

static void
page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gr_frame_go (GR_FRAME (widget), g_variant_get_string (parameter, NULL), 0);
}

/* Alt+1 is the first page of the sidebar. */
static void
page_number_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gsize n;
  const GrPageEntry *entries = gr_page_registry (&n);
  int wanted = g_variant_get_int32 (parameter);

  for (gsize i = 0; i < n; i++)
    if (entries[i].title && --wanted == 0)
      gr_frame_go (GR_FRAME (widget), entries[i].id, 0);
}

static void
item_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gr_frame_show_item (GR_FRAME (widget), g_variant_get_int64 (parameter));
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gr_frame_go_back (GR_FRAME (widget));
}

static void
escape_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrFrame *frame = GR_FRAME (widget);
  GrPage *page = gr_frame_get_page (frame);

  if (!page || !gr_page_go_back (page))
    gr_frame_go_back (frame);
}

static void
act_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrPage *page = gr_frame_get_page (GR_FRAME (widget));

  if (page)
    gr_page_act (page);
}

/**
 * gr_window_actions_scan:
 * @typed: a code or barcode
 *
 * What was scanned is for the page; where it has no use for it, the item is opened.
 *
 * Returns: %FALSE, and it has been said, where there is no such item
 */
gboolean
gr_window_actions_scan (GrFrame *frame, const char *typed)
{
  g_autofree char *code = g_strstrip (g_strdup (typed));
  GrPage *page = gr_frame_get_page (frame);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;
  GrQty qty;

  if (!*code || !page || !gr_frame_get_shop (frame))
    return FALSE;
  id = gr_shop_find_item (gr_frame_get_shop (frame), code, &qty, &error);
  if (id > 0) {
    if (!gr_page_scan (page, id, qty))
      gr_frame_show_item (frame, id);
    return TRUE;
  }
  if (!g_error_matches (error, GR_ERROR, GR_ERROR_NOT_FOUND)) {
    gr_reading_failed (page, error);
    return FALSE;
  }
  text = g_strdup_printf (_ ("No item has the code or barcode “%s”."), code);
  gr_frame_say (frame, text);
  return FALSE;
}

/**
 * gr_window_actions_take_file:
 *
 * A file came by drag and drop: it is offered to the import.
 */
void
gr_window_actions_take_file (GrFrame *frame, const char *path)
{
  if (!gtk_widget_activate_action (GTK_WIDGET (frame), "win.import", "s", path))
    gr_frame_say (frame, _ ("Another task is still running."));
}

/* Import */

/* @parameter: the file, "" to ask for it. */
static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *path = g_variant_get_string (parameter, NULL);

  if (*path)
    gr_import_dialog_present (GR_FRAME (widget), path);
  else
    gr_import_dialog_choose (GR_FRAME (widget));
}

/* Export */

typedef gboolean (*Export) (GrShop *shop, const char *path, const GrProgress *progress, GError **error);

static const struct {
  const char *id;
  const char *title;
  const char *file_name;
  Export write;
} exports[] = {
    {"sop", N_ ("Export the monthly review (S&OP)"), N_ ("Monthly review (S&OP)"), gr_shop_export_sop},
    {"stock", N_ ("Export the stock"), N_ ("Stock"), gr_shop_export_stock},
    {"orders", N_ ("Export the purchase orders"), N_ ("Purchase orders"), gr_shop_export_orders},
};

typedef struct {
  GrFrame *frame; /* while the file is being chosen */
  char *path;
  guint kind;
} ExportTask;

static void
free_export (gpointer data)
{
  ExportTask *task = data;

  g_clear_object (&task->frame);
  g_free (task->path);
  g_free (task);
}

static gpointer
export_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  ExportTask *task = data;

  return exports[task->kind].write (shop, task->path, progress, error) ? g_path_get_basename (task->path) : NULL;
}

static void
exported_cb (GrFrame *frame, gpointer result, gpointer data)
{
  g_autofree char *text = g_strdup_printf (_ ("Saved as %s"), (const char *) result);

  gr_frame_say (frame, text);
}

static void
export_chosen_cb (const char *path, gpointer data)
{
  ExportTask *task = data;
  g_autoptr (GrFrame) frame = g_steal_pointer (&task->frame);
  GrFrameWork work = {.title = _ ("Saving the workbook…"),
      .job = export_job,
      .data = task,
      .free_data = free_export,
      .free_result = g_free,
      .done = exported_cb};

  if (!path || !gr_frame_get_shop (frame)) {
    free_export (task);
    return;
  }
  task->path = g_strdup (path);
  gr_frame_run (frame, &work);
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (exports); i++) {
    g_autofree char *file = g_strdup_printf ("%s.xlsx", _ (exports[i].file_name));
    ExportTask *task;

    if (!g_str_equal (exports[i].id, id))
      continue;
    task = g_new0 (ExportTask, 1);
    task->frame = g_object_ref (GR_FRAME (widget));
    task->kind = i;
    gr_choose_file_to_save (GTK_WINDOW (widget), _ (exports[i].title), GR_FILES_WORKBOOK, file, export_chosen_cb, task);
  }
}

/**
 * gr_window_actions_enable:
 * @is_free: whether there is a shop and nothing works on it
 *
 * Enables what can be done now.
 */
void
gr_window_actions_enable (GtkWidget *window, gboolean has_shop, gboolean is_free)
{
  gtk_widget_action_set_enabled (window, "win.plan", is_free);
  gtk_widget_action_set_enabled (window, "win.events", has_shop);
  gtk_widget_action_set_enabled (window, "win.history", has_shop);
  gtk_widget_action_set_enabled (window, "win.export", is_free);
  gtk_widget_action_set_enabled (window, "win.import", is_free);
  gr_print_actions_enable (window, is_free);
  gtk_widget_action_set_enabled (window, "win.page", has_shop);
  gtk_widget_action_set_enabled (window, "win.page-number", has_shop);
}

/**
 * gr_window_actions_install:
 *
 * The actions of the frame's class; their keys are the application's.
 */
void
gr_window_actions_install (GtkWidgetClass *widget_class)
{
  gr_undo_actions_install (widget_class);
  gtk_widget_class_install_action (widget_class, "win.plan", NULL, plan_cb);
  gtk_widget_class_install_action (widget_class, "win.events", NULL, events_cb);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_cb);
  gtk_widget_class_install_action (widget_class, "win.page-number", "i", page_number_cb);
  gtk_widget_class_install_action (widget_class, "win.item", "x", item_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.escape", NULL, escape_cb);
  gtk_widget_class_install_action (widget_class, "win.act", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "win.export", "s", export_cb);
  gtk_widget_class_install_action (widget_class, "win.import", "s", import_cb);
  gr_print_actions_install (widget_class);
}
