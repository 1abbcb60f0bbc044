#pragma once

#include "shop/importing/import-rows.h"

/**
 * GrImportTrial:
 *
 * What an import would do, found out in the background: everything is read and judged, nothing kept. Starting anew
 * makes an earlier answer void.
 *
 * Signals: "progressed" (double fraction), "done".
 */
#define GR_TYPE_IMPORT_TRIAL (gr_import_trial_get_type())
G_DECLARE_FINAL_TYPE (GrImportTrial, gr_import_trial, GR, IMPORT_TRIAL, GObject)

GrImportTrial *gr_import_trial_new (void);
void gr_import_trial_start (GrImportTrial *self, GrShop *shop, const GrImportSession *session, gboolean create_missing);
void gr_import_trial_stop (GrImportTrial *self);
const GrImportOutcome *gr_import_trial_get_outcome (GrImportTrial *self);
const GrImportReport *gr_import_trial_get_report (GrImportTrial *self);
const GError *gr_import_trial_get_error (GrImportTrial *self);
