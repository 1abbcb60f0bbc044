#include "chart-legend.h"

#include "app/chart/drawing/chart-key.h"
#include "chart-palette.h"
#include "wrap-layout.h"

/**
 * GrChartLegend:
 *
 * One toggle button for each layer that the data has: a swatch as the chart draws it, and its name. Emits
 * "layer-toggled" with a #GrChartLayer and whether it is to be seen.
 */
struct _GrChartLegend {
  GtkWidget parent_instance;

  GtkWidget *buttons[GR_N_CHART_LAYERS];
  GtkWidget *labels[GR_N_CHART_LAYERS];
};

G_DEFINE_FINAL_TYPE (GrChartLegend, gr_chart_legend, GTK_TYPE_WIDGET)

enum { LAYER_TOGGLED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char css[] =
    "chart-legend > button { padding: 2px 5px; min-height: 22px; font-weight: normal; font-size: 0.9em; }"
    "chart-legend > button:checked:not(:hover):not(:active) { background: none; }"
    "chart-legend > button:not(:checked) { opacity: 0.6; }"
    "chart-legend > button:not(:checked) label { text-decoration-line: line-through; }"
    "chart-legend .swatch { min-width: 1.7em; min-height: 0.8em; }";

/* The legend's own few rules, once for each display. */
static void
add_css (GdkDisplay *display)
{
  GtkCssProvider *provider;

  if (g_object_get_data (G_OBJECT (display), "gr-chart-legend-css"))
    return;
  provider = gtk_css_provider_new();
  gtk_css_provider_load_from_data (provider, css, -1);
  gtk_style_context_add_provider_for_display (
      display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set_data_full (G_OBJECT (display), "gr-chart-legend-css", provider, g_object_unref);
}

static GrChartLayer
layer_of (gpointer object)
{
  return (GrChartLayer) GPOINTER_TO_INT (g_object_get_data (object, "layer"));
}

static void
draw_swatch_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer unused)
{
  GrChartRect rect = {0, 0, width, height};
  GrChartStyle style;

  gr_chart_palette_read (GTK_WIDGET (area), &style);
  gr_chart_key_draw_swatch (cr, &style, layer_of (area), &rect);
}

static void
toggled_cb (GtkToggleButton *button, GrChartLegend *self)
{
  g_signal_emit (self, signals[LAYER_TOGGLED], 0, (int) layer_of (button), gtk_toggle_button_get_active (button));
}

static GtkWidget *
make_swatch (GrChartLayer layer)
{
  GtkWidget *swatch = gtk_drawing_area_new();

  g_object_set_data (G_OBJECT (swatch), "layer", GINT_TO_POINTER (layer));
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (swatch, "swatch");
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_swatch_cb, NULL, NULL);
  return swatch;
}

static void
add_button (GrChartLegend *self, GrChartLayer layer)
{
  GtkWidget *button = gtk_toggle_button_new();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->buttons[layer] = button;
  self->labels[layer] = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->labels[layer]), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), make_swatch (layer));
  gtk_box_append (GTK_BOX (box), self->labels[layer]);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_widget_set_visible (button, FALSE);
  gtk_widget_set_tooltip_text (button, gr_chart_key_meaning (layer));
  g_object_set_data (G_OBJECT (button), "layer", GINT_TO_POINTER (layer));
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
gr_chart_legend_dispose (GObject *object)
{
  GrChartLegend *self = GR_CHART_LEGEND (object);

  for (int layer = 0; layer < GR_N_CHART_LAYERS; layer++)
    g_clear_pointer (&self->buttons[layer], gtk_widget_unparent);
  G_OBJECT_CLASS (gr_chart_legend_parent_class)->dispose (object);
}

static void
gr_chart_legend_class_init (GrChartLegendClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gr_chart_legend_dispose;
  signals[LAYER_TOGGLED] = g_signal_new ("layer-toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
      NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chart-legend");
}

static void
gr_chart_legend_init (GrChartLegend *self)
{
  add_css (gtk_widget_get_display (GTK_WIDGET (self)));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), gr_wrap_layout_new (3, 0));
  for (int layer = 0; layer < GR_N_CHART_LAYERS; layer++)
    add_button (self, layer);
}

/**
 * gr_chart_legend_new:
 *
 * Returns: a legend without entries.
 */
GtkWidget *
gr_chart_legend_new (void)
{
  return g_object_new (GR_TYPE_CHART_LEGEND, NULL);
}

/**
 * gr_chart_legend_set_data:
 *
 * Shows the entries that @data has something for; what was switched off stays off.
 */
void
gr_chart_legend_set_data (GrChartLegend *self, const GrForecastChartData *data)
{
  for (int layer = 0; layer < GR_N_CHART_LAYERS; layer++) {
    const char *title = gr_chart_key_title (layer, data->grain);

    gtk_label_set_text (GTK_LABEL (self->labels[layer]), title);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[layer]), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    gtk_widget_set_visible (self->buttons[layer], gr_chart_key_is_present (data, layer));
  }
}
