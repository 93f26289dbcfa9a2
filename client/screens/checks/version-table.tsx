/** Versions as a table: what each was, from which source, and the command that goes back to it. */
import type { VersionReply } from "../../../server/contract/versions.ts";
import { patchworkCommand } from "../../api.ts";
import { concernsWords, dayOf, shortHash } from "../../check-words.ts";
import { count } from "../../format.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { ScreenLink } from "../../parts/screen-link.tsx";
import { texts } from "../../texts/checks.ts";

interface VersionTableProps {
  readonly versions: readonly VersionReply[];
  /** The initiative, layer or set that they are of; undefined is everything. */
  readonly thing: string | undefined;
}

export function VersionTable({ versions, thing }: VersionTableProps) {
  return (
    <DataTable
      caption={thing ? texts.historyOf(thing) : texts.historyCaption}
      columns={columnsFor(thing)}
      rows={versions}
      keyOf={({ version }) => String(version)}
      empty={texts.neverConfirmed}
      file={thing ? `patchwork-versions-${thing}` : "patchwork-versions"}
    />
  );
}

const columnsFor = (thing: string | undefined): readonly Column<VersionReply>[] => [
  { id: "version", label: texts.version, number: true, value: ({ version }) => version },
  { id: "what", label: texts.what, head: true, value: ({ what }) => what },
  {
    id: "made",
    label: texts.when,
    value: ({ made_at }) => made_at,
    cell: ({ made_at }) => dayOf(made_at),
  },
  { id: "who", label: texts.who, value: ({ who }) => who || undefined },
  { id: "source", label: texts.source, value: ({ source }) => source || undefined },
  { id: "licence", label: texts.licence, value: ({ licence }) => licence || undefined },
  {
    id: "source_read",
    label: texts.dateRead,
    value: ({ date_read }) => date_read ?? undefined,
    cell: ({ date_read }) => dayOf(date_read),
  },
  { id: "concerns", label: texts.concerns, value: concernsWords },
  {
    id: "sha256",
    label: texts.hash,
    title: texts.hashRule,
    value: ({ sha256 }) => sha256 ?? undefined,
    cell: ({ sha256 }) =>
      sha256 === null ? texts.notRecorded : <code title={sha256}>{shortHash(sha256)}</code>,
  },
  {
    id: "report",
    label: texts.fromReport,
    value: ({ check }) => check ?? undefined,
    cell: ({ check }) =>
      check === null ? (
        texts.loadedAs
      ) : (
        <ScreenLink screen="checks" change={{ params: { check: String(check) } }}>
          {texts.toReport(check)}
        </ScreenLink>
      ),
  },
  {
    id: "go_back",
    label: texts.goBack,
    value: ({ version }) => restoreCommand(version, thing),
    cell: ({ version, changed }) => (
      <>
        <CopyButton
          label={texts.copyRestore}
          of={`${texts.goBack}: ${count(version)}`}
          text={() => restoreCommand(version, thing)}
        />
        {thing && changed.some(isDrawn) && (
          <a href={outlinesPath(version, thing)} download={`${thing}-version-${version}.geojson`}>
            {texts.outlines}
          </a>
        )}
      </>
    ),
  },
];

/** Things that have outlines, and had them after the version. */
const isDrawn = ({ kind, change }: VersionReply["changed"][number]) =>
  (kind === "initiative" || kind === "layer") && change !== "removed";

const restoreCommand = (version: number, thing: string | undefined) =>
  patchworkCommand("restore", String(version), ...(thing ? ["--only", thing] : []));

const outlinesPath = (version: number, thing: string) =>
  `/api/v1/versions/${version}/outlines?id=${encodeURIComponent(thing)}`;
