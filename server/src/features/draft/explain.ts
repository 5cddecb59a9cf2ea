import type { Slot } from "../../reading/events/score.ts";
import { passagesOf } from "../../reading/grammar/passage.ts";
import type { Scope } from "../../reading/grammar/scopes.ts";
import type { Anchor, Statement } from "../../reading/reading.ts";
import type { Closed, CueTrace, Gate, Trace } from "../../reading/trace.ts";
import { blockAt } from "../../text/draft.ts";
import { overlaps, type Span, slice, span } from "../../text/span.ts";
import { describeTime } from "../../time/write.ts";
import { originText } from "../cards/date-origin.ts";
import { nameOf } from "../facts.ts";
import type { Snapshot } from "./snapshot.ts";

/** What was made of the sentence at a place of a draft, part by part; each line is a sentence for the writer. */
export interface Explanation {
  /** The sentence. */
  readonly span: Span;
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

/**
 * What was read at an offset, how it was linked to what is known, and what kept a check from speaking. `trace` was filled
 * while the snapshot was read. Undefined where no prose is.
 */
export function explain(snapshot: Snapshot, trace: Trace, offset: number): Explanation | undefined {
  const place = sentenceAt(snapshot, offset);
  if (place === undefined) return undefined;
  const here = <T extends { readonly span: Span }>(all: readonly T[]) =>
    all.filter((one) => overlaps(one.span, place));
  const { reading, findings, ignored } = snapshot;
  const sections = [
    { title: "How it is said", lines: scopesIn(snapshot, place) },
    {
      title: "Who and what is named",
      lines: here(reading.entities).map((each) => namedLine(each, snapshot)),
    },
    { title: "Dates", lines: here(reading.times).map((time) => timeLine(time, snapshot)) },
    { title: "Events", lines: here(trace.cues).flatMap((cue) => cueLines(cue, snapshot)) },
    { title: "What it states", lines: here(reading.statements).map((each) => statementLine(each, snapshot)) },
    {
      title: "What is reported",
      lines: [
        ...here(findings).map(({ check, message }) => `${check}: ${message}`),
        ...ignored
          .filter(({ finding }) => overlaps(finding.span, place))
          .map(
            ({ finding, by, reason }) =>
              `${finding.check} is ignored ${IGNORED[by]}${reason ? `: ${reason}` : "."}`,
          ),
      ],
    },
  ];
  const told = sections.filter(({ lines }) => lines.length > 0);
  return { span: place, sections: told.length > 0 ? told : [NOTHING] };
}

const NOTHING = {
  title: "Nothing known",
  lines: ["The sentence names nothing that the knowledge base has, and no date."],
};

const IGNORED = {
  comment: "by a comment",
  "front-matter": "by the front matter",
  file: "by the workspace's ignore file",
} as const;

/** The sentence that an offset is in, or the one before it in its paragraph; in front of a line's prose, its first. */
function sentenceAt({ draft, knowledge }: Snapshot, offset: number): Span | undefined {
  const { line } = draft.lines.positionAt(offset);
  const onLine = (start: number) => start >= offset && draft.lines.positionAt(start).line === line;
  const block =
    blockAt(draft, offset) ??
    blockAt(draft, offset - 1) ??
    draft.blocks.find((each) => onLine(each.span.start));
  if (block === undefined) return undefined;
  const sentences = passagesOf(block, knowledge).flatMap(({ tokens }) =>
    tokens.length === 0
      ? []
      : span(block.span.start + tokens[0]!.start, block.span.start + tokens.at(-1)!.end),
  );
  return sentences.findLast(({ start }) => start <= offset) ?? sentences[0];
}

const SCOPES: Readonly<Record<Scope, string>> = {
  quoted: "is quoted: it is held against nobody but by the check of quotations",
  negated: "is denied: what is denied is not held against the draft",
  supposed: "is supposed, not stated",
  planned: "is planned or expected, not stated as done",
  doubted: "is doubted, or told as what somebody believes",
  asked: "is asked, not stated",
};

/** The stretches of the sentence that are not stated, each once. */
function scopesIn({ draft, knowledge }: Snapshot, place: Span): string[] {
  const block = blockAt(draft, place.start)!;
  if (block.quoted) return ["It stands in a block quotation, somebody else's words."];
  const passage = passagesOf(block, knowledge).find(({ tokens }) =>
    tokens.some((token) => block.span.start + token.start === place.start),
  );
  const { tokens = [], scopes = [] } = passage ?? {};
  const lines: string[] = [];
  for (let from = 0; from < tokens.length; ) {
    const scope = scopes[from];
    let to = from + 1;
    while (to < tokens.length && scopes[to] === scope) to++;
    if (scope !== undefined) {
      const words = span(block.span.start + tokens[from]!.start, block.span.start + tokens[to - 1]!.end);
      lines.push(`“${slice(draft.text, words)}” ${SCOPES[scope]}.`);
    }
    from = to;
  }
  return lines;
}

function namedLine(
  { span: words, ids, form, rightName }: Snapshot["reading"]["entities"][number],
  { draft, knowledge }: Snapshot,
): string {
  const names = ids.map((id) => nameOf(knowledge, id)).join(" or ");
  const right = rightName === undefined ? "" : `; “${rightName}” should stand there`;
  return `“${slice(draft.text, words)}” is ${names}, ${FORMS[form]}${right}.`;
}

const FORMS: Readonly<Record<Snapshot["reading"]["entities"][number]["form"], string>> = {
  name: "by name",
  alias: "by another of its names",
  weakAlias: "by a short name that counts since the full one was used",
  abbreviation: "by its abbreviation",
  demonym: "by the name of its people",
  metonym: "by a place that stands for it",
  discouraged: "by a name that should not be used",
  misnomer: "by a wrong name",
  near: "misspelt",
};

function timeLine(time: Snapshot["reading"]["times"][number], snapshot: Snapshot): string {
  const words = `“${slice(snapshot.draft.text, time.span)}”`;
  const value = time.nominal ?? time.value;
  if (time.problem !== undefined) return `${words} is no possible date.`;
  if (value === undefined) return `${words} is a date that nothing around it completes.`;
  const origin = originText(time, snapshot);
  return `${words} is ${describeTime(value)} (${value.edtf}).${origin === "" ? "" : ` ${origin}`}`;
}

function cueLines({ span: words, scores, closed, link }: CueTrace, { draft, knowledge }: Snapshot): string[] {
  const cue = `“${slice(draft.text, words)}”`;
  if (scores.length === 0 && closed.length === 0) return [`${cue} fits no known event.`];
  const weighed = scores.map(({ event, anchors, conflicts }) => {
    const against =
      conflicts.length === 0 ? "" : `; against it: ${conflicts.map((slot) => SLOTS[slot]).join(", ")}`;
    return `${cue} may be “${event.name}”. For it: ${anchors.map((anchor) => ANCHORS[anchor]).join(", ") || "nothing"}${against}.`;
  });
  const outcome =
    link === undefined
      ? `${cue} was linked to no event.`
      : `${cue} was taken for “${nameOf(knowledge, link.event)}”${link.tested.length === 0 ? "" : `; tested: ${link.tested.map((slot) => SLOTS[slot]).join(", ")}`}.`;
  return [
    ...weighed.slice(0, MOST),
    ...closed.slice(0, MOST).map((each) => gateLine(each, (id) => nameOf(knowledge, id))),
    ...(closed.length > MOST ? [`Silent for ${closed.length - MOST} more of the kind, alike.`] : []),
    outcome,
  ];
}

const MOST = 5;

function gateLine({ gate, event, rivals = [], slot }: Closed, nameOfEvent: (id: string) => string): string {
  const events = [...(event === undefined ? [] : [event]), ...rivals].map(nameOfEvent).join(" or ");
  const about = events === "" ? "" : ` (${events}${slot === undefined ? "" : `, ${SLOTS[slot]}`})`;
  return `Silent${about}: ${GATES[gate]}.`;
}

/** Each gate in a sentence. */
export const GATES: Readonly<Record<Gate, string>> = {
  "ruled-out": "the words cannot mean it, for they name another object, subject, owner or year",
  "verb-alone": "there is a verb alone, and nobody or nothing of the event beside it",
  "too-little": "less than two signs point to it, a part that differs left out",
  tie: "two events fit alike",
  "date-of-another": "another event of the kind has just that date, so the name may be what is wrong",
  "far-date": "the date is so far off that another event may be meant",
  "slots-disagree": "the date and the place that differ point to different events",
  "another-fits": "nothing speaks against another event of the kind",
  quoted: "the words stand in a quotation",
};

const ANCHORS: Readonly<Record<Anchor, string>> = {
  name: "its name",
  kind: "its kind",
  place: "its place",
  participant: "who took part",
  date: "its date",
  about: "what it is about",
  earlier: "that it was spoken of before",
};

const SLOTS: Readonly<Record<Slot, string>> = {
  date: "its date",
  place: "its place",
  participant: "who took part",
};

function statementLine({ kind, verdict, span: words }: Statement, { draft }: Snapshot): string {
  const text = slice(draft.text, words);
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return `${kind.replaceAll("-", " ")} “${shown}”: ${VERDICTS[verdict]}.`;
}

const LONGEST = 120;

const VERDICTS: Readonly<Record<Statement["verdict"], string>> = {
  supported: "the knowledge base says the same",
  contradicted: "the knowledge base says otherwise",
  unverified: "the knowledge base does not say",
};
