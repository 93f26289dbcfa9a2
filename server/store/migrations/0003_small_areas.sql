-- Which codes the areas of a layer have, as sets of weights name them; empty is not stated.
ALTER TABLE reference_layer ADD COLUMN scheme TEXT NOT NULL DEFAULT '';

-- Content: values that were carried from areas of another vintage, where the areas changed.
CREATE TABLE carried_weight (
  weight_set_id TEXT NOT NULL REFERENCES weight_set,
  code TEXT NOT NULL,
  change TEXT NOT NULL CHECK (change IN ('split', 'merged', 'irregular')),
  PRIMARY KEY (weight_set_id, code)
) STRICT, WITHOUT ROWID;

-- Results: the small areas cut by every outline of all time and by the places.
CREATE TABLE small_area_analysis (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  data_version TEXT NOT NULL,
  layer_id TEXT NOT NULL REFERENCES reference_layer,
  certificate_json TEXT NOT NULL
) STRICT;

-- Cover 0 is no outline; the others are the sets of outlines that cover some ground.
CREATE TABLE small_area_cover (
  analysis_id INTEGER NOT NULL REFERENCES small_area_analysis ON DELETE CASCADE,
  cover INTEGER NOT NULL CHECK (cover > 0),
  boundary_id INTEGER NOT NULL REFERENCES boundary,
  PRIMARY KEY (analysis_id, cover, boundary_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE small_area_piece (
  analysis_id INTEGER NOT NULL REFERENCES small_area_analysis ON DELETE CASCADE,
  position INTEGER NOT NULL,
  reference_area_id INTEGER NOT NULL REFERENCES reference_area, -- the small area
  place_id INTEGER REFERENCES reference_area, -- NULL: outside every place
  cover INTEGER NOT NULL,
  area_m2 REAL NOT NULL,
  point TEXT NOT NULL CHECK (point IN ('inside', 'edge', 'outside')), -- how the area's point lies to it
  PRIMARY KEY (analysis_id, position)
) STRICT, WITHOUT ROWID;
