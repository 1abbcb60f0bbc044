# For bench-against-r.py: how long R takes for every STEPth series of M3, and of the spare parts, one line
# "method kind milliseconds" each. Arguments: the data's folder, STEP.
suppressMessages(library(forecast))
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
step <- as.integer(arguments[2])
has_dotm <- requireNamespace("forecTheta", quietly = TRUE)

read_series <- function(name) {
  rows <- read.csv(gzfile(file.path(folder, name)), colClasses = c(series_id = "character"))
  ids <- unique(rows$series_id)
  ids <- ids[seq(1, length(ids), by = step)]
  split(rows[rows$series_id %in% ids, ], factor(rows$series_id[rows$series_id %in% ids], levels = ids))
}

time_method <- function(name, kind, runs, func) {
  start <- proc.time()
  for (i in seq_len(runs)) suppressWarnings(func())
  spent <- proc.time() - start
  cat(name, kind, 1000 * (spent[["user.self"]] + spent[["sys.self"]]) / runs, "\n")
}

for (rows in read_series("m3.csv.gz")) {
  y <- ts(rows$value[rows$part == "train"], frequency = rows$frequency[1])
  h <- sum(rows$part == "test")
  kind <- rows$period[1]
  time_method("ets", kind, 1, function() forecast(ets(y), h = h))
  time_method("theta", kind, 10, function() thetaf(y, h = h))
  if (has_dotm) time_method("dotm", kind, 1, function() forecTheta::dotm(y, h = h))
}
for (rows in read_series("carparts.csv.gz")) {
  y <- ts(rows$value[rows$part == "train"])
  time_method("intermittent", rows$period[1], 1, function() croston(y, h = 1))
}
