#pragma once

#include "app/models/paged-model.h"

/* @n_due: how many orders the plan wants placed by today */
typedef void (*GrPlanningSurveyDone) (gpointer owner, gint64 n_due);

/**
 * GrPlanningSurvey:
 *
 * Has the families counted in a thread and fills their list, for an object that is kept alive meanwhile.
 */
typedef struct _GrPlanningSurvey GrPlanningSurvey;

GrPlanningSurvey *gr_planning_survey_new (GObject *owner, GrPagedModel *families, GrPlanningSurveyDone done);
void gr_planning_survey_free (GrPlanningSurvey *survey);
void gr_planning_survey_ask (GrPlanningSurvey *survey, GrShop *shop);
void gr_planning_survey_forget (GrPlanningSurvey *survey);
