-- Results: which areas of a layer are made of whole places, for the chooser. The key is made of the
-- files that both layers came from, so it lasts until one of them is replaced.
CREATE TABLE upper_tier_analysis (
  key TEXT PRIMARY KEY,
  areas_json TEXT NOT NULL -- [{ "name", "places": [codes] }]
) STRICT, WITHOUT ROWID;
