#include "toaster.h"

#include <glib/gi18n.h>

/* libadwaita 1.2 takes half a second to bring a toast in, and frees it under its own animation where it is dismissed
 * before that: one that has just come stays a moment before the next takes its place. */
#define ARRIVES_MS 700

/* libadwaita's own five seconds are over before somebody who was interrupted, or whom a screen reader reads the page
 * to, has come to its button. */
#define OFFER_STAYS_S 15

struct _GrToaster {
  AdwToastOverlay *overlay;
  AdwToast *toast;       /* (nullable): the one on screen */
  gulong gone_id;        /* of its "dismissed" */
  gint64 since;          /* when it came, monotonic microseconds */
  char *next_words;      /* (nullable): what is said when it has come in */
  const char *next_verb; /* (nullable): on its button */
  const char *next_action;
  guint next_id;
};

/**
 * gr_toaster_new:
 * @overlay: outlives the toaster
 */
GrToaster *
gr_toaster_new (AdwToastOverlay *overlay)
{
  GrToaster *toaster = g_new0 (GrToaster, 1);

  toaster->overlay = overlay;
  return toaster;
}

static void
toast_gone_cb (GrToaster *toaster)
{
  g_clear_signal_handler (&toaster->gone_id, toaster->toast);
  g_clear_object (&toaster->toast);
}

static void
forget_next (GrToaster *toaster)
{
  g_clear_handle_id (&toaster->next_id, g_source_remove);
  g_clear_pointer (&toaster->next_words, g_free);
}

void
gr_toaster_free (GrToaster *toaster)
{
  if (!toaster)
    return;
  forget_next (toaster);
  if (toaster->toast)
    toast_gone_cb (toaster);
  g_free (toaster);
}

static gint64
age_ms (const GrToaster *toaster)
{
  return (g_get_monotonic_time() - toaster->since) / 1000;
}

static gboolean
clear_cb (gpointer toaster)
{
  ((GrToaster *) toaster)->next_id = 0;
  gr_toaster_clear (toaster);
  return G_SOURCE_REMOVE;
}

/**
 * gr_toaster_clear:
 *
 * What stands there goes, once it has come in; what waited for that is not said.
 */
void
gr_toaster_clear (GrToaster *toaster)
{
  forget_next (toaster);
  if (toaster->toast && age_ms (toaster) < ARRIVES_MS)
    toaster->next_id = g_timeout_add ((guint) MAX (0, ARRIVES_MS - age_ms (toaster)), clear_cb, toaster);
  else if (toaster->toast)
    adw_toast_dismiss (toaster->toast);
}

static gboolean
say_next_cb (gpointer data)
{
  GrToaster *toaster = data;
  g_autofree char *words = g_steal_pointer (&toaster->next_words);

  toaster->next_id = 0;
  gr_toaster_offer (toaster, words, toaster->next_verb, toaster->next_action);
  return G_SOURCE_REMOVE;
}

static gboolean
waits_for_arrival (GrToaster *toaster, const char *text, const char *verb, const char *action)
{
  gint64 age = age_ms (toaster);

  forget_next (toaster);
  if (!toaster->toast || age >= ARRIVES_MS)
    return FALSE;
  toaster->next_words = g_strdup (text);
  toaster->next_verb = verb;
  toaster->next_action = action;
  toaster->next_id = g_timeout_add ((guint) (ARRIVES_MS - age), say_next_cb, toaster);
  return TRUE;
}

/* Nor is a screen reader told otherwise. */
static void
make_unfocusable (GtkWidget *widget)
{
  gtk_widget_set_can_focus (widget, FALSE);
  gtk_widget_set_focusable (widget, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    make_unfocusable (child);
}

/* GTK moves a focus that lost its widget to what comes next, and Enter would undo then. The keyboard has Ctrl+Z. */
static void
keep_focus_out (AdwToastOverlay *overlay)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay));

  for (; child; child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (overlay))
      make_unfocusable (child);
}

/**
 * gr_toaster_offer:
 * @text: plain text
 * @verb: (nullable): on its button, static text; %NULL for none
 * @action: (nullable): what the button does, static text
 */
void
gr_toaster_offer (GrToaster *toaster, const char *text, const char *verb, const char *action)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  if (waits_for_arrival (toaster, text, verb, action))
    return;
  if (toaster->toast)
    adw_toast_dismiss (toaster->toast);
  toaster->toast = adw_toast_new (markup);
  toaster->since = g_get_monotonic_time();
  if (verb) {
    adw_toast_set_button_label (toaster->toast, verb);
    adw_toast_set_action_name (toaster->toast, action);
    adw_toast_set_timeout (toaster->toast, OFFER_STAYS_S);
  }
  toaster->gone_id = g_signal_connect_swapped (toaster->toast, "dismissed", G_CALLBACK (toast_gone_cb), toaster);
  adw_toast_overlay_add_toast (toaster->overlay, g_object_ref (toaster->toast));
  if (!action || g_str_equal (action, "win.undo"))
    keep_focus_out (toaster->overlay);
}

/**
 * gr_toaster_say:
 * @text: plain text
 * @offers_undo: whether it has a button for win.undo
 */
void
gr_toaster_say (GrToaster *toaster, const char *text, gboolean offers_undo)
{
  gr_toaster_offer (toaster, text, offers_undo ? _ ("Undo") : NULL, offers_undo ? "win.undo" : NULL);
}
