import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block } from "../../text/draft.ts";
import type { Span } from "../../text/span.ts";
import type { TimeMention } from "../../time/time.ts";
import type { Stretch } from "../events/attachment.ts";
import { spanOf } from "../events/spoken.ts";
import type { CellPassage } from "../events/tables.ts";
import type { Passage } from "../grammar/passage.ts";
import { lexiconOf } from "../lexicon.ts";
import { idsOf } from "../names/meant.ts";
import type { NameMatch } from "../names/name-mentions.ts";
import { officesHeld } from "../offices/holdings.ts";
import { mayLead } from "../offices/leading.ts";
import { mayNameOffice, officePhrases } from "../offices/office-phrases.ts";
import { type OfficeTime, officeTime, type TimeSources } from "../offices/office-times.ts";
import type { OfficeStatement } from "../reading.ts";
import { leadershipStatements, officeStatements } from "./offices.ts";

/** Whether a sentence has any word by which an office is told. */
export function mayTellOffice(passage: Passage): boolean {
  return mayNameOffice(passage) || mayLead(passage);
}

/** What a sentence says of people's offices. `meant` gives its pronouns and descriptions for which one actor is left. */
export function* officesIn(
  block: Block,
  passage: Passage,
  sources: TimeSources,
  meant: () => readonly NameMatch[],
  knowledge: Knowledge,
): Generator<OfficeStatement> {
  const place = (tokens: Stretch) => spanOf(block, passage, tokens);
  const isPerson = isPersonOf(knowledge);
  if (mayNameOffice(passage))
    for (const held of officesHeld(passage, lexiconOf(knowledge), isPerson, meant())) {
      const time = officeTime(passage, held, sources);
      yield* officeStatements(held, passage, place, place(held.person), time, knowledge);
    }
  yield* leadershipStatements(passage, place, sources.timeOf, isPerson, knowledge);
}

/** Rows with one person and an office: "| Farid Nassim | Law Minister of Tarvos | 2019–2022 |". */
export function* officesInTable(
  rows: readonly (readonly CellPassage[])[],
  timeAt: (offset: number) => TimeMention | undefined,
  knowledge: Knowledge,
): Generator<OfficeStatement> {
  for (const row of rows.slice(1)) {
    const [person, ...others] = row.flatMap((cell) => personAlone(cell, knowledge));
    if (person === undefined || others.length > 0) continue;
    const time = timeOfRow(row, timeAt);
    for (const { block, passages } of row)
      for (const passage of passages) yield* cellOffice(person, block, passage, time, knowledge);
  }
}

interface PersonInCell {
  readonly match: NameMatch;
  readonly span: Span;
}

function personAlone({ block, passages }: CellPassage, knowledge: Knowledge): PersonInCell[] {
  const isPerson = isPersonOf(knowledge);
  return passages.flatMap((passage) => {
    const [match, ...others] = passage.names;
    const alone = others.length === 0 && match?.from === 0 && match.to === passage.tokens.length;
    return alone && idsOf(match).every(isPerson) ? [{ match, span: spanOf(block, passage, match) }] : [];
  });
}

/** The only date of a row, which has its cell to itself: a period is that of the tenure. */
function timeOfRow(
  row: readonly CellPassage[],
  timeAt: (offset: number) => TimeMention | undefined,
): OfficeTime {
  const times = row.flatMap(({ block, passages }) =>
    passages.flatMap(({ times, tokens }) =>
      times.map(({ from, to, expression }) => ({
        isAlone: from === 0 && to === tokens.length,
        time: timeAt(block.span.start + expression.span.start),
      })),
    ),
  );
  const [only, ...others] = times;
  const value = only?.time?.value;
  if (only === undefined || others.length > 0 || !only.isAlone || value === undefined)
    return { bounds: [], isStated: false };
  if (only.time?.boundary !== undefined) return { bounds: [], isStated: false };
  const bounds = value.range ? [{ relation: "during" as const, time: only.time! }] : [];
  return value.range ? { at: value, bounds, isStated: true } : { bounds: [], isStated: false };
}

function* cellOffice(
  { match, span }: PersonInCell,
  block: Block,
  passage: Passage,
  time: OfficeTime,
  knowledge: Knowledge,
): Generator<OfficeStatement> {
  const [office] = officePhrases(passage, lexiconOf(knowledge));
  if (office === undefined || office.from !== 0 || office.to !== passage.tokens.length) return;
  const place = (tokens: Stretch) => spanOf(block, passage, tokens);
  const held = { person: match, office, isTitle: false, manner: "held" as const, isAside: true };
  yield* officeStatements(held, passage, place, span, time, knowledge);
}

function isPersonOf(knowledge: Knowledge): (id: Id) => boolean {
  return (id) => knowledge.entities.get(id)?.type === "person";
}
