/** Every change of the data, or of one thing: where it came from, what it concerns, how to go back. */
import type { VersionReply } from "../../../server/contract/versions.ts";
import { patchworkCommand } from "../../api.ts";
import { dayOf, lastConfirmed } from "../../check-words.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { WhenLoaded } from "../../parts/when-loaded.tsx";
import { useActions } from "../../shell/context.tsx";
import { texts } from "../../texts/checks.ts";
import { VersionTable } from "./version-table.tsx";

interface VersionsReply {
  readonly versions: readonly VersionReply[];
}

export function History({ thing }: { thing: string | undefined }) {
  const all = useReply<VersionsReply>("/api/v1/versions");
  const path = thing && `/api/v1/versions?id=${encodeURIComponent(thing)}`;
  const own = useReply<VersionsReply>(path || "/api/v1/versions");
  return (
    <section aria-labelledby="history-heading">
      <SectionHead
        id="history-heading"
        heading={thing ? texts.historyOf(thing) : texts.history}
        note={texts.historyNote}
      >
        <CopyButton
          label={texts.copyCall}
          of={texts.history}
          text={() => `curl '${location.origin}${path || "/api/v1/versions"}'`}
        />
        <CopyButton
          label={texts.copyCommand}
          of={texts.history}
          text={() => patchworkCommand("versions", ...(thing ? [thing] : []))}
        />
      </SectionHead>
      <WhenLoaded of={all} loading={texts.readingVersions} lines={8}>
        {({ versions: everything }) => (
          <>
            <ThingChoice versions={everything} thing={thing} />
            <WhenLoaded of={own} loading={texts.readingVersions} lines={6}>
              {({ versions }) => (
                <>
                  {thing && <p class="checks-confirmed">{confirmedWords(versions, thing)}</p>}
                  <VersionTable versions={versions} thing={thing} />
                  <p class="note">{texts.restoreNote}</p>
                </>
              )}
            </WhenLoaded>
          </>
        )}
      </WhenLoaded>
    </section>
  );
}

function confirmedWords(versions: readonly VersionReply[], thing: string): string {
  const day = lastConfirmed(versions, thing);
  return day === undefined ? texts.neverConfirmed : texts.confirmedOn(dayOf(day));
}

interface ThingChoiceProps {
  readonly versions: readonly VersionReply[];
  readonly thing: string | undefined;
}

/** Everything that a file has ever touched, by kind; one that an address names stands there too. */
function ThingChoice({ versions, thing }: ThingChoiceProps) {
  const { setParams } = useActions();
  const kindOf = new Map(
    versions.flatMap(({ changed }) => changed.map(({ id, kind }) => [id, kind] as const)),
  );
  if (thing && !kindOf.has(thing)) kindOf.set(thing, "");
  const things = [...kindOf].sort(([a], [b]) => a.localeCompare(b, "en-GB", { numeric: true }));
  if (things.length === 0) return null;
  return (
    <label class="checks-thing">
      {texts.thing}{" "}
      <select
        value={thing ?? ""}
        onChange={({ currentTarget }) => setParams({ thing: currentTarget.value || undefined })}
      >
        <option value="">{texts.everything}</option>
        {things.map(([id, kind]) => (
          <option key={id} value={id}>
            {kind ? `${id} (${texts.thingKinds[kind] ?? kind})` : id}
          </option>
        ))}
      </select>
    </label>
  );
}
