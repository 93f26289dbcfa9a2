-- History: what changed the content, and the states of what it changed. Not part of the data version.

-- What a file was found to hold, before anything of it was taken in.
CREATE TABLE check_report (
  id INTEGER PRIMARY KEY,
  checked_at TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  problems INTEGER NOT NULL,
  report BLOB NOT NULL -- deflated JSON of the shape of server/contract/check-report.ts
) STRICT;

CREATE TABLE version (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('load', 'import', 'repair', 'restore')),
  made_at TEXT NOT NULL,
  who TEXT NOT NULL, -- empty is not recorded
  what TEXT NOT NULL, -- in a sentence
  source TEXT NOT NULL,
  licence TEXT NOT NULL,
  date_read TEXT,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  check_id INTEGER REFERENCES check_report,
  restores INTEGER REFERENCES version,
  repairs_json TEXT NOT NULL, -- ids of the proposals that were accepted
  data_version TEXT NOT NULL -- after it
) STRICT;

-- Things that a version concerns. A state is how the thing stood right after the version.
CREATE TABLE version_item (
  version_id INTEGER NOT NULL REFERENCES version,
  kind TEXT NOT NULL, -- server/store/items/registry.ts
  item TEXT NOT NULL,
  -- kept: as it stood, noted down because a later version changed it for the first time
  change TEXT NOT NULL CHECK (change IN ('added', 'changed', 'confirmed', 'removed', 'kept')),
  state BLOB, -- deflated JSON; geometry by its hash
  PRIMARY KEY (version_id, kind, item),
  CHECK ((state IS NULL) = (change IN ('removed', 'confirmed')))
) STRICT, WITHOUT ROWID;
CREATE INDEX version_by_item ON version_item (kind, item, version_id);

-- Geometry that states refer to, each once.
CREATE TABLE kept_geometry (
  sha256 TEXT PRIMARY KEY,
  geometry BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Content: the areas of a loaded layer that an imported outline is composed of.
CREATE TABLE outline_member (
  initiative_id TEXT NOT NULL REFERENCES initiative,
  layer TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (initiative_id, layer, code)
) STRICT, WITHOUT ROWID;
