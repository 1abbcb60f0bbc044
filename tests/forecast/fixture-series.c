#include "fixture-series.h"

#include <math.h>
#include <string.h>

static char **
read_lines (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("GRANARY_FIXTURES"), name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (g_strchomp (text), "\n", -1);
}

static void
free_series (gpointer data)
{
  FixtureSeries *series = data;

  g_free (series->id);
  g_free (series->values);
  g_free (series->test);
  g_free (series);
}

static void
free_model (gpointer data)
{
  FixtureModel *model = data;

  g_free (model->request);
  g_free (model);
}

GPtrArray *
fixture_series_load (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (free_series);
  g_auto (GStrv) lines = read_lines ("m3-sample.csv");
  FixtureSeries *series = NULL;

  for (int i = 1; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);
    double value = g_ascii_strtod (fields[5], NULL);

    if (series == NULL || strcmp (series->id, fields[0]) != 0) {
      series = g_new0 (FixtureSeries, 1);
      series->id = g_strdup (fields[0]);
      series->period = atoi (fields[3]);
      series->values = g_new0 (double, 200);
      series->test = g_new0 (double, 24);
      g_ptr_array_add (all, series);
    }
    if (strcmp (fields[4], "train") == 0)
      series->values[series->n++] = value;
    else
      series->test[series->h++] = value;
  }
  return all;
}

GPtrArray *
fixture_models_load (GPtrArray *all)
{
  GPtrArray *models = g_ptr_array_new_with_free_func (free_model);
  g_auto (GStrv) lines = read_lines ("m3-sample-models.csv");

  for (int i = 1; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);
    FixtureModel *model = g_new0 (FixtureModel, 1);

    for (guint s = 0; s < all->len; s++) {
      const FixtureSeries *series = g_ptr_array_index (all, s);

      if (strcmp (series->id, fields[0]) == 0)
        model->series = series;
    }
    g_assert_nonnull (model->series);
    model->request = g_strdup (fields[1]);
    model->log_likelihood = *fields[2] != '\0' ? g_ascii_strtod (fields[2], NULL) : NAN;
    model->first = g_ascii_strtod (fields[3], NULL);
    model->last = g_ascii_strtod (fields[4], NULL);
    g_ptr_array_add (models, model);
  }
  return models;
}
