/** What is made for people to look at and keep: a picture or a page, the same bytes everywhere. */
import type { PageContext, PageQuestion } from "../page-context.ts";

export interface DocumentFormat {
  readonly id: string;
  readonly title: string;
  readonly mediaType: string;
}

export interface ExportDocument {
  readonly id: string;
  readonly title: string;
  readonly formats: readonly DocumentFormat[];
  /**
   * @param format one of {@link formats}, by id
   * @param scale pixels of a picture of dots to one of its drawing
   */
  readonly make: (
    context: PageContext,
    asked: PageQuestion,
    format: string,
    scale: number,
  ) => Promise<string | Uint8Array>;
}
