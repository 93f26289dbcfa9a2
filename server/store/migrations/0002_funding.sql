-- Funding streams with their rules, worked cases, budgets, boards and targets. Streams are made anew:
-- they may belong to a worked case instead of a programme, and money is whole pence.

-- The offices of claim_route, first to last, where it is a chain.
ALTER TABLE programme ADD COLUMN claim_offices TEXT NOT NULL DEFAULT '';

-- What a document describes, apart from the register. Its money is never added to the register's.
CREATE TABLE worked_case (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  place_name TEXT NOT NULL,
  place_code TEXT, -- a district; NULL where the document names no place
  watermark TEXT NOT NULL, -- words across an illustration; empty where the figures are the document's
  not_said_json TEXT NOT NULL CHECK (json_valid(not_said_json)), -- sentences
  evidence_id INTEGER NOT NULL REFERENCES evidence
) STRICT;

-- A yearly sum of which the shares of its streams are not published.
CREATE TABLE budget (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  case_id TEXT REFERENCES worked_case,
  project TEXT NOT NULL,
  amount_pence INTEGER NOT NULL CHECK (amount_pence >= 0),
  about INTEGER NOT NULL CHECK (about IN (0, 1)),
  evidence_id INTEGER NOT NULL REFERENCES evidence
) STRICT;

CREATE TABLE new_stream (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE, -- its id in addresses, files and match rules
  name TEXT NOT NULL,
  case_id TEXT REFERENCES worked_case,
  project TEXT NOT NULL,
  initiative_id TEXT REFERENCES initiative,
  programme_code TEXT REFERENCES programme,
  places_json TEXT NOT NULL CHECK (json_valid(places_json)), -- codes and weights
  scope TEXT NOT NULL CHECK (scope IN ('initiative', 'district', 'region', 'national')),
  line TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('whole', 'administration', 'running_costs')),
  funder TEXT NOT NULL,
  department TEXT NOT NULL,
  in_kind INTEGER NOT NULL CHECK (in_kind IN (0, 1)),
  start_date TEXT,
  end_date TEXT, -- the day after the last day
  total_pence INTEGER,
  budget_id TEXT REFERENCES budget,
  recipient_json TEXT CHECK (json_valid(recipient_json)),
  rules_json TEXT NOT NULL CHECK (json_valid(rules_json)), -- read and written whole
  recalled_json TEXT NOT NULL CHECK (json_valid(recalled_json)),
  evidence_id INTEGER NOT NULL REFERENCES evidence,
  CHECK (scope = 'initiative' OR initiative_id IS NULL),
  CHECK (initiative_id IS NOT NULL OR scope <> 'initiative' OR project <> ''),
  CHECK (start_date IS NULL OR end_date IS NULL OR start_date < end_date)
) STRICT;

INSERT INTO new_stream
  SELECT s.id, 'stream-' || s.id, '', NULL, '', s.initiative_id, s.programme_code, '[]', s.scope,
    s.line, s.part, s.funder, p.department, 0, min(y.start_date), max(y.end_date), NULL, NULL, NULL,
    '{"yearNote":"","claims":{"milestones":[],"route":[],"words":""},"payment":{},"match":{"mayMatch":[],' ||
    '"mayNotMatch":[],"words":""},"outputs":[],"bidding":[],"biddingWords":"","reporting":"",' ||
    '"audit":""}', '[]', min(y.evidence_id)
  FROM funding_stream s JOIN programme p ON p.code = s.programme_code
  JOIN stream_year y ON y.stream_id = s.id GROUP BY s.id;

-- Two answers may print different figures for one year: both stand.
CREATE TABLE new_year (
  id INTEGER PRIMARY KEY,
  stream_id INTEGER NOT NULL REFERENCES new_stream,
  start_date TEXT NOT NULL,
  end_date TEXT NOT NULL, -- the day after the year's last day
  amount_pence INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('allocation', 'spend', 'award')),
  basis TEXT NOT NULL CHECK (basis IN ('printed', 'spread evenly, assumed')),
  evidence_id INTEGER NOT NULL REFERENCES evidence,
  CHECK (start_date < end_date)
) STRICT;

INSERT INTO new_year
  SELECT y.id, stream_id, start_date, end_date, CAST(round(amount_gbp * 100) AS INTEGER), kind,
    'printed', evidence_id
  FROM stream_year y JOIN funding_stream s ON s.id = y.stream_id;

DROP TABLE stream_year;
DROP TABLE funding_stream;
ALTER TABLE new_stream RENAME TO funding_stream;
ALTER TABLE new_year RENAME TO stream_year;
CREATE INDEX stream_by_initiative ON funding_stream (initiative_id);
CREATE INDEX year_by_stream ON stream_year (stream_id, start_date);

CREATE TABLE board (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  case_id TEXT REFERENCES worked_case,
  initiative_id TEXT REFERENCES initiative,
  place_code TEXT,
  meetings_a_year REAL CHECK (meetings_a_year >= 0),
  evidence_id INTEGER NOT NULL REFERENCES evidence
) STRICT;

-- Members of a board. A seat is an organisation's; no person is recorded.
CREATE TABLE seat (
  board_id TEXT NOT NULL REFERENCES board,
  partner_id INTEGER NOT NULL REFERENCES partner,
  sector TEXT NOT NULL,
  kind TEXT,
  role TEXT NOT NULL,
  attendance TEXT NOT NULL CHECK (attendance IN ('present', 'absent', 'unknown')),
  evidence_id INTEGER NOT NULL REFERENCES evidence,
  PRIMARY KEY (board_id, partner_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX seat_by_partner ON seat (partner_id);

CREATE TABLE new_membership (
  initiative_id TEXT NOT NULL REFERENCES initiative,
  partner_id INTEGER NOT NULL REFERENCES partner,
  sector TEXT NOT NULL CHECK (sector IN ('local_authority', 'education', 'health', 'police',
    'employment', 'business', 'voluntary', 'community', 'government_office', 'rda', 'faith', 'other')),
  kind TEXT,
  role TEXT NOT NULL,
  attendance TEXT NOT NULL CHECK (attendance IN ('present', 'absent', 'unknown')),
  evidence_id INTEGER NOT NULL REFERENCES evidence,
  PRIMARY KEY (initiative_id, partner_id, role)
) STRICT, WITHOUT ROWID;
INSERT INTO new_membership
  SELECT initiative_id, partner_id, sector, NULL, role, 'present', evidence_id FROM membership;
DROP TABLE membership;
ALTER TABLE new_membership RENAME TO membership;
CREATE INDEX membership_by_partner ON membership (partner_id);

-- What an initiative or a board works towards, beside its programme's aims.
CREATE TABLE body_aim (
  body TEXT NOT NULL,
  aim TEXT NOT NULL REFERENCES aim,
  weight TEXT NOT NULL CHECK (weight IN ('primary', 'secondary')),
  evidence_id INTEGER NOT NULL REFERENCES evidence,
  PRIMARY KEY (body, aim)
) STRICT, WITHOUT ROWID;

CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  topic TEXT NOT NULL REFERENCES aim,
  measure TEXT NOT NULL,
  value REAL,
  by_date TEXT,
  evidence_id INTEGER NOT NULL REFERENCES evidence
) STRICT;
