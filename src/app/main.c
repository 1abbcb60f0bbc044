#include "app/frame/application.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  const char *translations = g_getenv ("GRANARY_LOCALE_DIR"); /* of a program that is not installed */
  g_autoptr (GrApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, translations != NULL ? translations : GR_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Granary");

  application = gr_application_new();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
