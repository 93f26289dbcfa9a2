/**
 * Reads every shapefile and dBASE table of ../shared/corpora with our readers and with GDAL, and
 * writes where they agree and differ into docs/formats.md.
 */
import { compareWithOgr, hasOgr, ogrFiles } from "../test/support/ogr-compare.ts";
import { ogrTables, writeTables } from "../test/support/ogr-document.ts";

if (!hasOgr()) {
  process.stderr.write("This needs GDAL: apt-get install -y --no-install-recommends gdal-bin\n");
  process.exit(2);
}
writeTables(ogrTables(await Promise.all(ogrFiles().map(compareWithOgr))));
