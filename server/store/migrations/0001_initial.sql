-- Content: what `load` writes and the data version is the hash of.

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  confidence TEXT NOT NULL CHECK (confidence IN ('sourced', 'recalled')),
  source TEXT NOT NULL,
  notes TEXT NOT NULL,
  date_read TEXT
) STRICT;
CREATE UNIQUE INDEX evidence_once
  ON evidence (source, notes, confidence, ifnull(date_read, ''));

CREATE TABLE programme (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  category TEXT NOT NULL CHECK (category IN ('holistic', 'theme', 'client', 'partnership')),
  department TEXT NOT NULL, -- one word for a department and its successors; empty is not recorded
  lead_department TEXT NOT NULL, -- as the registry states it
  administering_body TEXT NOT NULL,
  start_date TEXT,
  end_date TEXT, -- the day after the last day alive
  budget_gbp REAL,
  funding_year_basis TEXT CHECK (funding_year_basis IN ('financial', 'calendar', 'academic')),
  claim_frequency TEXT NOT NULL,
  payment_basis TEXT NOT NULL,
  output_measure TEXT NOT NULL,
  duration_years REAL,
  claim_route TEXT NOT NULL,
  advance_share REAL CHECK (advance_share BETWEEN 0 AND 1),
  match_rule TEXT NOT NULL,
  bidding TEXT NOT NULL,
  reporting TEXT NOT NULL,
  audit TEXT NOT NULL,
  existed INTEGER, -- how many initiatives there were; NULL is not known
  existed_note TEXT NOT NULL,
  existed_source TEXT NOT NULL,
  evidence_id INTEGER NOT NULL REFERENCES evidence
) STRICT;

CREATE TABLE initiative (
  id TEXT PRIMARY KEY,
  programme_code TEXT NOT NULL REFERENCES programme,
  name TEXT NOT NULL,
  round TEXT NOT NULL,
  start_date TEXT,
  end_date TEXT, -- the day after the last day alive
  budget_gbp REAL,
  accountable_body TEXT NOT NULL,
  region TEXT NOT NULL,
  area_definition TEXT NOT NULL CHECK (area_definition IN ('la_set', 'neighbourhood', 'schools')),
  member_wards TEXT NOT NULL,
  lon REAL, -- an approximate point, as the registry gives it
  lat REAL,
  people REAL,
  people_basis TEXT NOT NULL,
  evidence_id INTEGER NOT NULL REFERENCES evidence
) STRICT;
CREATE INDEX initiative_by_programme ON initiative (programme_code);

-- The districts an initiative is made of or lies in. lad04: before April 2009; lad13: December 2013.
CREATE TABLE member_area (
  initiative_id TEXT NOT NULL REFERENCES initiative,
  scheme TEXT NOT NULL CHECK (scheme IN ('lad04', 'lad13')),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (initiative_id, scheme, code)
) STRICT, WITHOUT ROWID;

-- Members of a composed outline that the loaded geography cannot draw.
CREATE TABLE missing_member (
  initiative_id TEXT NOT NULL REFERENCES initiative,
  name TEXT NOT NULL,
  PRIMARY KEY (initiative_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE reference_layer (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  vintage TEXT NOT NULL,
  grade TEXT NOT NULL CHECK (grade IN ('surveyed', 'composed', 'generalised')),
  accuracy_m REAL,
  attribution TEXT NOT NULL,
  licence TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('places', 'reference')),
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_layer_of_places ON reference_layer (role) WHERE role = 'places';

CREATE TABLE reference_area (
  id INTEGER PRIMARY KEY,
  layer_id TEXT NOT NULL REFERENCES reference_layer,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  country TEXT NOT NULL,
  lon REAL NOT NULL, -- a point inside, WGS 84
  lat REAL NOT NULL,
  bounds_json TEXT NOT NULL, -- [west, south, east, north], WGS 84
  UNIQUE (layer_id, code)
) STRICT;

-- The districts a reference area stands for: itself, or all districts of a county.
CREATE TABLE area_district_code (
  reference_area_id INTEGER NOT NULL REFERENCES reference_area,
  scheme TEXT NOT NULL CHECK (scheme IN ('lad04', 'lad13')),
  code TEXT NOT NULL,
  PRIMARY KEY (reference_area_id, scheme, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX area_by_district_code ON area_district_code (scheme, code);

CREATE TABLE boundary (
  id INTEGER PRIMARY KEY,
  initiative_id TEXT REFERENCES initiative,
  reference_area_id INTEGER REFERENCES reference_area,
  version INTEGER NOT NULL,
  valid_from TEXT, -- half-open; NULL is for as long as the owner lives
  valid_to TEXT,
  grade TEXT NOT NULL
    CHECK (grade IN ('surveyed', 'composed', 'generalised', 'indicative', 'located')),
  accuracy_m REAL,
  definition TEXT NOT NULL,
  area_m2 REAL,
  vertices INTEGER NOT NULL,
  geometry BLOB, -- server/store/geometry-codec.ts
  evidence_id INTEGER NOT NULL REFERENCES evidence,
  CHECK ((initiative_id IS NULL) <> (reference_area_id IS NULL)),
  CHECK ((geometry IS NULL) = (grade IN ('indicative', 'located'))),
  CHECK ((area_m2 IS NULL) = (geometry IS NULL)),
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from < valid_to),
  UNIQUE (initiative_id, version),
  UNIQUE (reference_area_id, version)
) STRICT;
-- Metres of EPSG:27700; 32-bit, rounded outward.
CREATE VIRTUAL TABLE boundary_box USING rtree (id, west, east, south, north);

-- What an indicative boundary is drawn from: a point and a cited size.
CREATE TABLE indication (
  boundary_id INTEGER PRIMARY KEY REFERENCES boundary,
  lon REAL NOT NULL,
  lat REAL NOT NULL,
  smallest_m2 REAL NOT NULL CHECK (smallest_m2 > 0),
  largest_m2 REAL NOT NULL,
  citation TEXT NOT NULL CHECK (citation <> ''),
  CHECK (largest_m2 >= smallest_m2)
) STRICT;

-- A stream is one line of money: an initiative's, or a programme's for a named part of the country.
CREATE TABLE funding_stream (
  id INTEGER PRIMARY KEY,
  programme_code TEXT NOT NULL REFERENCES programme,
  initiative_id TEXT REFERENCES initiative,
  scope TEXT NOT NULL CHECK (scope IN ('initiative', 'district', 'region', 'national')),
  line TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('whole', 'administration', 'running_costs')),
  funder TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('allocation', 'spend', 'award')),
  CHECK ((scope = 'initiative') = (initiative_id IS NOT NULL))
) STRICT;
CREATE INDEX stream_by_initiative ON funding_stream (initiative_id);

-- Two answers may print different figures for one year: both stand.
CREATE TABLE stream_year (
  id INTEGER PRIMARY KEY,
  stream_id INTEGER NOT NULL REFERENCES funding_stream,
  start_date TEXT NOT NULL,
  end_date TEXT NOT NULL, -- the day after the year's last day
  amount_gbp REAL NOT NULL,
  evidence_id INTEGER NOT NULL REFERENCES evidence,
  CHECK (start_date < end_date)
) STRICT;
CREATE INDEX year_by_stream ON stream_year (stream_id, start_date);

CREATE TABLE partner (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE membership (
  initiative_id TEXT NOT NULL REFERENCES initiative,
  partner_id INTEGER NOT NULL REFERENCES partner,
  sector TEXT NOT NULL CHECK (sector IN ('local_authority', 'education', 'health', 'police',
    'employment', 'business', 'voluntary', 'community', 'government_office', 'rda', 'other')),
  role TEXT NOT NULL,
  evidence_id INTEGER NOT NULL REFERENCES evidence,
  PRIMARY KEY (initiative_id, partner_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_by_partner ON membership (partner_id);

CREATE TABLE aim (
  term TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE programme_aim (
  programme_code TEXT NOT NULL REFERENCES programme,
  aim TEXT NOT NULL REFERENCES aim,
  weight TEXT NOT NULL CHECK (weight IN ('primary', 'secondary')),
  evidence_id INTEGER NOT NULL REFERENCES evidence,
  PRIMARY KEY (programme_code, aim)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_change (
  id INTEGER PRIMARY KEY,
  date TEXT NOT NULL,
  programme_code TEXT NOT NULL REFERENCES programme,
  what TEXT NOT NULL,
  evidence_id INTEGER NOT NULL REFERENCES evidence
) STRICT;
CREATE INDEX rule_change_by_date ON rule_change (date);

CREATE TABLE weight_set (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  unit TEXT NOT NULL CHECK (unit IN ('people', 'score')),
  scheme TEXT NOT NULL, -- which codes: lad04, lsoa11, ward98, ...
  vintage TEXT NOT NULL,
  attribution TEXT NOT NULL,
  licence TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE weight (
  weight_set_id TEXT NOT NULL REFERENCES weight_set,
  code TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (weight_set_id, code)
) STRICT, WITHOUT ROWID;

-- Results: made from content, stored under a content hash, never part of the data version.

CREATE TABLE analysis (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('study', 'question')),
  data_version TEXT NOT NULL,
  question_json TEXT NOT NULL,
  certificate_json TEXT NOT NULL,
  repairs_json TEXT NOT NULL,
  summary_json TEXT NOT NULL
) STRICT;

CREATE TABLE analysis_source (
  analysis_id INTEGER NOT NULL REFERENCES analysis ON DELETE CASCADE,
  position INTEGER NOT NULL,
  boundary_id INTEGER NOT NULL REFERENCES boundary,
  area_m2 REAL NOT NULL, -- after noding
  PRIMARY KEY (analysis_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE cell (
  id INTEGER PRIMARY KEY,
  analysis_id INTEGER NOT NULL REFERENCES analysis ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('cell', 'hole')),
  position INTEGER NOT NULL,
  place_id INTEGER REFERENCES reference_area, -- NULL: outside every place
  area_m2 REAL NOT NULL,
  geometry BLOB NOT NULL,
  UNIQUE (analysis_id, kind, position)
) STRICT;
CREATE VIRTUAL TABLE cell_box USING rtree (id, west, east, south, north);
CREATE TRIGGER cell_box_follows AFTER DELETE ON cell BEGIN
  DELETE FROM cell_box WHERE id = old.id;
END;

CREATE TABLE cell_source (
  cell_id INTEGER NOT NULL REFERENCES cell ON DELETE CASCADE,
  boundary_id INTEGER NOT NULL REFERENCES boundary,
  PRIMARY KEY (cell_id, boundary_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX cell_by_source ON cell_source (boundary_id);

CREATE TABLE pair (
  analysis_id INTEGER NOT NULL REFERENCES analysis ON DELETE CASCADE,
  a INTEGER NOT NULL REFERENCES boundary,
  b INTEGER NOT NULL REFERENCES boundary,
  area_m2 REAL NOT NULL,
  PRIMARY KEY (analysis_id, a, b),
  CHECK (a < b)
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
