#include "page-stack.h"

#include "app/widgets/table/table.h"

/* What the window must be able to shrink to, in pixels. */
#define MAX_LEAST_WIDTH 320

/* One step of the way that Back goes back. */
typedef struct {
  guint page;
  gint64 id;
} Step;

struct _GrPageStack {
  GtkWidget parent_instance;

  GtkWidget *stack;
  GPtrArray *pages; /* GrPage, in the order of the registry */
  GArray *steps;
  GrShop *shop;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrPageStack, gr_page_stack, GTK_TYPE_WIDGET)

static const GrPageEntry *
entry_at (guint index)
{
  gsize n;
  const GrPageEntry *entries = gr_page_registry (&n);

  return index < n ? &entries[index] : NULL;
}

static int
index_of_page (const char *id)
{
  const GrPageEntry *entry;

  for (guint i = 0; (entry = entry_at (i)); i++)
    if (g_str_equal (entry->id, id))
      return (int) i;
  return -1;
}

static const Step *
last_step (GrPageStack *self)
{
  return self->steps->len ? &g_array_index (self->steps, Step, self->steps->len - 1) : NULL;
}

/* Lists to choose from, not boxes that look like lists. */
static gboolean
is_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX (widget))
    return gtk_list_box_get_selection_mode (GTK_LIST_BOX (widget)) != GTK_SELECTION_NONE;
  return GR_IS_TABLE (widget) || GTK_IS_LIST_VIEW (widget);
}

/* The first list of a page, what the keyboard is for there. */
static GtkWidget *
find_list (GtkWidget *widget)
{
  if (is_list (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *list = gtk_widget_get_child_visible (child) && !GTK_IS_NATIVE (child) ? find_list (child) : NULL;

    if (list)
      return list;
  }
  return NULL;
}

static void
focus_list (GtkWidget *page)
{
  GtkWidget *list = find_list (page);

  if (GR_IS_TABLE (list))
    gr_table_focus (GR_TABLE (list));
  else if (GTK_IS_LIST_VIEW (list) && gtk_widget_grab_focus (list)) /* on its line, also where it was there before */
    return;
  else if (!list || !gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/**
 * gr_page_stack_focus:
 *
 * Puts the cursor where the work of the page on screen begins, and lets it be seen.
 */
void
gr_page_stack_focus (GrPageStack *self)
{
  GrPage *page;
  GtkRoot *root;

  g_return_if_fail (GR_IS_PAGE_STACK (self));

  page = gr_page_stack_get_page (self);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (!page)
    return;
  if (!gr_page_focus (page))
    focus_list (GTK_WIDGET (page));
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
}

static void
show_step (GrPageStack *self)
{
  guint current = last_step (self)->page;

  for (guint i = 0; i < self->pages->len; i++)
    if (i != current)
      gr_page_set_on_screen (g_ptr_array_index (self->pages, i), FALSE);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), g_ptr_array_index (self->pages, current));
  gr_page_set_on_screen (g_ptr_array_index (self->pages, current), TRUE);
  g_signal_emit (self, signals[CHANGED], 0);
  gr_page_stack_focus (self);
}

/**
 * gr_page_stack_go:
 * @id: what the page shall show, 0 for the page as it is
 *
 * Goes to a page. From there Back leads here, unless it is gone to as such.
 *
 * Returns: %FALSE where there is no such page, or nothing of that id
 */
gboolean
gr_page_stack_go (GrPageStack *self, const char *page_id, gint64 id)
{
  int index;
  Step step;

  g_return_val_if_fail (GR_IS_PAGE_STACK (self), FALSE);

  index = index_of_page (page_id);
  if (index < 0)
    return FALSE;
  step = (Step){(guint) index, id};
  if (id != 0 && !gr_page_open (g_ptr_array_index (self->pages, step.page), id))
    return FALSE;
  if (id == 0)
    g_array_set_size (self->steps, 0);
  g_array_append_val (self->steps, step);
  show_step (self);
  return TRUE;
}

/**
 * gr_page_stack_go_back:
 *
 * Returns: whether there was somewhere to go back to
 */
gboolean
gr_page_stack_go_back (GrPageStack *self)
{
  const Step *step;

  g_return_val_if_fail (GR_IS_PAGE_STACK (self), FALSE);

  if (!gr_page_stack_can_go_back (self))
    return FALSE;
  g_array_set_size (self->steps, self->steps->len - 1);
  step = last_step (self);
  if (step->id != 0)
    gr_page_open (g_ptr_array_index (self->pages, step->page), step->id);
  show_step (self);
  return TRUE;
}

gboolean
gr_page_stack_can_go_back (GrPageStack *self)
{
  g_return_val_if_fail (GR_IS_PAGE_STACK (self), FALSE);
  return self->steps->len > 1;
}

/**
 * gr_page_stack_go_home:
 * @wanted_id: the page to start with, where it is one of the sidebar
 *
 * Goes to the page that is seen first: without a shop that is the welcome page.
 */
void
gr_page_stack_go_home (GrPageStack *self, const char *wanted_id)
{
  const GrPageEntry *entry;
  int index = index_of_page (wanted_id);

  g_return_if_fail (GR_IS_PAGE_STACK (self));

  entry = index >= 0 ? entry_at ((guint) index) : NULL;
  if (!self->shop || !entry || !entry->title)
    for (guint i = 0; (entry = entry_at (i)); i++)
      if (self->shop ? entry->title != NULL : g_str_equal (entry->id, "welcome"))
        break;
  if (entry)
    gr_page_stack_go (self, entry->id, 0);
}

/**
 * gr_page_stack_get_page:
 *
 * Returns: (nullable) (transfer none): the page on screen
 */
GrPage *
gr_page_stack_get_page (GrPageStack *self)
{
  g_return_val_if_fail (GR_IS_PAGE_STACK (self), NULL);
  return self->steps->len ? g_ptr_array_index (self->pages, last_step (self)->page) : NULL;
}

/**
 * gr_page_stack_get_entry:
 *
 * Returns: (nullable) (transfer none): what the registry says of the page on screen
 */
const GrPageEntry *
gr_page_stack_get_entry (GrPageStack *self)
{
  g_return_val_if_fail (GR_IS_PAGE_STACK (self), NULL);
  return self->steps->len ? entry_at (last_step (self)->page) : NULL;
}

/**
 * gr_page_stack_set_shop:
 * @shop: (nullable): what all pages show from now on; the way back is forgotten
 */
void
gr_page_stack_set_shop (GrPageStack *self, GrShop *shop)
{
  g_return_if_fail (GR_IS_PAGE_STACK (self));

  g_set_object (&self->shop, shop);
  if (self->steps->len > 1)
    g_array_set_size (self->steps, 1);
  for (guint i = 0; i < self->pages->len; i++)
    gr_page_set_shop (g_ptr_array_index (self->pages, i), shop);
}

void
gr_page_stack_note_changes (GrPageStack *self, GrNouns what)
{
  g_return_if_fail (GR_IS_PAGE_STACK (self));

  for (guint i = 0; i < self->pages->len; i++)
    gr_page_note_changes (g_ptr_array_index (self->pages, i), what);
}

guint
gr_page_stack_count_waiting (GrPageStack *self, const char *page_id)
{
  int index = index_of_page (page_id);

  g_return_val_if_fail (GR_IS_PAGE_STACK (self), 0);
  return index >= 0 ? gr_page_count_waiting (g_ptr_array_index (self->pages, index)) : 0;
}

static void
page_notify_cb (GrPageStack *self, GParamSpec *pspec, GrPage *page)
{
  if (page == gr_page_stack_get_page (self))
    g_signal_emit (self, signals[CHANGED], 0);
}

/* A page that wants more than there is must not push the header bar out of the window. */
static void
gr_page_stack_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
    int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *stack = GR_PAGE_STACK (widget)->stack;
  int least = 0;

  gtk_widget_measure (stack, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, least);
  gtk_widget_measure (stack, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MAX_LEAST_WIDTH);
}

static void
gr_page_stack_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *stack = GR_PAGE_STACK (widget)->stack;
  GtkAllocation area = {0, 0, width, height};
  int least = 0;

  gtk_widget_measure (stack, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  area.width = MAX (width, least);
  gtk_widget_size_allocate (stack, &area, -1);
}

static void
gr_page_stack_dispose (GObject *object)
{
  GrPageStack *self = GR_PAGE_STACK (object);

  g_array_set_size (self->steps, 0);
  g_ptr_array_set_size (self->pages, 0);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (gr_page_stack_parent_class)->dispose (object);
}

static void
gr_page_stack_finalize (GObject *object)
{
  GrPageStack *self = GR_PAGE_STACK (object);

  g_ptr_array_unref (self->pages);
  g_array_unref (self->steps);
  G_OBJECT_CLASS (gr_page_stack_parent_class)->finalize (object);
}

static void
gr_page_stack_class_init (GrPageStackClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gr_page_stack_dispose;
  G_OBJECT_CLASS (klass)->finalize = gr_page_stack_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", GR_TYPE_PAGE_STACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  GTK_WIDGET_CLASS (klass)->measure = gr_page_stack_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = gr_page_stack_size_allocate;
}

static void
gr_page_stack_init (GrPageStack *self)
{
  const GrPageEntry *entry;

  self->pages = g_ptr_array_new();
  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->stack = gtk_stack_new();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  for (guint i = 0; (entry = entry_at (i)); i++) {
    GtkWidget *page = g_object_new (entry->get_type(), NULL);

    g_ptr_array_add (self->pages, page);
    gtk_stack_add_named (GTK_STACK (self->stack), page, entry->id);
    g_signal_connect_object (page, "notify", G_CALLBACK (page_notify_cb), self, G_CONNECT_SWAPPED);
  }
}
