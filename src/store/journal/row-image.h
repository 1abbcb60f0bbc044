#pragma once

#include "store/file/database.h"

/**
 * GrRowImage:
 *
 * How rows are compared with images of one table that hold the same keys, and put back from them. An image of an older
 * schema lacks the columns that came since, and may hold some that are gone: only keys that are both count.
 * The statements live as long as the program.
 */
typedef struct {
  gboolean is_whole; /* the images hold every column of today */

  /* ?1: a row's key */
  const char *exists; /* whether there is such a row */
  const char *read;   /* the whole row as an image of today */
  const char *remove;

  /* ?1: an image */
  const char *is_as;     /* whether the row is as the image says */
  const char *insert;    /* what the image does not hold gets its default */
  const char *overwrite; /* what the image does not hold stays */
} GrRowImage;

/* The images met so far, by table and keys. */
typedef struct _GrRowImages GrRowImages;

GrRowImages *gr_row_images_new (GrDatabase *database);
void gr_row_images_free (GrRowImages *images);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrRowImages, gr_row_images_free)

const GrRowImage *gr_row_images_find (GrRowImages *images, const char *table, const char *image, GError **error);
