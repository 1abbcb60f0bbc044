#pragma once

#include "domain/base/date.h"

char *gr_chart_text_number (double value, int digits);
char *gr_chart_text_value (double value, int digits);
char *gr_chart_text_tick (double value, double step, double largest);
char *gr_chart_text_date (GrDate date, const char *format);
char *gr_chart_text_day (GrDate date, GrDate today);
char *gr_chart_text_bucket (GrGrain grain, GrDate start);
