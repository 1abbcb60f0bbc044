#pragma once

#include "frame.h"

/**
 * GrFileWatch:
 *
 * Looks once a second, and when asked, whether another program changed the shop's file or another day began, and tells
 * the frame. What changed is announced by the shop itself.
 */
typedef struct _GrFileWatch GrFileWatch;

GrFileWatch *gr_file_watch_new (GrFrame *frame);
void gr_file_watch_free (GrFileWatch *watch);
void gr_file_watch_look (GrFileWatch *watch);
