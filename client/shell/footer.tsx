/** Whose data it is, under which licence, in which version. */
import type { Study } from "../../server/core/model.ts";
import { shortVersion } from "../format.ts";
import { ScreenLink } from "../parts/screen-link.tsx";
import { shared } from "../texts/shared.ts";

export function Footer({ study }: { study: Study | undefined }) {
  return (
    <footer class="foot">
      {study && (
        <>
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
        </>
      )}
    </footer>
  );
}
