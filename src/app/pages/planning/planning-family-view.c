#include "planning-family-view.h"

#include "app/frame/reading.h"
#include "series-numbers.h"
#include "series-view.h"
#include "app/text/format.h"
#include "app/widgets/act-bar.h"
#include "app/widgets/figures.h"
#include "app/widgets/number-grid.h"

#include "shop/forecasting/read-series.h"
#include "shop/review/sop-review.h"

#include <glib/gi18n.h>

struct _GrPlanningFamilyView {
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *name;
  GtkWidget *answer;
  GtkWidget *acts;
  GtkWidget *series;
  GtkWidget *figures;
  GtkWidget *months;
  GtkWidget *spinner;

  GrShop *shop;
  char *family; /* as of gr_shop_family_series(): NULL is the whole shop */
  gboolean has_family;
  GrSopGrid *grid;            /* (nullable) of all families */
  GCancellable *cancellable;  /* of the series */
  GCancellable *grid_waiting; /* of the grid */
};

G_DEFINE_FINAL_TYPE (GrPlanningFamilyView, gr_planning_family_view, GTK_TYPE_WIDGET)

static void
show_spinner (GrPlanningFamilyView *self)
{
  gboolean is_busy = self->cancellable || self->grid_waiting;

  gtk_widget_set_visible (self->spinner, is_busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), is_busy);
}

/* The series: a new question makes an earlier one void */

typedef struct {
  char *family;
  GrGrain grain;
} SeriesQuestion;

static void
free_question (gpointer data)
{
  SeriesQuestion *question = data;

  g_free (question->family);
  g_free (question);
}

static gpointer
series_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  const SeriesQuestion *question = data;

  return gr_shop_family_series (shop, question->family, question->grain, error);
}

static void
series_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GrPlanningFamilyView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItemSeries) series = gr_shop_run_finish (GR_SHOP (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (series)
    gr_series_view_show (GR_SERIES_VIEW (self->series), series);
  else
    gr_reading_failed (self, error);
  show_spinner (self);
}

static void
stop (GCancellable **cancellable)
{
  if (*cancellable)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
ask_series (GrPlanningFamilyView *self)
{
  SeriesQuestion *question;
  GrShopWork work;

  if (!self->shop || !self->has_family)
    return;
  stop (&self->cancellable);
  self->cancellable = g_cancellable_new();
  question = g_new (SeriesQuestion, 1);
  *question = (SeriesQuestion){g_strdup (self->family), gr_series_view_get_grain (GR_SERIES_VIEW (self->series))};
  work = (GrShopWork){.job = series_job,
      .data = question,
      .free_data = free_question,
      .free_result = (GDestroyNotify) gr_item_series_free};
  gr_shop_run_async (self->shop, &work, self->cancellable, series_cb, g_object_ref (self));
  show_spinner (self);
}

/* The months of all families are read at once and kept until something changes */

static void
show_months (GrPlanningFamilyView *self)
{
  const GrSopRow *found = NULL;

  for (guint i = 0; self->grid && i < self->grid->rows->len; i++) {
    const GrSopRow *row = g_ptr_array_index (self->grid->rows, i);
    gboolean is_total = i + 1 == self->grid->rows->len;

    if (self->family ? !is_total && g_strcmp0 (row->family ? row->family : "", self->family) == 0 : is_total)
      found = row;
  }
  gr_number_grid_take_table (
      GR_NUMBER_GRID (self->months), found ? gr_sop_numbers (self->grid, found, gr_shop_currency (self->shop)) : NULL);
}

static gpointer
grid_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  return gr_shop_sop_grid (shop, progress, error);
}

static void
grid_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GrPlanningFamilyView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GrSopGrid) grid = gr_shop_run_finish (GR_SHOP (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->grid_waiting)
    return;
  g_clear_object (&self->grid_waiting);
  if (grid)
    self->grid = g_steal_pointer (&grid);
  else
    gr_reading_failed (self, error);
  if (self->shop)
    show_months (self);
  show_spinner (self);
}

static void
ask_months (GrPlanningFamilyView *self)
{
  GrShopWork work = {.job = grid_job, .free_result = (GDestroyNotify) gr_sop_grid_free};

  if (self->grid) {
    show_months (self);
    return;
  }
  if (self->grid_waiting)
    return;
  self->grid_waiting = g_cancellable_new();
  gr_shop_run_async (self->shop, &work, self->grid_waiting, grid_cb, g_object_ref (self));
  show_spinner (self);
}

static char *
say_family (GrShop *shop, const GrPlanFamilyRow *family)
{
  int digits = gr_shop_currency_digits (shop);
  const char *currency = gr_shop_currency (shop);
  g_autofree char *risk = gr_format_money_currency (family->money_at_risk, digits, currency);
  g_autofree char *value = gr_format_money_currency (family->suggested_value, digits, currency);
  int n = family->n_suggestions;
  g_autofree char *orders =
      n > 0 ? g_strdup_printf (
                  ngettext ("%d item to order today for %s", "%d items to order today for %s", (gulong) n), n, value)
            : g_strdup (_ ("Nothing to order today"));

  if (family->money_at_risk > 0)
    /* Translators: "9 items to order today for 691.40 EUR; sales of 82.31 EUR are at risk." */
    return g_strdup_printf (_ ("%s; sales of %s are at risk."), orders, risk);
  return g_strdup_printf (_ ("%s; no sales are at risk."), orders);
}

static void
show_figures (GrPlanningFamilyView *self, const GrPlanFamilyRow *family)
{
  int digits = gr_shop_currency_digits (self->shop);
  const char *currency = gr_shop_currency (self->shop);
  g_autofree char *items = gr_format_count (family->n_items);
  g_autofree char *exceptions = gr_format_count (family->n_exceptions);
  g_autofree char *stock = gr_format_money_currency (family->stock_value, digits, currency);
  g_autofree char *excess = gr_format_money_currency (family->excess_value, digits, currency);
  GrFigures *figures = GR_FIGURES (self->figures);

  gr_figures_set (figures, _ ("Items"), NULL, items);
  gr_figures_set (figures, _ ("Need attention"), _ ("Items that are out of stock, at risk, or in excess."), exceptions);
  gr_figures_set (figures, _ ("Stock value"), _ ("Stock on hand at purchase price."), stock);
  gr_figures_set (figures, _ ("Excess"), _ ("Stock beyond what the plan needs, at purchase price."), excess);
}

/* What is due in the whole shop is accepted from the header. */
static void
show_acts (GrPlanningFamilyView *self, int n_due)
{
  g_autofree char *accept =
      g_strdup_printf (ngettext ("Accept %d due suggestion", "Accept %d due suggestions", (gulong) n_due), n_due);
  const GrAct acts[] = {
      {accept, _ ("Add all due suggestions of this family to draft orders"), "page.accept-family", FALSE},
      {_ ("Show items"), NULL, "page.show-family", FALSE},
  };

  gr_act_bar_show (GR_ACT_BAR (self->acts), n_due > 0 ? acts : acts + 1, n_due > 0 ? 2 : 1);
}

/**
 * gr_planning_family_view_show_family:
 * @is_whole_shop: @family is the sum of all
 */
void
gr_planning_family_view_show_family (
    GrPlanningFamilyView *self, GrShop *shop, const GrPlanFamilyRow *family, gboolean is_whole_shop)
{
  g_autofree char *answer = say_family (shop, family);

  g_return_if_fail (GR_IS_PLANNING_FAMILY_VIEW (self));

  g_set_object (&self->shop, shop);
  g_free (self->family);
  self->family = is_whole_shop ? NULL : g_strdup (family->name ? family->name : "");
  self->has_family = TRUE;
  gtk_label_set_text (GTK_LABEL (self->name), is_whole_shop  ? _ ("All families")
                                              : family->name ? family->name
                                                             : _ ("Without a family"));
  gtk_label_set_text (GTK_LABEL (self->answer), answer);
  show_acts (self, is_whole_shop ? 0 : family->n_suggestions);
  show_figures (self, family);
  ask_series (self);
  ask_months (self);
}

/**
 * gr_planning_family_view_forget:
 *
 * What was read is no longer so.
 */
void
gr_planning_family_view_forget (GrPlanningFamilyView *self)
{
  g_return_if_fail (GR_IS_PLANNING_FAMILY_VIEW (self));

  stop (&self->cancellable);
  stop (&self->grid_waiting);
  g_clear_pointer (&self->grid, gr_sop_grid_free);
}

static void
gr_planning_family_view_dispose (GObject *object)
{
  GrPlanningFamilyView *self = GR_PLANNING_FAMILY_VIEW (object);

  gr_planning_family_view_forget (self);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->family, g_free);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (gr_planning_family_view_parent_class)->dispose (object);
}

static void
gr_planning_family_view_class_init (GrPlanningFamilyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_planning_family_view_dispose;
  g_type_ensure (GR_TYPE_ACT_BAR);
  g_type_ensure (GR_TYPE_FIGURES);
  g_type_ensure (GR_TYPE_NUMBER_GRID);
  g_type_ensure (GR_TYPE_SERIES_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/granary/Granary/pages/planning/planning-family-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GrPlanningFamilyView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningFamilyView, name);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningFamilyView, answer);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningFamilyView, acts);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningFamilyView, series);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningFamilyView, figures);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningFamilyView, months);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningFamilyView, spinner);
  gtk_widget_class_bind_template_callback (widget_class, ask_series);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gr_planning_family_view_init (GrPlanningFamilyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
