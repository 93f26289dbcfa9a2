/** The question as a map and as one printed page. */
import type { Question } from "../../../server/core/hotspots/question.ts";
import { documentPath } from "../../api.ts";
import { ScreenLink } from "../../parts/screen-link.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { texts } from "../../texts/export.ts";
import type { View } from "../../view.ts";

interface DocumentsProps {
  readonly question: Question;
  /** The question, as the server's routes spell it. */
  readonly query: string;
  readonly view: View;
}

export function Documents({ question, query, view }: DocumentsProps) {
  const { place, region, by } = view;
  const part = place ? { place } : region ? { region } : undefined;
  const links = [
    [documentPath("/briefing", question, by, part), texts.briefing],
    [documentPath("/export/briefing.html", question, by, part), texts.briefingFile],
    [documentPath("/export/map.svg", question, by, part), texts.mapSvg],
    [documentPath("/export/map.png", question, by, part), texts.mapPng],
    [
      place
        ? `/plain/place/${encodeURIComponent(place)}?${query}`
        : documentPath("/plain/hotspots", question, by, part),
      texts.plain,
    ],
  ] as const;
  return (
    <section aria-labelledby="documents-heading">
      <SectionHead id="documents-heading" heading={texts.documents} note={texts.documentsNote} />
      <ul class="documents">
        {links.map(([href, word]) => (
          <li key={word}>
            <a href={href}>{word}</a>
          </li>
        ))}
        <li>
          <ScreenLink screen="checks">{texts.filesTaken}</ScreenLink>
        </li>
      </ul>
    </section>
  );
}
