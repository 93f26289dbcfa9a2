-- What cutting the small areas mended in its sources, as analysis.repairs_json.
ALTER TABLE small_area_analysis ADD COLUMN repairs_json TEXT NOT NULL DEFAULT '[]';
