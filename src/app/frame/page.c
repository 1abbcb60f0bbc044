#include "page.h"

#include "app/widgets/unread.h"

typedef struct {
  char *title;
  char *subtitle;
  char *act_label;
  char *act_icon_name;
  gboolean is_act_enabled;
  gboolean can_search;
  GrShop *shop;
  char *search;
  gboolean is_on_screen;
  GrNouns unseen;     /* what changed since the page was last refreshed */
  char *failure;      /* (nullable): why the page could not be read */
  GtkWidget *content; /* (nullable): what the message stands in place of */
  guint failure_id;
} GrPagePrivate;

enum {
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_ACT_LABEL,
  PROP_ACT_ICON_NAME,
  PROP_ACT_ENABLED,
  PROP_CAN_SEARCH,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (GrPage, gr_page, ADW_TYPE_BIN)

static GrPagePrivate *
private_of (GrPage *self)
{
  return gr_page_get_instance_private (self);
}

static void
gr_page_dispose (GObject *object)
{
  GrPagePrivate *priv = private_of (GR_PAGE (object));

  g_clear_handle_id (&priv->failure_id, g_source_remove);
  g_clear_object (&priv->content);
  G_OBJECT_CLASS (gr_page_parent_class)->dispose (object);
}

static void
gr_page_finalize (GObject *object)
{
  GrPagePrivate *priv = private_of (GR_PAGE (object));

  g_free (priv->title);
  g_free (priv->subtitle);
  g_free (priv->act_label);
  g_free (priv->act_icon_name);
  g_free (priv->search);
  g_free (priv->failure);
  g_clear_object (&priv->shop);
  G_OBJECT_CLASS (gr_page_parent_class)->finalize (object);
}

static void
gr_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GrPagePrivate *priv = private_of (GR_PAGE (object));

  switch (id) {
  case PROP_TITLE:
    g_value_set_string (value, priv->title);
    break;
  case PROP_SUBTITLE:
    g_value_set_string (value, priv->subtitle);
    break;
  case PROP_ACT_LABEL:
    g_value_set_string (value, priv->act_label);
    break;
  case PROP_ACT_ICON_NAME:
    g_value_set_string (value, priv->act_icon_name ? priv->act_icon_name : "list-add-symbolic");
    break;
  case PROP_ACT_ENABLED:
    g_value_set_boolean (value, priv->is_act_enabled);
    break;
  case PROP_CAN_SEARCH:
    g_value_set_boolean (value, priv->can_search);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_text (GrPage *self, char **slot, const char *text, int property)
{
  if (g_strcmp0 (*slot, text) == 0)
    return;
  g_free (*slot);
  *slot = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_flag (GrPage *self, gboolean *slot, gboolean value, int property)
{
  if (*slot == value)
    return;
  *slot = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
gr_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GrPage *self = GR_PAGE (object);
  GrPagePrivate *priv = private_of (self);

  switch (id) {
  case PROP_TITLE:
    set_text (self, &priv->title, g_value_get_string (value), PROP_TITLE);
    /* its heading is outside it, in the window's header */
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, priv->title ? priv->title : "", -1);
    break;
  case PROP_SUBTITLE:
    set_text (self, &priv->subtitle, g_value_get_string (value), PROP_SUBTITLE);
    break;
  case PROP_ACT_LABEL:
    set_text (self, &priv->act_label, g_value_get_string (value), PROP_ACT_LABEL);
    break;
  case PROP_ACT_ICON_NAME:
    set_text (self, &priv->act_icon_name, g_value_get_string (value), PROP_ACT_ICON_NAME);
    break;
  case PROP_ACT_ENABLED:
    set_flag (self, &priv->is_act_enabled, g_value_get_boolean (value), PROP_ACT_ENABLED);
    break;
  case PROP_CAN_SEARCH:
    set_flag (self, &priv->can_search, g_value_get_boolean (value), PROP_CAN_SEARCH);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void try_again_cb (GtkWidget *widget, const char *name, GVariant *parameter);

static void
gr_page_class_init (GrPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = gr_page_dispose;
  object_class->finalize = gr_page_finalize;
  object_class->get_property = gr_page_get_property;
  object_class->set_property = gr_page_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_ACT_LABEL] = g_param_spec_string ("act-label", NULL, NULL, NULL, flags);
  properties[PROP_ACT_ICON_NAME] = g_param_spec_string ("act-icon-name", NULL, NULL, "list-add-symbolic", flags);
  properties[PROP_ACT_ENABLED] = g_param_spec_boolean ("act-enabled", NULL, NULL, TRUE, flags);
  properties[PROP_CAN_SEARCH] = g_param_spec_boolean ("can-search", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.try-again", NULL, try_again_cb);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gr_page_init (GrPage *self)
{
  GrPagePrivate *priv = private_of (self);

  priv->is_act_enabled = TRUE;
  priv->search = g_strdup ("");
}

/**
 * gr_page_get_shop:
 *
 * Returns: (nullable) (transfer none): the shop that is shown
 */
GrShop *
gr_page_get_shop (GrPage *self)
{
  g_return_val_if_fail (GR_IS_PAGE (self), NULL);
  return private_of (self)->shop;
}

/**
 * gr_page_get_search:
 *
 * Returns: (transfer none): what is being searched for, "" for everything
 */
const char *
gr_page_get_search (GrPage *self)
{
  g_return_val_if_fail (GR_IS_PAGE (self), "");
  return private_of (self)->search;
}

/**
 * gr_page_set_title:
 * @subtitle: (nullable): a second, smaller line
 */
void
gr_page_set_title (GrPage *self, const char *title, const char *subtitle)
{
  g_object_set (self, "title", title, "subtitle", subtitle, NULL);
}

/**
 * gr_page_set_act:
 * @label: (nullable): a verb for the primary button, %NULL for no button
 */
void
gr_page_set_act (GrPage *self, const char *label, gboolean is_enabled)
{
  g_object_set (self, "act-label", label, "act-enabled", is_enabled, NULL);
}

static gboolean
show_failure_cb (gpointer data)
{
  GrPagePrivate *priv = private_of (data);
  AdwBin *bin = data;

  priv->failure_id = 0;
  if (!priv->content) {
    priv->content = g_object_ref (adw_bin_get_child (bin));
    adw_bin_set_child (bin, gr_unread_new ("page.try-again"));
  }
  gr_unread_set_reason (adw_bin_get_child (bin), priv->failure);
  if (gtk_widget_get_mapped (data))
    gtk_widget_child_focus (data, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/**
 * gr_page_fail:
 *
 * Says in the page's place why it can't be read, a moment later: a reading fails in the middle of showing something.
 */
void
gr_page_fail (GrPage *self, const GError *error)
{
  GrPagePrivate *priv;

  g_return_if_fail (GR_IS_PAGE (self));

  priv = private_of (self);
  g_free (priv->failure);
  priv->failure = g_strdup (error->message);
  if (priv->failure_id == 0)
    priv->failure_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_failure_cb, self, NULL);
}

/* Whatever is read next may succeed, and is shown by what the message stood in place of. All of it is read anew. */
static void
forget_failure (GrPage *self)
{
  GrPagePrivate *priv = private_of (self);

  if (!priv->failure)
    return;
  g_clear_pointer (&priv->failure, g_free);
  g_clear_handle_id (&priv->failure_id, g_source_remove);
  if (priv->content)
    adw_bin_set_child (ADW_BIN (self), priv->content);
  g_clear_object (&priv->content);
  priv->unseen = GR_NOUN_ALL;
}

static void
refresh_if_seen (GrPage *self)
{
  GrPagePrivate *priv = private_of (self);
  GrPageClass *klass = GR_PAGE_GET_CLASS (self);
  GrNouns what;

  if (!priv->is_on_screen || !priv->shop || priv->unseen == GR_NOUN_NONE)
    return;
  forget_failure (self);
  what = priv->unseen;
  priv->unseen = GR_NOUN_NONE;
  if (klass->refresh)
    klass->refresh (self, what);
}

static void
try_again_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  private_of (GR_PAGE (widget))->unseen = GR_NOUN_ALL;
  refresh_if_seen (GR_PAGE (widget));
}

/**
 * gr_page_set_shop:
 * @shop: (nullable): what to show from now on
 */
void
gr_page_set_shop (GrPage *self, GrShop *shop)
{
  GrPagePrivate *priv;

  g_return_if_fail (GR_IS_PAGE (self));

  priv = private_of (self);
  if (!g_set_object (&priv->shop, shop))
    return;
  forget_failure (self);
  priv->unseen = GR_NOUN_ALL;
  if (GR_PAGE_GET_CLASS (self)->shop_set)
    GR_PAGE_GET_CLASS (self)->shop_set (self);
  refresh_if_seen (self);
}

/**
 * gr_page_set_on_screen:
 *
 * A page that nobody sees collects what changes and is refreshed once when it comes up.
 */
void
gr_page_set_on_screen (GrPage *self, gboolean is_on_screen)
{
  g_return_if_fail (GR_IS_PAGE (self));

  private_of (self)->is_on_screen = is_on_screen;
  /* GTK 4.8 tells screen readers of every page of a stack */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, !is_on_screen, -1);
  if (is_on_screen && private_of (self)->failure)
    private_of (self)->unseen = GR_NOUN_ALL;
  refresh_if_seen (self);
}

void
gr_page_note_changes (GrPage *self, GrNouns what)
{
  g_return_if_fail (GR_IS_PAGE (self));

  private_of (self)->unseen |= what;
  refresh_if_seen (self);
}

void
gr_page_set_search (GrPage *self, const char *text)
{
  GrPagePrivate *priv;

  g_return_if_fail (GR_IS_PAGE (self));

  priv = private_of (self);
  if (g_str_equal (priv->search, text))
    return;
  g_free (priv->search);
  priv->search = g_strdup (text);
  if (priv->failure)
    gtk_widget_activate_action (GTK_WIDGET (self), "page.try-again", NULL);
  else if (priv->shop && GR_PAGE_GET_CLASS (self)->search)
    GR_PAGE_GET_CLASS (self)->search (self, priv->search);
}

/**
 * gr_page_act:
 *
 * Does what the primary button says, where it can be done now.
 */
void
gr_page_act (GrPage *self)
{
  GrPagePrivate *priv;

  g_return_if_fail (GR_IS_PAGE (self));

  priv = private_of (self);
  if (priv->shop && priv->act_label && priv->is_act_enabled && GR_PAGE_GET_CLASS (self)->act)
    GR_PAGE_GET_CLASS (self)->act (self);
}

/**
 * gr_page_open:
 *
 * Returns: %FALSE where the page has no such object to show; where it could not be read, the page says so
 */
gboolean
gr_page_open (GrPage *self, gint64 id)
{
  GrPagePrivate *priv;

  g_return_val_if_fail (GR_IS_PAGE (self), FALSE);

  priv = private_of (self);
  if (!priv->shop || !GR_PAGE_GET_CLASS (self)->open)
    return FALSE;
  forget_failure (self);
  return GR_PAGE_GET_CLASS (self)->open (self, id) || priv->failure;
}

guint
gr_page_count_waiting (GrPage *self)
{
  g_return_val_if_fail (GR_IS_PAGE (self), 0);

  if (!private_of (self)->shop || !GR_PAGE_GET_CLASS (self)->count_waiting)
    return 0;
  return GR_PAGE_GET_CLASS (self)->count_waiting (self);
}

gboolean
gr_page_go_back (GrPage *self)
{
  g_return_val_if_fail (GR_IS_PAGE (self), FALSE);

  return GR_PAGE_GET_CLASS (self)->go_back && GR_PAGE_GET_CLASS (self)->go_back (self);
}

gboolean
gr_page_scan (GrPage *self, gint64 item_id, GrQty qty)
{
  g_return_val_if_fail (GR_IS_PAGE (self), FALSE);

  return private_of (self)->shop && GR_PAGE_GET_CLASS (self)->scan &&
         GR_PAGE_GET_CLASS (self)->scan (self, item_id, qty);
}

gboolean
gr_page_focus (GrPage *self)
{
  g_return_val_if_fail (GR_IS_PAGE (self), FALSE);

  return GR_PAGE_GET_CLASS (self)->focus && GR_PAGE_GET_CLASS (self)->focus (self);
}

/**
 * gr_page_get_list:
 *
 * Returns: (transfer full) (nullable): the list of a page that shows it in no table
 */
GrTableList *
gr_page_get_list (GrPage *self)
{
  g_return_val_if_fail (GR_IS_PAGE (self), NULL);

  return private_of (self)->shop && GR_PAGE_GET_CLASS (self)->list ? GR_PAGE_GET_CLASS (self)->list (self) : NULL;
}
