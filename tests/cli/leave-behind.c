/* Leaves a shop as a program does that ended between a change and what follows of it: leave-behind SHOP. */
#include "store/file/shop-file.h"
#include "store/journal/deed-store.h"
#include "store/plans/plan-pending.h"

int
main (int argc, char **argv)
{
  g_autoptr (GrDatabase) database = gr_shop_file_open (argv[1], NULL);
  g_autoptr (GrDeed) last = NULL;

  return database != NULL && gr_deed_next_undo (database, &last, NULL) && last != NULL &&
                 gr_database_begin (database, NULL) && gr_plan_pending_add (database, last->id, FALSE, NULL) &&
                 gr_database_commit (database, NULL)
             ? 0
             : 1;
}
