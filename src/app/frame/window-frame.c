#include "window-private.h"

#include "app/compat.h"
#include "app/widgets/banner.h"
#include "app/widgets/work-bar.h"
#include "frame-work.h"
#include "page-header.h"
#include "page-stack.h"

static GrShop *
get_shop (GrFrame *frame)
{
  return GR_WINDOW (frame)->shop;
}

static GrSettings *
get_settings (GrFrame *frame)
{
  return GR_WINDOW (frame)->settings;
}

static GrPage *
get_page (GrFrame *frame)
{
  return gr_page_stack_get_page (GR_PAGE_STACK (GR_WINDOW (frame)->stack));
}

static void
go (GrFrame *frame, const char *page_id, gint64 id)
{
  gr_page_stack_go (GR_PAGE_STACK (GR_WINDOW (frame)->stack), page_id, id);
}

static gboolean
go_back (GrFrame *frame)
{
  return gr_page_stack_go_back (GR_PAGE_STACK (GR_WINDOW (frame)->stack));
}

static void
clear_search (GrFrame *frame)
{
  gr_page_header_clear_search (GR_PAGE_HEADER (GR_WINDOW (frame)->header));
}

static void
say (GrFrame *frame, const char *text, const char *verb, const char *action)
{
  if (GR_WINDOW (frame)->toaster)
    gr_toaster_offer (GR_WINDOW (frame)->toaster, text, verb, action);
}

static void
say_error (GrFrame *frame, const char *heading, const GError *error)
{
  gr_show_message (GTK_WINDOW (frame), heading, error->message);
}

static void
offer (GrFrame *frame, const char *text, const char *verb, const char *action)
{
  GrWindow *self = GR_WINDOW (frame);

  if (action)
    gr_banner_show_text (GR_BANNER (self->banner), text, verb);
  else if (self->offered)
    gr_banner_hide (GR_BANNER (self->banner));
  self->offered = action;
}

static gboolean
run (GrFrame *frame, const GrFrameWork *work)
{
  return gr_frame_work_start (frame, GR_WORK_BAR (GR_WINDOW (frame)->work_bar), work);
}

static gboolean
is_busy (GrFrame *frame)
{
  return gr_work_bar_is_busy (GR_WORK_BAR (GR_WINDOW (frame)->work_bar));
}

void
gr_window_frame_init (GrFrameInterface *iface)
{
  iface->get_shop = get_shop;
  iface->get_settings = get_settings;
  iface->get_page = get_page;
  iface->go = go;
  iface->go_back = go_back;
  iface->clear_search = clear_search;
  iface->say = say;
  iface->say_error = say_error;
  iface->offer = offer;
  iface->run = run;
  iface->is_busy = is_busy;
}
