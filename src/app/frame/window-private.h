#pragma once

#include "file-watch.h"
#include "window.h"

#include "app/widgets/toaster.h"

/* Of the window's own files only: window-frame.c is what pages have of it. */
struct _GrWindow {
  AdwApplicationWindow parent_instance;

  GtkWidget *toasts;
  GtkWidget *frame;
  GtkWidget *shop_title;
  GtkWidget *sidebar;
  GtkWidget *sidebar_navigation;
  GtkWidget *rail;
  GtkWidget *bar;
  GtkWidget *scan_entry;
  GtkWidget *header;
  GtkWidget *banner;
  GtkWidget *stack;
  GtkWidget *work_bar;
  GtkWidget *status;

  GrSettings *settings;
  GrShop *shop;
  const char *offered; /* (nullable): what the banner's button does */
  GrToaster *toaster;
  GrFileWatch *watch;
  gboolean is_closing;
  gboolean must_close;    /* whatever is asked */
  gboolean may_be_behind; /* the plan, since it was last looked at */
  guint catch_up_id;
};

void gr_window_frame_init (GrFrameInterface *iface);
