import type { CheckReport } from "../../contract/check-report.ts";
import { type Checked, checkFeatures } from "../../core/check/check-features.ts";
import { makeReport, reportedFile } from "./make-report.ts";
import { type ReadSubject, readSubject, type SubjectOptions } from "./read-subject.ts";

export interface CheckedFile {
  readonly read: ReadSubject;
  readonly checked: Checked;
  readonly report: CheckReport;
}

/**
 * Reads a file and looks for every known problem. Changes nothing.
 *
 * @throws AppError as {@link readSubject}, where the file cannot be read at all
 */
export async function checkFile(path: string, options: SubjectOptions): Promise<CheckedFile> {
  const read = await readSubject(path, options);
  const checked = checkFeatures(read.subject, (share) =>
    options.progress?.("check", (1 + 2 * share) / 3),
  );
  return { read, checked, report: makeReport(reportedFile(read), checked) };
}
