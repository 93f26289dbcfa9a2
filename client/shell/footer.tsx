/** Whose data it is, under which licence, in which version. */
import type { Study } from "../../server/core/model.ts";
import { shortVersion } from "../format.ts";
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
          <span>{shared.version(shortVersion(study.dataVersion))}</span>
        </>
      )}
    </footer>
  );
}
