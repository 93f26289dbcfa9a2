-- Results: every outline of all time held against one reference layer, in the words of core/fit.
CREATE TABLE fit_analysis (
  key TEXT PRIMARY KEY,
  data_version TEXT NOT NULL,
  layer_id TEXT NOT NULL REFERENCES reference_layer,
  certificate_json TEXT NOT NULL,
  repairs_json TEXT NOT NULL,
  fit_json TEXT NOT NULL
) STRICT, WITHOUT ROWID;
