/**
 * Whose data it is, under which licence, in which version. It waits for the study: a foot that came
 * before what stands above it would be pushed down.
 */
import type { Study } from "../../server/core/model.ts";
import { shortVersion } from "../format.ts";
import { ScreenLink } from "../parts/screen-link.tsx";
import { shared } from "../texts/shared.ts";

export function Footer({ study }: { study: Study | undefined }) {
  if (!study) return null;
  return (
    <footer class="foot">
      <span>
        {study.layer.attribution} {study.layer.licence}
      </span>
      <span>
        <a href="/plain/">{shared.plainPages}</a>
      </span>
      <span>
        <ScreenLink screen="checks">{shared.filesTaken}</ScreenLink>
      </span>
      <span>{shared.version(shortVersion(study.dataVersion))}</span>
    </footer>
  );
}
