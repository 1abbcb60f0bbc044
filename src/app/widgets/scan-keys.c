#include "scan-keys.h"

#include "app/text/scan-burst.h"
#include "app/widgets/typing/fresh-text.h"

#define LETS_IN "gr-scan-keys-let-in"

/* The keys of one window, as they come. */
typedef struct {
  GtkWindow *window;
  GrScanned scanned; /* (nullable) */
  GrScanBurst *burst;
  guint down;       /* the hardware's number of the key that is held, 0 for none */
  GtkWidget *field; /* (nullable) (weak): where the burst's characters go meanwhile */
  char *text;       /* (nullable): what stood in @field before */
  int cursor, bound;
} ScanKeys;

static void
free_keys (gpointer data)
{
  ScanKeys *keys = data;

  g_clear_weak_pointer (&keys->field);
  gr_scan_burst_free (keys->burst);
  g_free (keys->text);
  g_free (keys);
}

static gboolean
is_let_in (GtkWidget *focus)
{
  while (focus && !g_object_get_data (G_OBJECT (focus), LETS_IN))
    focus = gtk_widget_get_parent (focus);
  return focus != NULL;
}

/* Before the first character of what may become a burst. */
static void
remember_field (ScanKeys *keys)
{
  GtkWidget *focus = gtk_window_get_focus (keys->window);

  g_clear_pointer (&keys->text, g_free);
  g_set_weak_pointer (&keys->field, focus && GTK_IS_EDITABLE (focus) ? focus : NULL);
  if (!keys->field)
    return;
  keys->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (keys->field)));
  keys->cursor = keys->bound = gtk_editable_get_position (GTK_EDITABLE (keys->field));
  if (gtk_editable_get_selection_bounds (GTK_EDITABLE (keys->field), &keys->bound, &keys->cursor) &&
      keys->bound == gtk_editable_get_position (GTK_EDITABLE (keys->field))) {
    keys->bound = keys->cursor;
    keys->cursor = gtk_editable_get_position (GTK_EDITABLE (keys->field));
  }
}

/* Changes only what differs: a text that is set forgets what can be undone in it. */
static void
replace_text (GtkEditable *field, const char *wanted)
{
  g_autofree char *held = g_strdup (gtk_editable_get_text (field));
  const char *a = held, *b = wanted;
  const char *a_end = held + strlen (held), *b_end = wanted + strlen (wanted);
  int position;

  while (*a && *b && g_utf8_get_char (a) == g_utf8_get_char (b)) {
    a = g_utf8_next_char (a);
    b = g_utf8_next_char (b);
  }
  while (a_end > a && b_end > b &&
         g_utf8_get_char (g_utf8_prev_char (a_end)) == g_utf8_get_char (g_utf8_prev_char (b_end))) {
    a_end = g_utf8_prev_char (a_end);
    b_end = g_utf8_prev_char (b_end);
  }
  position = (int) g_utf8_strlen (held, a - held);
  gtk_editable_delete_text (field, position, position + (int) g_utf8_strlen (a, a_end - a));
  gtk_editable_insert_text (field, b, (int) (b_end - b), &position);
}

static void
restore_field (ScanKeys *keys)
{
  if (!keys->field || g_str_equal (gtk_editable_get_text (GTK_EDITABLE (keys->field)), keys->text))
    return;
  if (!*keys->text) { /* and nothing of the scan comes back by Ctrl+Z */
    gr_editable_set_fresh (GTK_EDITABLE (keys->field), "");
    return;
  }
  replace_text (GTK_EDITABLE (keys->field), keys->text);
  gtk_editable_select_region (GTK_EDITABLE (keys->field), keys->bound, keys->cursor);
}

static gboolean
take_enter (ScanKeys *keys, guint32 ms)
{
  g_autofree char *code = gr_scan_burst_end (keys->burst, ms);

  if (!code || is_let_in (gtk_window_get_focus (keys->window)))
    return GDK_EVENT_PROPAGATE;
  restore_field (keys);
  if (keys->scanned)
    keys->scanned (keys->window, code);
  return GDK_EVENT_STOP;
}

/* A button or a list must not have the characters; in a field they are taken out again. */
static gboolean
take_character (ScanKeys *keys, gunichar character, guint32 ms)
{
  gboolean is_following = gr_scan_burst_add (keys->burst, character, ms);

  if (!is_following)
    remember_field (keys);
  return is_following && !keys->field ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static gboolean
pressed_cb (GtkEventController *controller, guint keyval, guint keycode, GdkModifierType state, ScanKeys *keys)
{
  guint32 ms = gtk_event_controller_get_current_event_time (controller);
  gunichar character = gdk_keyval_to_unicode (keyval);
  gboolean is_held = keys->down == keycode;

  keys->down = keycode;
  if (gdk_key_event_is_modifier (gtk_event_controller_get_current_event (controller)))
    return GDK_EVENT_PROPAGATE; /* capital letters have it between them */
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
    return take_enter (keys, ms);
  if (!is_held && character && g_unichar_isprint (character) &&
      !(state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)))
    return take_character (keys, character, ms);
  gr_scan_burst_break (keys->burst);
  return GDK_EVENT_PROPAGATE;
}

static void
released_cb (GtkEventController *controller, guint keyval, guint keycode, GdkModifierType state, ScanKeys *keys)
{
  if (keys->down == keycode)
    keys->down = 0;
}

/**
 * gr_scan_keys_attach:
 * @scanned: (nullable): what a scan means in this window; %NULL for nothing
 *
 * Takes what a scanner types before any widget of the window: it never presses a button or stays in a field.
 */
void
gr_scan_keys_attach (GtkWindow *window, GrScanned scanned)
{
  GtkEventController *controller = gtk_event_controller_key_new();
  ScanKeys *keys = g_new0 (ScanKeys, 1);

  keys->window = window;
  keys->scanned = scanned;
  keys->burst = gr_scan_burst_new();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_object_set_data_full (G_OBJECT (controller), "keys", keys, free_keys);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (pressed_cb), keys);
  g_signal_connect (controller, "key-released", G_CALLBACK (released_cb), keys);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

/**
 * gr_scan_keys_let_in:
 *
 * A field that asks for a barcode: what is scanned while the cursor is there is for it.
 */
void
gr_scan_keys_let_in (GtkWidget *field)
{
  g_object_set_data (G_OBJECT (field), LETS_IN, field);
}
