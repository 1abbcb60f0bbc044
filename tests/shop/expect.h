#pragma once

#include "domain/base/error.h"

/* A deed that has to succeed, and one that has to be refused with an error of that code; ERR is its error argument. */
#define EXPECT(call)                                                                                                   \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autoptr (GError) expect_error = NULL;                                                                            \
    gboolean expect_ok = (call);                                                                                       \
    g_assert_no_error (expect_error);                                                                                  \
    g_assert_true (expect_ok);                                                                                         \
  }                                                                                                                    \
  G_STMT_END

#define REFUSED(call, code)                                                                                            \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autoptr (GError) expect_error = NULL;                                                                            \
    g_assert_false (call);                                                                                             \
    g_assert_error (expect_error, GR_ERROR, code);                                                                     \
  }                                                                                                                    \
  G_STMT_END

#define ERR (&expect_error)
