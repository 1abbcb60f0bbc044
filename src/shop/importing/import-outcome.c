#include "import-outcome.h"

void
gr_import_outcome_clear (GrImportOutcome *outcome)
{
  g_clear_pointer (&outcome->sentence, g_free);
}
