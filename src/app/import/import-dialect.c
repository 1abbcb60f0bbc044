#include "import-dialect.h"

#include "import-sentence.h"

#include <glib/gi18n.h>

enum { DELIMITER, DECIMAL_SIGN, DATE_ORDER, ENCODING, N_CHOICES };

struct _GrImportDialect {
  AdwExpanderRow parent_instance;

  GtkWidget *choices[N_CHOICES];
  GtkWidget *header;
  gboolean is_date_order_sure;
  gboolean is_showing;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrImportDialect, gr_import_dialect, ADW_TYPE_EXPANDER_ROW)

static const char delimiter_signs[] = {',', ';', '\t', '|'};

static const struct {
  const char *title;
  const char *answers[5];
} questions[N_CHOICES] = {
    [DELIMITER] = {N_ ("Separator"), {N_ ("Comma"), N_ ("Semicolon"), N_ ("Tab"), N_ ("Vertical bar")}},
    [DECIMAL_SIGN] = {N_ ("Decimal sign"), {N_ ("Point: 1,234.50"), N_ ("Comma: 1.234,50")}},
    [DATE_ORDER] = {N_ ("Dates"),
        {N_ ("Year, month, day"), N_ ("Day, month, year"), N_ ("Month, day, year"), N_ ("Excel day numbers")}},
    [ENCODING] = {N_ ("Encoding"), {"UTF-8", "Windows-1252", "UTF-16 LE", "UTF-16 BE"}},
};

static void
changed_cb (GrImportDialect *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
date_order_cb (GrImportDialect *self)
{
  if (!self->is_showing)
    self->is_date_order_sure = TRUE;
  changed_cb (self);
}

static void
add_choice (GrImportDialect *self, int which)
{
  g_autoptr (GtkStringList) answers = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new();

  for (int i = 0; questions[which].answers[i]; i++)
    gtk_string_list_append (answers, _ (questions[which].answers[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (questions[which].title));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (answers));
  g_signal_connect_object (
      row, "notify::selected", G_CALLBACK (which == DATE_ORDER ? date_order_cb : changed_cb), self, G_CONNECT_SWAPPED);
  self->choices[which] = row;
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_header_switch (GrImportDialect *self)
{
  GtkWidget *row = adw_action_row_new();

  self->header = gtk_switch_new();
  gtk_widget_set_valign (self->header, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("The first row contains column headings"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->header);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->header);
  g_signal_connect_object (self->header, "notify::active", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
gr_import_dialect_class_init (GrImportDialectClass *klass)
{
  signals[CHANGED] =
      g_signal_new ("changed", GR_TYPE_IMPORT_DIALECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gr_import_dialect_init (GrImportDialect *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("File format"));
  for (int i = 0; i < N_CHOICES; i++)
    add_choice (self, i);
  add_header_switch (self);
}

static void
choose (GrImportDialect *self, int which, guint position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->choices[which]), position);
}

static guint
chosen (GrImportDialect *self, int which)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (self->choices[which]));
}

void
gr_import_dialect_show (GrImportDialect *self, const GrImportLayout *layout)
{
  const GrFileDialect *dialect = &layout->dialect;
  g_autofree char *sentence = gr_import_sentence_of_dialect (layout);

  g_return_if_fail (GR_IS_IMPORT_DIALECT (self));

  self->is_showing = TRUE;
  self->is_date_order_sure = dialect->cells.is_date_order_sure;
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), sentence);
  for (guint i = 0; i < G_N_ELEMENTS (delimiter_signs); i++)
    if (delimiter_signs[i] == dialect->csv.delimiter)
      choose (self, DELIMITER, i);
  choose (self, DECIMAL_SIGN, dialect->cells.decimal_sign == ',');
  choose (self, DATE_ORDER, dialect->cells.date_order);
  choose (self, ENCODING, dialect->csv.encoding);
  gtk_switch_set_active (GTK_SWITCH (self->header), dialect->cells.has_header);
  self->is_showing = FALSE;
}

void
gr_import_dialect_read (GrImportDialect *self, GrFileDialect *dialect)
{
  g_return_if_fail (GR_IS_IMPORT_DIALECT (self));

  dialect->csv = (GrCsvDialect){(GrTextEncoding) chosen (self, ENCODING), delimiter_signs[chosen (self, DELIMITER)]};
  dialect->cells = (GrCellNotation){.decimal_sign = chosen (self, DECIMAL_SIGN) ? ',' : '.',
      .date_order = (GrDateOrder) chosen (self, DATE_ORDER),
      .is_date_order_sure = self->is_date_order_sure,
      .has_header = gtk_switch_get_active (GTK_SWITCH (self->header))};
}
