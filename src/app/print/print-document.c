#include "print-document.h"

void
gr_print_document_free (GrPrintDocument *document)
{
  g_free (document->title);
  g_free (document->subtitle);
  g_free (document->shop);
  g_free (document->date);
  g_clear_pointer (&document->chart, gr_forecast_chart_data_free);
  g_clear_pointer (&document->table, gr_print_table_free);
  g_free (document);
}
