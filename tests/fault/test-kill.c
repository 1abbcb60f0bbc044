/*
 * A writer is killed at random moments, 200 times or more. Whatever it had said was done is in the file, and the file
 * adds up. The parent holds no connection while a writer lives, as after a crash of the whole program.
 */
#include "store/fixture.h"
#include "store/random-deed.h"
#include "store/file/shop-file.h"

#include "store/file/check.h"
#include "store/file/query.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_KILLS 200

/* Deed after deed, each said to be done when it is; never comes back. */
G_NORETURN static void
write_forever (const char *path, guint32 seed, int said)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GrDatabase *database = gr_shop_file_open (path, NULL);

  for (;;) {
    GError *error = NULL;
    int choice = g_rand_int_range (rand, 0, 60);
    gboolean is_undo = choice < 10;
    gint64 deed_id = is_undo        ? random_undo (database, rand, &error)
                     : choice == 10 ? random_bulk (database, rand, &error)
                                    : random_deed (database, rand, &error);
    gint64 ack = is_undo ? -deed_id : deed_id;

    if (error != NULL)
      _exit (1);
    if (deed_id != 0 && write (said, &ack, sizeof ack) != sizeof ack)
      _exit (2);
  }
}

static GArray *
run_and_kill (const char *path, guint32 seed, gulong lifetime_us)
{
  GArray *acks = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 ack;
  int pipe_ends[2];
  int status;
  pid_t child;

  g_assert_cmpint (pipe (pipe_ends), ==, 0);
  child = fork();
  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    close (pipe_ends[0]);
    write_forever (path, seed, pipe_ends[1]);
  }
  close (pipe_ends[1]);
  g_usleep (lifetime_us);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  while (read (pipe_ends[0], &ack, sizeof ack) == sizeof ack)
    g_array_append_val (acks, ack);
  close (pipe_ends[0]);
  return acks;
}

/* A deed that was done is booked; one that was undone says by what. */
static void
assert_kept (Fixture *fixture, const GArray *acks)
{
  for (guint i = 0; i < acks->len; i++) {
    gint64 ack = g_array_index (acks, gint64, i);
    gint64 n = 0;

    g_assert_true (gr_query_int64 (fixture->database, &n, NULL,
        "SELECT count (*) FROM deed WHERE id = abs (?1) AND (?1 > 0 OR undone_by IS NOT NULL)", "l", ack));
    g_assert_cmpint (n, ==, 1);
  }
}

static void
test_nothing_answered_is_lost (Fixture *fixture, gconstpointer data)
{
  static const char count_triggers[] = "SELECT count (*) FROM sqlite_schema WHERE type = 'trigger'";
  gint64 n_triggers = fixture_number (fixture, count_triggers);
  guint n_acks = 0;
  gint32 longest_us = 120000;

  /* On a busy machine many writers are killed before they have done anything: the next ones may live longer. */
  for (int kill_number = 0; kill_number < N_KILLS || n_acks <= N_KILLS / 4; kill_number++) {
    g_autoptr (GArray) acks = NULL;
    g_autoptr (GError) error = NULL;

    g_clear_pointer (&fixture->database, gr_database_close);
    acks = run_and_kill (fixture->path, (guint32) g_test_rand_int(), (gulong) g_test_rand_int_range (500, longest_us));
    fixture->database = gr_shop_file_open (fixture->path, &error);
    g_assert_no_error (error);
    assert_kept (fixture, acks);
    g_assert_cmpint (fixture_number (fixture, count_triggers), ==, n_triggers);
    fixture_assert_clean (fixture);
    n_acks += acks->len;
    longest_us += acks->len == 0 ? 10000 : 0;
  }
  g_test_message ("%u deeds answered, all there after %d kills or more", n_acks, N_KILLS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/kill/nothing-lost", Fixture, NULL, fixture_set_up, test_nothing_answered_is_lost, fixture_tear_down);
  return g_test_run();
}
