/** When claims fall due over the financial year: a table that is its own chart. */
import { longDate } from "../../format.ts";
import { claimsWords } from "../../stream-words.ts";
import { texts } from "../../texts/streams.ts";
import type { Picture } from "./names.ts";
import type { StreamRing } from "./rings.ts";
import { asDate } from "./wire-dates.ts";

type Claim = Picture["claims"][number];

export function ClaimsCalendar(props: { rings: readonly StreamRing[]; picture: Picture }) {
  const { rings, picture } = props;
  const months = monthsFrom(picture.year.start);
  const due = months.map((month) => picture.claims.filter((claim) => inMonth(claim, month)));
  const busy = due.map(({ length }) => length > 1);
  const most = Math.max(0, ...due.map(({ length }) => length));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keys inside its frame
    <section class="table-scroll" aria-label={texts.calendarTable} tabIndex={0}>
      <table class="calendar">
        <caption class="unseen">{texts.calendarTable}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.stream}</th>
            {months.map((month, i) => (
              <th key={month} scope="col" class={busy[i] ? "busy" : ""}>
                <abbr title={texts.monthOf(month)}>{texts.monthShort(month)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rings.map((ring) => (
            <CalendarRow
              key={ring.id}
              ring={ring}
              months={months}
              claims={picture.claims.filter(({ stream }) =>
                ring.streams.some(({ id }) => id === stream),
              )}
              busy={busy}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{texts.claimsDue}</th>
            {due.map((claims, i) => (
              <td key={months[i]} class={busy[i] ? "busy" : ""}>
                {claims.length === most && most > 0 ? <b>{claims.length}</b> : claims.length}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

interface RowProps {
  readonly ring: StreamRing;
  readonly months: readonly string[];
  readonly claims: readonly Claim[];
  /** Month by month: whether two claims or more fall due in it. */
  readonly busy: readonly boolean[];
}

function CalendarRow({ ring, months, claims, busy }: RowProps) {
  const { name, first } = ring;
  const { yearStart, frequency } = first;
  const start =
    yearStart && months.findIndex((month) => Number(month.slice(5)) === yearStart.month);
  if (claims.length === 0 && frequency !== "none") {
    const words = yearStart
      ? texts.claimsNotStated
      : frequency
        ? texts.cycleNotStatedBut(claimsWords(first))
        : texts.cycleNotStated;
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={12}>
          <span class={yearStart ? "span-open" : "span-unknown"}>{words}</span>
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">{name}</th>
      {months.map((month, i) => {
        const its = claims.filter((claim) => inMonth(claim, month));
        const classes = [busy[i] ? "busy" : "", i === start ? "year-starts" : ""];
        return (
          <td key={month} class={classes.join(" ").trim()}>
            <Claims claims={its} />
            {i === start && <span class="unseen">{texts.yearStartsHere}</span>}
          </td>
        );
      })}
    </tr>
  );
}

/** One mark a month, and how many claims it stands for where they are several. */
function Claims({ claims }: { claims: readonly Claim[] }) {
  const [one] = claims;
  if (!one) return null;
  return (
    <>
      <ClaimMark
        closes={one.closesYear}
        words={texts.claimDue(claims.length, longDate(asDate(one.due)!), one.closesYear)}
      />
      {claims.length > 1 && (
        <small class="times" aria-hidden="true">
          {claims.length}
        </small>
      )}
    </>
  );
}

/** Filled where the claim also closes the year. */
export function ClaimMark({ closes, words }: { closes: boolean; words?: string }) {
  return (
    <>
      <svg class="claim-mark" width="15" height="15" viewBox="0 0 15 15" aria-hidden="true">
        <circle cx="7.5" cy="7.5" r="6" class={closes ? "claim-closing" : "claim-open"} />
      </svg>
      {words && <span class="unseen">{words}</span>}
    </>
  );
}

/** "1999-04" and the eleven months after it. */
function monthsFrom(start: string): string[] {
  const [year = 0, month = 1] = start.split("-").map(Number);
  return Array.from({ length: 12 }, (_, i) =>
    new Date(Date.UTC(year, month - 1 + i, 1)).toISOString().slice(0, 7),
  );
}

const inMonth = ({ due }: Claim, month: string) => due.startsWith(month);
