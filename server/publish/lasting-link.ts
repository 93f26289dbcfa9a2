/**
 * The lasting address of a view: `/l/`, the first eight digits of the data version that it was made
 * with, the view and its question (docs/decisions/0035-lasting-links.md).
 */
import { shortVersion } from "../../client/format.ts";
import { queryText } from "../contract/page-question.ts";

/** @param path of the view, beginning with `/` */
export const lastingPath = (
  dataVersion: string,
  path: string,
  params: readonly (readonly [string, string])[],
): string => `/l/${shortVersion(dataVersion)}${path}${queryText(params)}`;
