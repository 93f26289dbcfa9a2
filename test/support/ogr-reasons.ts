/** Why we differ from GDAL 3.6 on a file of the corpora, a sentence for each. */

const NO_ENCODING =
  "The table does not say its encoding: GDAL hands its bytes on as they are, which is no text. We read Windows-1252, the format's custom, and say that it was assumed";

export const OGR_REASONS: Readonly<Record<string, string>> = {
  "mbostock-shapefile/boolean-property.shp":
    "`?` is dBASE's mark for a logical value that was never set: unknown, so `null`",
  "mapshaper/dbf/comma_separated.dbf":
    "Numbers with a decimal comma: GDAL stops at the comma and warns; 68,5 is 68.5",
  "mapshaper/dbf/cpg/shiftjis.dbf":
    "The `.cpg` says `shiftjis`, a name that GDAL does not know; the text is right as we read it",
  "mapshaper/dbf/cpg/utf16.dbf":
    "Names of fields in UTF-16 have zero bytes in them, at which GDAL stops; the table has no rows",
  "mapshaper/dbf/duplicate_fields.dbf":
    "Two fields have one name: both number the second, we as `unemployed_2`, and say so",
  "mapshaper/dbf/big5.dbf": NO_ENCODING,
  "mapshaper/dbf/eucjp.dbf": NO_ENCODING,
  "mapshaper/dbf/gb2312.dbf": NO_ENCODING,
  "mapshaper/dbf/gbk.dbf": NO_ENCODING,
  "mapshaper/dbf/latin1.dbf": `${NO_ENCODING}; here that is right`,
  "mapshaper/dbf/periphereies.dbf": NO_ENCODING,
  "mapshaper/dbf/shiftjis.dbf": NO_ENCODING,
};
