#define _GNU_SOURCE /* locks of an open file description */
/* Locks that survive a look at the file.
 *
 * SQLite locks with POSIX record locks, and a process loses all of those on a file as soon as it closes any descriptor
 * of it: "How To Corrupt An SQLite Database File", 2.2. A desktop program can't help that: GTK's file chooser and list
 * of recent files read the first bytes of a file to tell its kind. Another process would then take itself for the
 * last user of the shop and delete its log, with every deed done from there on. Locks of an open file description
 * (Linux, fcntl(2)) aren't lost that way, and hold against the POSIX locks of other processes.
 */
#include "file-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

/* The bytes by which SQLite says that a file is in use (os.h: SHARED_FIRST, SHARED_SIZE) ... */
#define SHARED_FIRST (0x40000000 + 2)
#define SHARED_SIZE  510
/* ... and those it locks in the index of the log (wal.c, os_unix.c: UNIX_SHM_BASE to UNIX_SHM_DMS). */
#define INDEX_FIRST 120
#define INDEX_LAST  128

/* A process has one descriptor of a log's index, whatever the number of its connections: locks of the description and
 * of the process are the same there. */
static int
control (int file, int command, void *argument)
{
  struct flock *lock = argument;
  struct flock ours;
  int result;

  if ((command != F_SETLK && command != F_GETLK) || lock->l_start < INDEX_FIRST || lock->l_start > INDEX_LAST)
    return fcntl (file, command, argument);
  ours = *lock;
  ours.l_pid = 0;
  result = fcntl (file, command == F_SETLK ? F_OFD_SETLK : F_OFD_GETLK, &ours);
  if (result != 0 && errno == EINVAL)
    return fcntl (file, command, argument);
  *lock = ours;
  return result;
}

static gpointer
replace_control (gpointer data)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  if (vfs && vfs->iVersion >= 3)
    vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) control);
  return NULL;
}

/**
 * gr_file_lock_prepare:
 *
 * Makes SQLite's locks on the index of a log survive. To be called before a file is opened, as often as one likes.
 */
void
gr_file_lock_prepare (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, replace_control, NULL);
}

static gboolean
set_lock (int file, short type)
{
  struct flock lock = {.l_type = type, .l_whence = SEEK_SET, .l_start = SHARED_FIRST, .l_len = SHARED_SIZE};

  return fcntl (file, F_OFD_SETLK, &lock) == 0;
}

/**
 * gr_file_lock_hold:
 * @path: a file that SQLite has open
 *
 * Tells other processes that the file is in use, until gr_file_lock_let_go() and close().
 *
 * Returns: a descriptor; -1 where there are no such locks, and SQLite's own have to do
 */
int
gr_file_lock_hold (const char *path)
{
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

  if (file >= 0)
    set_lock (file, F_RDLCK);
  return file;
}

/**
 * gr_file_lock_let_go:
 *
 * Lets SQLite be the last user of the file. The descriptor is to be closed after SQLite closed the file, not before.
 */
void
gr_file_lock_let_go (int lock)
{
  if (lock >= 0)
    set_lock (lock, F_UNLCK);
}
