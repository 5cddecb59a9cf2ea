import type { Event, Knowledge, Named } from "../../knowledge-base/knowledge.ts";
import { describeTime } from "../../time/write.ts";
import { nameOf } from "../facts.ts";
import { bold, labelled, lines, namesText, paragraphs, plain } from "./markdown.ts";
import { baseNote, sourcesOf } from "./sources.ts";

const MOST_NAMES = 5;

/** What is known of an event: when, where, who, how it ended, on whose word. */
export function eventCard(event: Event, knowledge: Knowledge): string {
  const names = (ids: readonly string[]) => namesText(ids.map((id) => nameOf(knowledge, id)));
  return paragraphs(
    `${bold(event.name)} · ${plain(wordsOf(event.type))}`,
    lines(
      labelled("Date", whenOf(event)),
      ...Object.entries(event.stages).map(([stage, date]) =>
        labelled(capital(wordsOf(stage)), describeTime(date)),
      ),
      labelled("Place", names(event.place)),
      ...Object.entries(event.participants).map(([role, ids]) =>
        labelled(capital(wordsOf(role)), names(ids)),
      ),
      labelled("About", names(event.about)),
      labelled("Outcome", event.outcome ?? ""),
      labelled("Part of", event.partOf === undefined ? "" : names([event.partOf])),
      labelled("Follows", names(event.follows)),
      labelled("Also", otherNames(event)),
    ),
    plain(event.description ?? ""),
    sourcesOf(knowledge, event.evidence),
    baseNote(knowledge, event),
  );
}

/** An event in one line, as it stands in lists. */
export function eventLine(event: Event): string {
  return [whenOf(event), plain(event.name)].filter((part) => part !== "").join(": ");
}

/** By what else an actor or event goes; of many names only the first. */
export function otherNames({ aliases, abbreviations, identifiers }: Named): string {
  return namesText([...abbreviations, ...aliases, ...identifiers], MOST_NAMES);
}

/** `entryIntoForce` → “entry into force”. */
export function wordsOf(identifier: string): string {
  return identifier.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/[-_]/g, " ");
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function whenOf({ date }: Event): string {
  return date === undefined ? "" : describeTime(date);
}
