import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block } from "../../text/draft.ts";
import type { TimeMention } from "../../time/time.ts";
import { statedValue } from "../../time/values.ts";
import { isFunctionWord } from "../english/function-words.ts";
import { spanOf } from "../events/spoken.ts";
import type { Passage, TimeMatch } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import { isCapitalized } from "../names/name-index.ts";
import type { DateAccount } from "./account.ts";
import { isPlainDate } from "./events.ts";
import { subjectKey, tellsSimply } from "./words.ts";

/** When a passage says that a person was born, or died. */
export function personAccounts(
  block: Block,
  passage: Passage,
  timeAt: (offset: number) => TimeMention | undefined,
  knowledge: Knowledge,
): DateAccount[] {
  const accounts: DateAccount[] = [];
  if (!hasClass(passage, VERB) || !tellsSimply(passage)) return accounts;
  const { keys, scopes } = passage;
  for (let at = 1; at < keys.length; at++) {
    const how = VERBS.get(keys[at]!);
    if (how === undefined || scopes[at] !== undefined) continue;
    const person = personBefore(passage, at, knowledge);
    const time = person && (timeOf(dateAfter(passage, at)) ?? bareYear(block, passage, at));
    if (person === undefined || time === undefined || !isPlainDate(time) || time.inferred !== undefined)
      continue;
    accounts.push({
      subject: person.subject,
      by: "person",
      how,
      recurs: false,
      restrictive: false,
      subjectSpan: spanOf(block, passage, person),
      slot: "date",
      time,
      span: time.core,
    });
  }
  return accounts;

  function timeOf(match: TimeMatch | undefined): TimeMention | undefined {
    return match && timeAt(block.span.start + match.expression.span.start);
  }
}

/** "(born 1950)", "b. 1950": a number that is a year here only. */
function bareYear(block: Block, passage: Passage, at: number): TimeMention | undefined {
  const { tokens, keys } = passage;
  const year = keys[at + 1] === "." ? at + 2 : at + 1;
  const token = tokens[year];
  if (token?.kind !== "number" || !/^(?:1\d|20)\d\d$/.test(token.text)) return undefined;
  if (!/^[),.;]$/.test(keys[year + 1] ?? ".")) return undefined;
  const span = spanOf(block, passage, { from: year, to: year + 1 });
  const stated = { year: Number(token.text) };
  const value = statedValue({ stated });
  return { kind: "date", span, core: span, text: token.text, stated, ...(value && { value }) };
}

const VERBS: ReadonlyMap<string, string> = new Map([
  ["born", "born"],
  ["died", "died"],
]);

const VERB = wordClass(({ key }) => VERBS.has(key));

/** "born on 3 May 1952", "born in Harl in 1952": the next date, with nothing but a place before it. */
function dateAfter({ times, keys, tags, tokens }: Passage, at: number): TimeMatch | undefined {
  const match = times.find(({ from }) => from > at);
  if (match === undefined || match.from - at > FARTHEST) return undefined;
  for (let i = at + 1; i < match.from; i++) {
    const isPlace = tags[i] === "name" || isCapitalized(tokens[i]!.text);
    if (!isPlace && !/^(?:in|on|at|near|of|the|,|\.)$/.test(keys[i]!)) return undefined;
  }
  return match;
}

const FARTHEST = 9;

/** The full name right before "was born", "(born", ", born", "died". */
function personBefore({ keys, tokens, names, tags }: Passage, at: number, knowledge: Knowledge) {
  let to = at;
  if (/^(?:\(|,)$/.test(keys[to - 1] ?? "")) to--;
  else if (keys[to - 1] === "was") to--;
  else if (keys[at] !== "died") return undefined;
  const known = names.find((name) => name.to === to);
  if (known !== undefined) {
    const ids = [...new Set(known.names.map(({ id }) => id))];
    const isPerson = ids.length === 1 && knowledge.entities.get(ids[0]!)?.type === "person";
    return isPerson ? { subject: `#${ids[0]}`, from: known.from, to } : undefined;
  }
  let from = to;
  while (from > 0 && isNameWord(from - 1)) from--;
  return to - from >= 2 && to - from <= 4
    ? { subject: subjectKey(keys.slice(from, to)), from, to }
    : undefined;

  function isNameWord(i: number): boolean {
    const { kind, text } = tokens[i]!;
    return kind === "word" && tags[i] === "word" && isCapitalized(text) && !isFunctionWord(keys[i]!);
  }
}
