#pragma once

#include "domain/importing/text-encoding.h"

GrTextEncoding gr_encoding_sniff (const guint8 *bytes, gsize length);
gsize gr_encoding_bom_length (GrTextEncoding encoding, const guint8 *bytes, gsize length);
gsize gr_encoding_decode (
    GrTextEncoding encoding, const guint8 *bytes, gsize length, gboolean is_end, GString *text, guint64 *n_replaced);
