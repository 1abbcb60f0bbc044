#include "edit-row.h"

#include "app/compat.h"
#include "decimal-key.h"
#include "app/widgets/access/voice.h"
#include "app/widgets/typing/fresh-text.h"

#include <glib/gi18n.h>

/* How often, and how many times, what another program kept from being saved is tried again. */
#define TRY_AGAIN_MS 400
#define MAX_TRIES    150

struct _GrEditRow {
  AdwEntryRow parent_instance;

  char *value; /* in the file */
  char *title;
  char *why;    /* (nullable): what was typed is refused */
  char *hint;   /* (nullable): the tooltip while nothing is refused */
  char *titled; /* (nullable): what the two of them came to */
  gboolean is_committing;
  gboolean is_refused;    /* what was typed was not saved, and stays */
  gboolean is_overtaken;  /* while it is being typed, another value came into the file */
  gboolean is_shown_anew; /* while it was saved */
  gboolean is_asking;     /* a question is open, which takes the focus from here */
  char *tried;            /* (nullable): what is tried again */
  guint try_id;
  int n_tries;
};

enum { COMMITTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrEditRow, gr_edit_row, ADW_TYPE_ENTRY_ROW)

static gboolean
is_typed (GrEditRow *self)
{
  return !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), self->value);
}

static void
accept (GrEditRow *self, const char *text)
{
  g_free (self->value);
  self->value = g_strdup (text);
  self->n_tries = 0;
}

static void
commit (GrEditRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  if (self->is_committing || g_str_equal (text, self->value))
    return;
  if (self->is_overtaken) {
    gr_edit_row_ask (self);
    return;
  }
  g_clear_handle_id (&self->try_id, g_source_remove);
  self->is_committing = TRUE;
  self->is_refused = FALSE;
  g_object_ref (self);
  g_signal_emit (self, signals[COMMITTED], 0, text);
  self->is_committing = FALSE;
  if (!self->is_refused && !self->is_shown_anew)
    accept (self, text);
  self->is_shown_anew = FALSE;
  g_object_unref (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, GrEditRow *self)
{
  if (key != GDK_KEY_Escape || !is_typed (self))
    return GDK_EVENT_PROPAGATE;
  gr_edit_row_set_value (self, NULL);
  return GDK_EVENT_STOP;
}

/* Why what was typed is refused stands beside what the field is called, there for as long as it is wrong. */
static void
show_title (GrEditRow *self)
{
  g_free (self->titled);
  self->titled = self->why ? g_strdup_printf ("%s: %s", self->title, self->why) : g_strdup (self->title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), self->titled);
}

static void
say_why (GrEditRow *self, const char *why)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (g_strcmp0 (why, self->why) == 0)
    return;
  if (!self->why)
    self->hint = g_strdup (gtk_widget_get_tooltip_text (widget));
  g_free (self->why);
  self->why = g_strdup (why);
  gtk_widget_set_tooltip_text (widget, why ? why : self->hint);
  if (why) {
    gtk_widget_add_css_class (widget, "error");
  } else {
    gtk_widget_remove_css_class (widget, "error");
    g_clear_pointer (&self->hint, g_free);
  }
  show_title (self);
}

static void
titled_cb (GrEditRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  if (g_strcmp0 (title, self->titled) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  if (self->why)
    show_title (self);
}

static void
gr_edit_row_dispose (GObject *object)
{
  g_clear_handle_id (&GR_EDIT_ROW (object)->try_id, g_source_remove);
  G_OBJECT_CLASS (gr_edit_row_parent_class)->dispose (object);
}

static void
gr_edit_row_finalize (GObject *object)
{
  g_free (GR_EDIT_ROW (object)->value);
  g_free (GR_EDIT_ROW (object)->tried);
  g_free (GR_EDIT_ROW (object)->title);
  g_free (GR_EDIT_ROW (object)->titled);
  g_free (GR_EDIT_ROW (object)->why);
  g_free (GR_EDIT_ROW (object)->hint);
  G_OBJECT_CLASS (gr_edit_row_parent_class)->finalize (object);
}

static void
gr_edit_row_class_init (GrEditRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gr_edit_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = gr_edit_row_finalize;
  signals[COMMITTED] = g_signal_new (
      "committed", GR_TYPE_EDIT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
gr_edit_row_init (GrEditRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new();
  GtkEventController *key = gtk_event_controller_key_new();

  self->value = g_strdup ("");
  self->title = g_strdup ("");
  g_signal_connect (self, "notify::title", G_CALLBACK (titled_cb), NULL);
  gr_voice_give (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect (self, "entry-activated", G_CALLBACK (commit), NULL);
}

GtkWidget *
gr_edit_row_new (const char *title)
{
  return g_object_new (GR_TYPE_EDIT_ROW, "use-markup", FALSE, "title", title, NULL);
}

/**
 * gr_edit_row_new_number:
 *
 * Returns: a row for a number, where the keypad's decimal key types the locale's decimal sign
 */
GtkWidget *
gr_edit_row_new_number (const char *title)
{
  GtkWidget *row = gr_edit_row_new (title);

  gr_decimal_key_add (GTK_EDITABLE (row));
  return row;
}

/**
 * gr_edit_row_forget:
 *
 * What was typed is given up: the row is about to show something else.
 */
void
gr_edit_row_forget (GrEditRow *self)
{
  g_return_if_fail (GR_IS_EDIT_ROW (self));

  g_clear_handle_id (&self->try_id, g_source_remove);
  self->is_refused = FALSE;
  self->is_overtaken = FALSE;
  self->n_tries = 0;
  say_why (self, NULL);
  if (is_typed (self))
    gr_editable_set_fresh (GTK_EDITABLE (self), self->value);
}

/* What is typed and not saved stays; that the file has another value by now is asked about when it is to be saved. */
static gboolean
keeps_typed (GrEditRow *self, const char *value)
{
  if ((self->is_committing && !self->is_refused) || !is_typed (self) ||
      g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), value))
    return FALSE;
  if (!g_str_equal (value, self->value)) {
    self->is_overtaken = TRUE;
    accept (self, value);
  }
  return TRUE;
}

/**
 * gr_edit_row_set_value:
 * @value: (nullable): what stands in the file; %NULL for what was set last
 *
 * Shows it, unless something else is being typed.
 */
void
gr_edit_row_set_value (GrEditRow *self, const char *value)
{
  g_return_if_fail (GR_IS_EDIT_ROW (self));

  if (value && keeps_typed (self, value))
    return;
  if (value)
    accept (self, value);
  self->is_shown_anew = self->is_committing;
  gr_edit_row_forget (self);
}

static void
answered_cb (gboolean is_mine, gpointer data)
{
  g_autoptr (GrEditRow) self = data;

  self->is_asking = FALSE;
  if (!is_mine)
    return;
  self->is_overtaken = FALSE;
  commit (self);
}

/**
 * gr_edit_row_ask:
 *
 * Asks which holds: what was typed, or what another put into the file in the meantime.
 */
void
gr_edit_row_ask (GrEditRow *self)
{
  GtkRoot *root;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  g_return_if_fail (GR_IS_EDIT_ROW (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (!root || !gtk_widget_get_mapped (GTK_WIDGET (self)) || self->is_asking)
    return;
  self->is_asking = TRUE;
  heading = g_strdup_printf (_ ("%s was changed elsewhere in the meantime"), self->title);
  body =
      g_strdup_printf (_ ("It is “%s” now. You typed “%s”."), self->value, gtk_editable_get_text (GTK_EDITABLE (self)));
  gr_ask (GTK_WINDOW (root), heading, body, _ ("Save mine"), answered_cb, g_object_ref (self));
}

/* Unless something else is being typed by now. */
static void
try_now (GrEditRow *self)
{
  if (g_str_equal (self->tried, gtk_editable_get_text (GTK_EDITABLE (self))))
    commit (self);
}

static gboolean
try_again_cb (gpointer data)
{
  GrEditRow *self = data;

  self->try_id = 0;
  try_now (self);
  return G_SOURCE_REMOVE;
}

/**
 * gr_edit_row_try_again:
 *
 * What was refused because the file was busy is saved a little later, as often as it takes, for a minute.
 */
void
gr_edit_row_try_again (GrEditRow *self)
{
  g_return_if_fail (GR_IS_EDIT_ROW (self));

  if (self->try_id || self->n_tries >= MAX_TRIES) {
    self->n_tries = 0;
    return;
  }
  self->n_tries++;
  g_free (self->tried);
  self->tried = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self)));
  self->try_id = g_timeout_add (TRY_AGAIN_MS, try_again_cb, self);
}

/**
 * gr_edit_row_settle:
 *
 * What would be tried again a little later is tried now, for the last time.
 */
void
gr_edit_row_settle (GrEditRow *self)
{
  g_return_if_fail (GR_IS_EDIT_ROW (self));

  if (!self->try_id)
    return;
  g_clear_handle_id (&self->try_id, g_source_remove);
  try_now (self);
}

/**
 * gr_edit_row_is_waiting:
 *
 * Returns: whether what was typed is to be tried again
 */
gboolean
gr_edit_row_is_waiting (GrEditRow *self)
{
  g_return_val_if_fail (GR_IS_EDIT_ROW (self), FALSE);
  return self->try_id != 0;
}

/**
 * gr_edit_row_refuse:
 *
 * What was typed stays, marked as wrong, with why beside the field's title.
 */
void
gr_edit_row_refuse (GrEditRow *self, const char *why)
{
  g_return_if_fail (GR_IS_EDIT_ROW (self));

  self->is_refused = TRUE;
  say_why (self, why);
}

gboolean
gr_edit_row_is_changed (GrEditRow *self)
{
  g_return_val_if_fail (GR_IS_EDIT_ROW (self), FALSE);
  return !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), self->value);
}
