#pragma once

int gr_count_decimals (const char *number);
char *gr_align_decimals (const char *number, int n_decimals);
