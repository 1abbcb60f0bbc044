#include "undo-actions.h"

#include "app/compat.h"
#include "reading.h"
#include "app/text/format.h"
#include "app/widgets/edit-row.h"
#include "app/widgets/item-search.h"
#include "app/widgets/table/cell-entry.h"

#include "shop/base/undo-deed.h"

#include <glib/gi18n.h>

/* One direction of time, in words and deeds. */
typedef struct {
  GrTurn *(*find) (GrShop *shop, GError **error);
  gboolean (*turn) (GrShop *shop, gint64 deed_id, char **title, const GrProgress *progress, GError **error);
  const char *progress;
  char *(*question) (const char *title);
  char *(*reason) (const char *who, const char *day);
  const char *verb;
  void (*done) (GrFrame *frame, gpointer result, gpointer data);
} Direction;

static void
undone_cb (GrFrame *frame, gpointer result, gpointer data)
{
  g_autofree char *text = g_strdup_printf (_ ("Undone: %s"), (const char *) result);

  gr_frame_withdraw_offer (frame);
  gr_frame_say (frame, text);
}

static void
redone_cb (GrFrame *frame, gpointer result, gpointer data)
{
  g_autofree char *text = g_strdup_printf (_ ("Redone: %s"), (const char *) result);

  gr_frame_offer_undo (frame, text);
}

static char *
ask_undo (const char *title)
{
  return g_strdup_printf (_ ("Undo “%s”?"), title);
}

static char *
ask_redo (const char *title)
{
  return g_strdup_printf (_ ("Redo “%s”?"), title);
}

static char *
say_who_did (const char *who, const char *day)
{
  return g_strdup_printf (_ ("%s did this on %s, in another window or before the shop was opened here."), who, day);
}

static char *
say_who_undid (const char *who, const char *day)
{
  return g_strdup_printf (_ ("%s undid this on %s, in another window or before the shop was opened here."), who, day);
}

static const Direction undo = {
    gr_shop_next_undo, gr_shop_undo_deed, N_ ("Undoing…"), ask_undo, say_who_did, N_ ("Undo it"), undone_cb};
static const Direction redo = {
    gr_shop_next_redo, gr_shop_redo_deed, N_ ("Redoing…"), ask_redo, say_who_undid, N_ ("Redo it"), redone_cb};

typedef struct {
  const Direction *direction;
  gint64 deed_id;
} Task;

static gpointer
turn_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  const Task *task = data;
  char *title = NULL;

  return task->direction->turn (shop, task->deed_id, &title, progress, error) ? title : NULL;
}

static void
turn (GrFrame *frame, const Direction *direction, gint64 deed_id)
{
  const Task task = {direction, deed_id};
  GrFrameWork work = {.title = _ (direction->progress),
      .job = turn_job,
      .data = g_memdup2 (&task, sizeof task),
      .free_data = g_free,
      .free_result = g_free,
      .done = direction->done};

  gr_frame_run (frame, &work);
}

/* A question that is open. */
typedef struct {
  GrFrame *frame;
  GrShop *shop;
  Task task;
} Doubt;

static void
answered_cb (gboolean is_yes, gpointer data)
{
  g_autofree Doubt *doubt = data;
  g_autoptr (GrFrame) frame = doubt->frame;
  g_autoptr (GrShop) shop = doubt->shop;

  if (is_yes && gr_frame_get_shop (frame) == shop)
    turn (frame, doubt->task.direction, doubt->task.deed_id);
}

static void
ask (GrFrame *frame, const Direction *direction, const GrTurn *next)
{
  g_autofree char *heading = direction->question (next->title);
  g_autofree char *day = gr_format_date (next->done_on);
  g_autofree char *body = direction->reason (*next->who ? next->who : _ ("Somebody"), day);
  Doubt *doubt = g_new (Doubt, 1);

  *doubt = (Doubt){g_object_ref (frame), g_object_ref (gr_frame_get_shop (frame)), {direction, next->deed_id}};
  gr_ask (gr_frame_get_window (frame), heading, body, _ (direction->verb), answered_cb, doubt);
}

/* What was done here is turned at once; what another did, or an earlier day, only when it has been named. */
static void
turn_or_ask (GtkWidget *widget, const Direction *direction)
{
  GrFrame *frame = GR_FRAME (widget);
  GrShop *shop = gr_frame_get_shop (frame);
  g_autoptr (GError) error = NULL;
  g_autoptr (GrTurn) next = shop ? direction->find (shop, &error) : NULL;

  if (error)
    gr_reading_failed (gr_frame_get_page (frame), error);
  if (!next)
    return;
  if (next->is_own)
    turn (frame, direction, next->deed_id);
  else
    ask (frame, direction, next);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn_or_ask (widget, &undo);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn_or_ask (widget, &redo);
}

/* Not where a field says what the file says, or what was scanned or entered there is done. */
static gboolean
is_typing (GtkWidget *focus)
{
  GtkWidget *entry = gtk_widget_get_parent (focus);
  GtkWidget *cell = gtk_widget_get_ancestor (focus, GR_TYPE_CELL_ENTRY);
  GtkWidget *row = gtk_widget_get_ancestor (focus, GR_TYPE_EDIT_ROW);

  if (!GTK_IS_EDITABLE (focus))
    return FALSE;
  if (cell)
    return gr_cell_entry_is_changed (GR_CELL_ENTRY (cell));
  if (row)
    return gr_edit_row_is_changed (GR_EDIT_ROW (row));
  if (gtk_widget_get_ancestor (focus, GR_TYPE_ITEM_SEARCH) || (entry && gtk_widget_has_css_class (entry, "scan")))
    return *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0';
  return TRUE;
}

/* Of a text that is being typed, the last typing. */
static void
undo_here_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));
  gboolean is_redo = g_str_equal (name, "win.redo-here");

  if (focus && is_typing (focus))
    gtk_widget_activate_action (focus, is_redo ? "text.redo" : "text.undo", NULL);
  else
    gtk_widget_activate_action (widget, is_redo ? "win.redo" : "win.undo", NULL);
}

/**
 * gr_undo_actions_install:
 *
 * The frame's Undo and Redo; whoever owns it enables them.
 */
void
gr_undo_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.undo-here", NULL, undo_here_cb);
  gtk_widget_class_install_action (widget_class, "win.redo-here", NULL, undo_here_cb);
}
