-- What a list of reports says of each without opening it; null in reports from before this was counted.
ALTER TABLE check_report ADD COLUMN verdict_json TEXT;

-- Outlines with repairs proposed, as they came in, so that each can be drawn before and after.
CREATE TABLE check_drawing (
  check_id INTEGER NOT NULL REFERENCES check_report,
  feature INTEGER NOT NULL, -- counted from 1, as in the report
  sha256 TEXT NOT NULL REFERENCES kept_geometry,
  PRIMARY KEY (check_id, feature)
) STRICT, WITHOUT ROWID;
