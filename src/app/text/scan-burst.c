#include "scan-burst.h"

/* Scanners leave some 1 to 30 ms between two keys, also over a slow radio; the fastest typists reach 60 for a pair of
 * keys now and then, and never five times in a row. */
#define MAX_GAP_MS 50

/* Fewer may be two hands rolling over the keyboard; the shortest barcode in use, UPC-E, has six. */
#define MIN_CHARACTERS 4

struct _GrScanBurst {
  GString *typed;
  glong n;
  guint32 last_ms;
};

GrScanBurst *
gr_scan_burst_new (void)
{
  GrScanBurst *burst = g_new0 (GrScanBurst, 1);

  burst->typed = g_string_new (NULL);
  return burst;
}

void
gr_scan_burst_free (GrScanBurst *burst)
{
  if (!burst)
    return;
  g_string_free (burst->typed, TRUE);
  g_free (burst);
}

/* The clock goes round every 49 days, and so does the difference. */
static gboolean
follows (const GrScanBurst *burst, guint32 ms)
{
  return burst->n > 0 && ms - burst->last_ms <= MAX_GAP_MS;
}

/**
 * gr_scan_burst_break:
 *
 * A key that no scanner presses: what was typed before it was typed by hand.
 */
void
gr_scan_burst_break (GrScanBurst *burst)
{
  g_string_truncate (burst->typed, 0);
  burst->n = 0;
}

/**
 * gr_scan_burst_add:
 * @ms: when the key went down
 *
 * Returns: whether the character follows the one before at a scanner's pace; else it may be the first of a burst
 */
gboolean
gr_scan_burst_add (GrScanBurst *burst, gunichar character, guint32 ms)
{
  gboolean is_following = follows (burst, ms);

  if (!is_following)
    gr_scan_burst_break (burst);
  g_string_append_unichar (burst->typed, character);
  burst->n++;
  burst->last_ms = ms;
  return is_following;
}

/**
 * gr_scan_burst_end:
 * @ms: when Enter went down
 *
 * Returns: (nullable) (transfer full): what was scanned, %NULL where Enter ends no burst
 */
char *
gr_scan_burst_end (GrScanBurst *burst, guint32 ms)
{
  char *code = burst->n >= MIN_CHARACTERS && follows (burst, ms) ? g_strdup (burst->typed->str) : NULL;

  gr_scan_burst_break (burst);
  return code;
}
