/** What `import` may be told, whichever kind of import it is. */
export interface ImportFlags {
  readonly programme?: string;
  readonly reference?: string;
  readonly weights?: string | true;
  readonly streams?: true;
  readonly partners?: true;
  readonly db?: string;
  readonly map?: string[];
  readonly id?: string;
  readonly crs?: string;
  readonly layer?: string;
  readonly areas?: string;
  readonly match?: string[];
  readonly leaveOut?: boolean;
  readonly acceptRepairs?: boolean;
  readonly accept?: string[];
  readonly dryRun?: boolean;
  readonly title?: string;
  readonly category?: string;
  readonly department?: string;
  readonly grade?: string;
  readonly accuracy?: string;
  readonly vintage?: string;
  readonly unit?: string;
  readonly scheme?: string;
  readonly source?: string;
  readonly licence?: string;
  readonly attribution?: string;
  readonly dateRead?: string;
  readonly who?: string;
  readonly today?: string;
  readonly json?: boolean;
}
