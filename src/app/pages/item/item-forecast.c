#include "item-forecast.h"

#include "app/frame/reading.h"
#include "item-predecessor.h"
#include "app/text/format.h"
#include "app/frame/frame.h"

#include "domain/plan/explanation.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* Histories of so many years can be chosen; 0 is all of it. */
static const int years[] = {0, 1, 2, 3};

struct _GrItemForecast {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *nothing;
  GtkWidget *method_group;
  GtkWidget *method;
  GtkWidget *history;
  GtkWidget *record;
  GtkWidget *warning;
  GtkWidget *sum;
  GtkWidget *predecessor;
  GtkWidget *findings_group;

  GrShop *shop;
  gint64 item_id;
  GrGrain grain;
  GrForecastChoice choice;
  GPtrArray *finding_rows;
  GPtrArray *sum_rows;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (GrItemForecast, gr_item_forecast, GTK_TYPE_WIDGET)

static void
show_again (GrItemForecast *self)
{
  g_autoptr (GrShop) shop = g_object_ref (self->shop);

  gr_item_forecast_show_item (self, shop, self->item_id, self->grain);
}

static void
report (GrItemForecast *self, gboolean is_done, const GError *error)
{
  GrFrame *frame = gr_frame_of (self);

  if (!is_done)
    show_again (self); /* what is chosen is not what is in force */
  if (frame && is_done)
    gr_frame_offer_undo (frame, NULL);
  else if (frame)
    gr_frame_say_error (frame, _ ("The forecast can’t be changed"), error);
}

static void
choose (GrItemForecast *self, const GrForecastChoice *choice)
{
  g_autoptr (GError) error = NULL;

  if (choice->method == self->choice.method && choice->history_from == self->choice.history_from)
    return;
  report (self, gr_shop_set_forecast_choice (self->shop, choice, &error), error);
}

/* The list holds the methods in their own order. */
static void
method_chosen_cb (GrItemForecast *self)
{
  GrForecastChoice choice = self->choice;

  if (self->is_showing)
    return;
  choice.method = (GrForecastMethod) adw_combo_row_get_selected (ADW_COMBO_ROW (self->method));
  choose (self, &choice);
}

static GrDate
history_of (GrItemForecast *self, guint n_years)
{
  GrDate month = gr_grain_start (GR_GRAIN_MONTH, gr_shop_today (self->shop));

  return n_years == 0 ? GR_DATE_NONE : gr_date_add_months (month, -12 * (int) n_years);
}

static void
history_chosen_cb (GrItemForecast *self)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->history));
  GrForecastChoice choice = self->choice;

  if (self->is_showing || chosen >= G_N_ELEMENTS (years))
    return;
  choice.history_from = history_of (self, (guint) years[chosen]);
  choose (self, &choice);
}

/* What was chosen from the terminal or a year ago has an entry of its own. */
static void
show_history (GrItemForecast *self)
{
  g_autoptr (GtkStringList) entries = gtk_string_list_new (NULL);
  guint selected = G_N_ELEMENTS (years);

  for (guint i = 0; i < G_N_ELEMENTS (years); i++) {
    g_autofree char *entry =
        years[i] == 0
            ? g_strdup (_ ("All sales history"))
            : g_strdup_printf (ngettext ("The last %d year", "The last %d years", (gulong) years[i]), years[i]);

    gtk_string_list_append (entries, entry);
    if (self->choice.history_from == history_of (self, (guint) years[i]))
      selected = i;
  }
  if (selected == G_N_ELEMENTS (years)) {
    g_autofree char *date = gr_format_date (self->choice.history_from);
    g_autofree char *entry = g_strdup_printf (_ ("Since %s"), date);

    gtk_string_list_append (entries, entry);
  }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->history), G_LIST_MODEL (entries));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->history), selected);
}

static void
set_subtitle (GtkWidget *row, const char *text)
{
  g_autofree char *subtitle = g_markup_escape_text (text ? text : "", -1);

  gtk_widget_set_visible (row, text != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

/* What it is and one plain line to the left, its value to the right. */
static GtkWidget *
make_figure (const GrExplanationLine *line)
{
  GtkWidget *row = adw_action_row_new();
  GtkWidget *value = gtk_label_new (line->value);
  g_autofree char *title = g_markup_escape_text (line->label, -1);
  g_autofree char *formula = g_markup_escape_text (line->formula ? line->formula : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), formula);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (value, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  return row;
}

static void
show_lines (GrItemForecast *self, const GrForecastCard *card)
{
  for (guint i = 0; i < self->sum_rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->sum), g_ptr_array_index (self->sum_rows, i));
  g_ptr_array_set_size (self->sum_rows, 0);
  for (guint i = 0; i < card->lines->len; i++) {
    GtkWidget *row = make_figure (card->lines->pdata[i]);

    adw_expander_row_add_row (ADW_EXPANDER_ROW (self->sum), row);
    g_ptr_array_add (self->sum_rows, row);
  }
}

static void
decided_cb (GtkButton *button, GrItemForecast *self)
{
  g_autofree GrDemandMark *mark =
      g_memdup2 (g_object_get_data (G_OBJECT (button), "mark"), sizeof (GrDemandMark)); /* the row goes */
  g_autoptr (GError) error = NULL;

  report (self, gr_shop_decide_finding (self->shop, self->item_id, mark, !mark->is_set_aside, &error), error);
}

static char *
format_units (double units)
{
  return gr_format_double (units, units < 10 && units != floor (units) ? 1 : 0);
}

static char *
describe (const GrDemandFinding *finding)
{
  g_autofree char *sold = format_units (finding->sold);
  g_autofree char *usual = isfinite (finding->usual) ? format_units (finding->usual) : NULL;
  const char *fate = finding->mark.is_set_aside ? _ ("left out") : _ ("counted");

  if (finding->mark.kind == GR_MARK_STOCK_OUT)
    return g_strdup_printf (_ ("Out of stock · %s"), fate);
  if (!usual)
    return g_strdup_printf (_ ("%s sold · %s"), sold, fate);
  if (finding->sold > finding->usual)
    return g_strdup_printf (_ ("%s sold; usually up to %s · %s"), sold, usual, fate);
  return g_strdup_printf (_ ("%s sold; usually at least %s · %s"), sold, usual, fate);
}

static GtkWidget *
make_finding_row (GrItemForecast *self, const GrDemandFinding *finding)
{
  GtkWidget *row = adw_action_row_new();
  GtkWidget *button =
      gtk_button_new_with_label (finding->mark.is_set_aside ? C_ ("forecast", "Count") : C_ ("verb", "Leave out"));
  g_autofree char *first = gr_format_date (finding->mark.starts_on);
  g_autofree char *last = gr_format_date (finding->mark.ends_before - 1);
  g_autofree char *title = g_strdup_printf ("%s – %s", first, last);
  g_autofree char *text = describe (finding);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  set_subtitle (row, text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button,
      finding->mark.is_set_aside ? _ ("Count these days in the forecast") : _ ("Leave these days out of the forecast"));
  g_object_set_data_full (G_OBJECT (button), "mark", g_memdup2 (&finding->mark, sizeof finding->mark), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (decided_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_findings (GrItemForecast *self, const GArray *findings)
{
  for (guint i = 0; i < self->finding_rows->len; i++)
    adw_preferences_group_remove (
        ADW_PREFERENCES_GROUP (self->findings_group), g_ptr_array_index (self->finding_rows, i));
  g_ptr_array_set_size (self->finding_rows, 0);
  for (guint i = 0; i < findings->len; i++) {
    GtkWidget *row = make_finding_row (self, &g_array_index (findings, GrDemandFinding, i));

    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->findings_group), row);
    g_ptr_array_add (self->finding_rows, row);
  }
  gtk_widget_set_visible (self->findings_group, findings->len > 0);
}

static void
show_card (GrItemForecast *self, const GrForecastCard *card)
{
  g_autofree char *why = g_strdup_printf (_ ("%s. %s."), card->method, card->why);

  self->choice = card->choice;
  set_subtitle (self->method, why);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->method), card->choice.method);
  show_history (self);
  set_subtitle (self->record, card->record);
  set_subtitle (self->warning, card->warning);
  show_lines (self, card);
  show_findings (self, card->findings);
}

/**
 * gr_item_forecast_show_item:
 * @grain: whether the sum is shown of weeks or months
 *
 * Shows the forecast as it stands in the file.
 */
void
gr_item_forecast_show_item (GrItemForecast *self, GrShop *shop, gint64 item_id, GrGrain grain)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrForecastCard) card = NULL;

  g_return_if_fail (GR_IS_ITEM_FORECAST (self));

  g_set_object (&self->shop, shop);
  self->item_id = item_id;
  self->grain = grain;
  gr_item_predecessor_show_item (GR_ITEM_PREDECESSOR (self->predecessor), shop, item_id);
  card = gr_shop_forecast_card (shop, item_id, grain, &error);
  gtk_widget_set_visible (self->nothing, card == NULL);
  gtk_widget_set_visible (self->method_group, card != NULL);
  if (!card) {
    gr_reading_failed (self, error);
    gtk_label_set_text (GTK_LABEL (self->nothing), error->message);
    gtk_widget_set_visible (self->findings_group, FALSE);
    return;
  }
  self->is_showing = TRUE;
  show_card (self, card);
  self->is_showing = FALSE;
}

/**
 * gr_item_forecast_mark_chart:
 *
 * Has the chart show on which days the item was out of stock, and which of its sales stand out.
 */
gboolean
gr_item_forecast_mark_chart (GrForecastChartData *data, GrShop *shop, gint64 item_id, GError **error)
{
  g_autoptr (GArray) findings = gr_shop_demand_findings (shop, item_id, error);

  if (!findings)
    return FALSE;
  for (guint i = findings->len; i > 0; i--) {
    const GrDemandMark *mark = &g_array_index (findings, GrDemandFinding, i - 1).mark;
    const char *label = mark->kind == GR_MARK_STOCK_OUT
                            ? (mark->is_set_aside ? _ ("Out of stock, left out") : _ ("Out of stock"))
                            : (mark->is_set_aside ? _ ("Left out") : _ ("Unusual"));

    gr_forecast_chart_data_add_event (data, mark->starts_on, mark->ends_before - 1, label);
  }
  return TRUE;
}

static void
gr_item_forecast_dispose (GObject *object)
{
  GrItemForecast *self = GR_ITEM_FORECAST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->finding_rows, g_ptr_array_unref);
  g_clear_pointer (&self->sum_rows, g_ptr_array_unref);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (gr_item_forecast_parent_class)->dispose (object);
}

static void
gr_item_forecast_class_init (GrItemForecastClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_item_forecast_dispose;
  g_type_ensure (GR_TYPE_ITEM_PREDECESSOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/item/item-forecast.ui");
  gtk_widget_class_bind_template_child (widget_class, GrItemForecast, box);
  gtk_widget_class_bind_template_child (widget_class, GrItemForecast, nothing);
  gtk_widget_class_bind_template_child (widget_class, GrItemForecast, method_group);
  gtk_widget_class_bind_template_child (widget_class, GrItemForecast, method);
  gtk_widget_class_bind_template_child (widget_class, GrItemForecast, history);
  gtk_widget_class_bind_template_child (widget_class, GrItemForecast, record);
  gtk_widget_class_bind_template_child (widget_class, GrItemForecast, warning);
  gtk_widget_class_bind_template_child (widget_class, GrItemForecast, sum);
  gtk_widget_class_bind_template_child (widget_class, GrItemForecast, predecessor);
  gtk_widget_class_bind_template_child (widget_class, GrItemForecast, findings_group);
  gtk_widget_class_bind_template_callback (widget_class, method_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, history_chosen_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gr_item_forecast_init (GrItemForecast *self)
{
  g_autoptr (GtkStringList) methods = gtk_string_list_new (NULL);

  self->finding_rows = g_ptr_array_new();
  self->sum_rows = g_ptr_array_new();
  self->is_showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < GR_N_METHODS; i++)
    gtk_string_list_append (methods, gr_forecast_method_title ((GrForecastMethod) i));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->method), G_LIST_MODEL (methods));
  self->is_showing = FALSE;
}
