#include "forecast-words.h"

#include "shop/base/shop-private.h"

/* No naive forecast of these shops comes to it. */
#define MARK 777.0

GrForecastRow *
shop_fixture_forecast (const ShopFixture *fixture, gint64 item_id, GrGrain grain)
{
  g_autoptr (GError) error = NULL;
  GrForecastRow *row = NULL;

  gr_forecast_store_find (gr_shop_database (fixture->shop), item_id, grain, &row, &error);
  g_assert_no_error (error);
  return row;
}

static gboolean
collect_cb (const GrForecastRow *row, gpointer rows)
{
  g_ptr_array_add (rows, gr_forecast_row_copy (row));
  return TRUE;
}

static GPtrArray *
all_forecasts (const ShopFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItemSet) all = gr_item_set_new_all();
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_forecast_row_free);

  for (GrGrain grain = GR_GRAIN_WEEK; grain <= GR_GRAIN_MONTH; grain++)
    gr_forecast_store_each (gr_shop_database (fixture->shop), all, grain, collect_cb, rows, &error);
  g_assert_no_error (error);
  return rows;
}

int
shop_fixture_n_forecasts (const ShopFixture *fixture)
{
  g_autoptr (GPtrArray) rows = all_forecasts (fixture);

  return (int) rows->len;
}

/* Of a bucket, averaged over all that are forecast. */
double
shop_fixture_mean (const ShopFixture *fixture, gint64 item_id, GrGrain grain)
{
  g_autoptr (GrForecastRow) row = shop_fixture_forecast (fixture, item_id, grain);
  double sum = 0;

  g_assert_nonnull (row);
  for (int i = 0; i < row->n_points; i++)
    sum += row->points[i].mean;
  return sum / row->n_points;
}

/* Of the bucket that @day is the first of. */
double
shop_fixture_mean_on (const ShopFixture *fixture, gint64 item_id, GrGrain grain, GrDate day)
{
  g_autoptr (GrForecastRow) row = shop_fixture_forecast (fixture, item_id, grain);
  int step;

  g_assert_nonnull (row);
  step = gr_grain_between (grain, row->starts_on, day);
  g_assert_cmpint (step, >=, 0);
  g_assert_cmpint (step, <, row->n_points);
  return row->points[step].mean;
}

/* All that a forecast says and what it was made from. */
char *
shop_fixture_forecasts_text (const ShopFixture *fixture)
{
  g_autoptr (GPtrArray) rows = all_forecasts (fixture);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++) {
    const GrForecastRow *row = rows->pdata[i];

    g_string_append_printf (text,
        "%" G_GINT64_FORMAT
        " %d %s from %d: sd %.12g bias %.12g wape %g %g mae %g of %d, history %d, print %" G_GINT64_FORMAT "\n",
        row->item_id, (int) row->grain, row->method, (int) row->starts_on, row->error_sd, row->bias, row->wape,
        row->naive_wape, row->mae, row->n_origins, row->n_history, row->fingerprint);
    for (int k = 0; k < row->n_points; k++) {
      const GrForecastPoint *point = &row->points[k];

      g_string_append_printf (text, "  %.12g (%.12g %.12g %.12g %.12g) naive %.12g sum %.12g\n", point->mean,
          point->lo95, point->lo80, point->hi80, point->hi95, point->naive, point->cumulative_sd);
    }
  }
  return g_string_free (text, FALSE);
}

static void
save_all (const ShopFixture *fixture, GPtrArray *rows)
{
  GrDatabase *database = gr_shop_database (fixture->shop);
  g_autoptr (GError) error = NULL;

  gr_database_begin (database, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++) {
    gr_forecast_store_save (database, rows->pdata[i], &error);
    g_assert_no_error (error);
  }
  gr_database_commit (database, &error);
  g_assert_no_error (error);
}

void
shop_fixture_mark_forecasts (const ShopFixture *fixture)
{
  g_autoptr (GPtrArray) rows = all_forecasts (fixture);

  for (guint i = 0; i < rows->len; i++) {
    GrForecastRow *row = rows->pdata[i];

    for (int k = 0; k < row->n_points; k++)
      row->points[k].naive = MARK;
  }
  save_all (fixture, rows);
}

/* Weeks and months alike. */
gboolean
shop_fixture_is_marked (const ShopFixture *fixture, gint64 item_id)
{
  int n_marked = 0, n = 0;

  for (GrGrain grain = GR_GRAIN_WEEK; grain <= GR_GRAIN_MONTH; grain++) {
    g_autoptr (GrForecastRow) row = shop_fixture_forecast (fixture, item_id, grain);

    g_assert_nonnull (row);
    for (int k = 0; k < row->n_points; k++, n++)
      n_marked += row->points[k].naive == MARK;
  }
  g_assert_true (n_marked == 0 || n_marked == n);
  return n_marked > 0;
}

void
shop_fixture_forget_forecasts (const ShopFixture *fixture)
{
  g_autoptr (GPtrArray) rows = all_forecasts (fixture);

  for (guint i = 0; i < rows->len; i++)
    ((GrForecastRow *) rows->pdata[i])->fingerprint = 0;
  save_all (fixture, rows);
}
