#include "domain/base/item-set.h"

static void
test_few_are_in_order_and_once (void)
{
  g_autoptr (GrItemSet) items = gr_item_set_new ((const gint64[]){30, 7, 30, 12, 7}, 5);
  g_autoptr (GrItemSet) copy = gr_item_set_copy (items);

  g_assert_false (gr_item_set_is_all (items));
  g_assert_false (gr_item_set_is_empty (items));
  g_assert_cmpuint (gr_item_set_size (items), ==, 3);
  g_assert_cmpint (gr_item_set_ids (items)[0], ==, 7);
  g_assert_cmpint (gr_item_set_ids (items)[2], ==, 30);
  g_assert_cmpstr (gr_item_set_json (items), ==, "[7,12,30]");
  g_assert_cmpstr (gr_item_set_json (copy), ==, "[7,12,30]");
  g_assert_true (gr_item_set_has (items, 12));
  g_assert_false (gr_item_set_has (items, 13));
}

static void
test_all_is_not_none (void)
{
  g_autoptr (GrItemSet) all = gr_item_set_new_all();
  g_autoptr (GrItemSet) none = gr_item_set_new (NULL, 0);
  g_autoptr (GrItemSet) copy = gr_item_set_copy (none);
  g_autoptr (GrItemSet) one = gr_item_set_new_one (G_MAXINT64);

  g_assert_true (gr_item_set_is_all (all));
  g_assert_false (gr_item_set_is_empty (all));
  g_assert_true (gr_item_set_has (all, 12));
  g_assert_null (gr_item_set_json (all));
  g_assert_false (gr_item_set_is_all (none));
  g_assert_true (gr_item_set_is_empty (none));
  g_assert_false (gr_item_set_is_all (copy));
  g_assert_false (gr_item_set_has (none, 12));
  g_assert_cmpstr (gr_item_set_json (none), ==, "[]");
  g_assert_cmpstr (gr_item_set_json (one), ==, "[9223372036854775807]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/item-set/few", test_few_are_in_order_and_once);
  g_test_add_func ("/item-set/all", test_all_is_not_none);
  return g_test_run();
}
