import { readingAround } from "../../reading/lists.ts";
import { type Span, slice } from "../../text/span.ts";
import type { Inferred, InferredFrom, TimeMention } from "../../time/time.ts";
import { describeTime } from "../../time/write.ts";
import type { Snapshot } from "../draft/snapshot.ts";

/** Where the part that a date's words do not give comes from, in a sentence without markup; empty where they give all. */
export function originText({ inferred, span }: TimeMention, snapshot: Snapshot): string {
  if (inferred === undefined) return "";
  const words = slice(snapshot.draft.text, span);
  const from = `${sourceOf(inferred, snapshot)}${placeOf(inferred, snapshot)}`;
  return inferred.part === "year"
    ? `“${words}” gives no year: it comes from ${from}.`
    : `“${words}” is counted from ${from}.`;
}

function sourceOf(inferred: Inferred, snapshot: Snapshot): string {
  const { from, origin } = inferred;
  if (from === "event") return eventOf(inferred, snapshot);
  const quoted = origin === undefined ? "" : `, ${quotation(origin, from, snapshot)}`;
  if (from === "draft-date") return `the day of writing${writtenOn(snapshot)}${quoted}`;
  return `${from === "table" ? tablePart(origin, snapshot) : NAMES[from]}${quoted}`;
}

const NAMES: Readonly<Record<Exclude<InferredFrom, "event" | "draft-date" | "table">, string>> = {
  "previous-date": "the date before it",
  heading: "the heading",
  range: "the date beside it",
};

function eventOf({ event = "" }: Inferred, { knowledge }: Snapshot): string {
  const known = knowledge.events.get(event);
  if (known?.date === undefined) return "a known event";
  return `“${known.name}”, ${describeTime(known.date)}`;
}

/** The words, and what they come to, where they do not say it themselves. */
function quotation(origin: Span, from: InferredFrom, { draft, reading }: Snapshot): string {
  const block =
    from === "heading"
      ? draft.blocks.find(({ span }) => span.start <= origin.start && origin.end <= span.end)
      : undefined;
  const words = slice(draft.text, block?.span ?? origin);
  const time = readingAround(reading, origin).times.find(({ span }) => span.start === origin.start);
  const meaning =
    time?.inferred === undefined || time.value === undefined
      ? ""
      : `, ${describeTime(time.nominal ?? time.value)}`;
  return `“${words.length > LONGEST ? `${words.slice(0, LONGEST - 1).trimEnd()}…` : words}”${meaning}`;
}

const LONGEST = 60;

function writtenOn({ draft }: Snapshot): string {
  const { date } = draft.frontMatter;
  return date === undefined ? "" : `, ${date}`;
}

function tablePart(origin: Span | undefined, { draft }: Snapshot): string {
  const block =
    origin && draft.blocks.find(({ span }) => span.start <= origin.start && origin.end <= span.end);
  if (block?.captionOf !== undefined) return "the table’s caption";
  return block?.cell?.row === 0 ? "the head of its column" : "the first column of its row";
}

/** Front matter is known by its name; anything else by its line. */
function placeOf({ origin }: Inferred, { draft }: Snapshot): string {
  return origin === undefined ? "" : ` (line ${draft.lines.positionAt(origin.start).line + 1})`;
}
