#pragma once

#include "app/models/paged-model.h"
#include "app/widgets/table/table-list.h"

GrTableList *gr_today_paper_new (GrPagedModel *model, GrShop *shop);
