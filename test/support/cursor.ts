import type { Finding } from "../../server/src/checks/check.ts";
import type { Snapshot } from "../../server/src/features/draft/snapshot.ts";
import type { Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import type { EntityMention, EventMention } from "../../server/src/reading/reading.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { type Span, span } from "../../server/src/text/span.ts";
import { calendarDate } from "../../server/src/time/calendar.ts";
import { parseEdtf } from "../../server/src/time/edtf.ts";
import type {
  InferredFrom,
  Offset,
  StatedParts,
  TimeMention,
  TimeValue,
} from "../../server/src/time/time.ts";

export interface Place {
  readonly snapshot: Snapshot;
  readonly offset: number;
}

/**
 * A draft with a cursor `<|>` and a reading by hand, so that a feature is tested apart from how drafts are read:
 * `[text]{entity id…}`, `[text]{event id}` (by its name; `described id` otherwise), `[text]{date EDTF}` (`date EDTF year
 * previous-date`: inferred, from the words `[text]{origin}`), `[days after EVENT]{after EDTF id}`, `[text]{wrong check
 * id => fix}`. They may lie in one another.
 */
export function placeIn(marked: string, knowledge: Knowledge): Place {
  const marks: { span: Span; words: string[]; fixes: string[] }[] = [];
  const open: number[] = [];
  let text = "";
  let offset = -1;
  for (const [piece] of marked.matchAll(/<\|>|\[|\]\{[^}]*\}|[^[\]<]+|[\s\S]/g)) {
    if (piece === "<|>") offset = text.length;
    else if (piece === "[") open.push(text.length);
    else if (piece.startsWith("]{")) {
      const [what = "", fix] = piece.slice(2, -1).split(" => ");
      marks.push({ span: span(open.pop()!, text.length), words: what.split(" "), fixes: fix ? [fix] : [] });
    } else text += piece;
  }
  const draft = readDraft({ uri: "draft:", text, format: "markdown" });
  const of = (kind: string) => marks.filter(({ words }) => words[0] === kind);
  const origin = of("origin")[0]?.span;
  const reading = {
    draft,
    entities: of("entity").map(({ span, words }) => entity(span, words.slice(1))),
    events: marks.flatMap(({ span, words }) => event(span, words)),
    times: [
      ...of("date").map(({ span, words }) => date(span, words, text, origin)),
      ...of("after").map(({ span, words: [, edtf = "", event = ""] }) => ({
        ...date(span, ["date", edtf], text),
        offset: after(span, text),
        inferred: { part: "anchor", from: "event", event } as const,
      })),
    ],
    statements: [],
    discouraged: [],
    accounts: [],
    acronyms: [],
  };
  const findings = of("wrong").map(({ span, words, fixes }) => finding(span, words, fixes, knowledge));
  return { snapshot: { draft, knowledge, reading, findings, ignored: [] }, offset };
}

function entity(span: Span, ids: readonly string[]): EntityMention {
  return { kind: "entity", span, ids, form: "name" };
}

function event(span: Span, [kind, id = ""]: readonly string[]): EventMention[] {
  if (kind === "event") return [{ kind, span, id, anchors: ["name"] }];
  return kind === "described" ? [{ kind: "event", span, id, anchors: ["kind", "place"] }] : [];
}

function date(
  span: Span,
  [, edtf = "", part, from]: readonly string[],
  text: string,
  origin?: Span,
): TimeMention {
  const value = parseEdtf(edtf);
  return {
    kind: "date",
    span,
    core: span,
    text: text.slice(span.start, span.end),
    stated: "problem" in value ? {} : statedBy(value),
    ...("problem" in value ? {} : { value }),
    ...(part === undefined
      ? {}
      : { inferred: { part: part as "year", from: from as InferredFrom, ...(origin && { origin }) } }),
  };
}

function after(span: Span, text: string): Offset {
  const anchorStart = text.indexOf("after", span.start) + "after ".length;
  return { unit: "day", amount: 6, direction: 1, bound: "exact", from: "phrase", anchorStart };
}

/** As if the text gave all of it. */
function statedBy({ start, precision }: TimeValue): StatedParts {
  const { year, month, day } = calendarDate(start);
  return precision === "day" ? { year, month, day } : { year };
}

function finding(
  span: Span,
  words: readonly string[],
  fixes: readonly string[],
  knowledge: Knowledge,
): Finding {
  const [, check = "", id = ""] = words;
  const evidence = knowledge.entities.get(id)?.evidence ?? knowledge.events.get(id)?.evidence ?? [];
  return {
    check,
    severity: "error",
    message: "It is wrong.",
    span,
    knowledge: [id],
    evidence,
    fixes: fixes.map((newText) => ({ newText, safe: true })),
    related: [],
  };
}
