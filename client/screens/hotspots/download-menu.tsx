/** What is shown, to take away: as a file, as an address, as a command. */
import type { Question } from "../../../server/core/hotspots/question.ts";
import { exportCommand, exportPath } from "../../api.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { Popover } from "../../parts/popover.tsx";
import { texts } from "../../texts/hotspots.ts";
import { shared } from "../../texts/shared.ts";

const DOWNLOADS: readonly { unit: string; format: string; word: string; note: string }[] = [
  { unit: "cells", format: "geojson", word: texts.overlaps, note: texts.overlapsNote },
  { unit: "places", format: "csv", word: texts.placesCsv, note: texts.placesCsvNote },
  { unit: "figures", format: "csv", word: texts.figuresCsv, note: texts.figuresCsvNote },
  {
    unit: "initiatives",
    format: "csv",
    word: texts.initiativesCsv,
    note: texts.initiativesCsvNote,
  },
];

/** Those that can be had of one region. */
const OF_PLACES: ReadonlySet<string> = new Set(["places", "figures"]);

interface DownloadMenuProps {
  readonly question: Question;
  readonly region: string | undefined;
}

export function DownloadMenu({ question, region }: DownloadMenuProps) {
  return (
    <Popover title={shared.download} buttonClass="button" align="right" label={shared.download}>
      <p class="note">{region === undefined ? texts.downloadIntro : texts.downloadRegion}</p>
      <ul class="downloads">
        {DOWNLOADS.map(({ unit, format, word, note }) => {
          const part = OF_PLACES.has(unit) && region !== undefined ? { region } : undefined;
          const path = exportPath(unit, format, question, part);
          return (
            <li key={unit}>
              <a href={path} download>
                {word}
              </a>
              <span>{note}</span>
              <div>
                <CopyButton
                  label={shared.copyAddress}
                  of={word}
                  text={() => location.origin + path}
                />
                <CopyButton
                  label={shared.copyCommand}
                  of={word}
                  text={() => exportCommand(unit, format, question, part)}
                />
              </div>
            </li>
          );
        })}
      </ul>
    </Popover>
  );
}
