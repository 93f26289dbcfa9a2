-- Figures of earlier data, so that a link which pins them is still answered (ADR 0035). Neither
-- content nor result: a load does not empty it, and it does not enter the data version.
CREATE TABLE kept_study (
  data_version TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE, -- the order in which they were kept
  study BLOB NOT NULL, -- the study as /api/v1/study tells it, gzipped
  certificate TEXT NOT NULL, -- of its partition, as JSON
  cells BLOB NOT NULL, -- the ground of its cells, thinned for pictures of a page
  places BLOB NOT NULL
) STRICT;
