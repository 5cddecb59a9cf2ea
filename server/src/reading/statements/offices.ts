import type { Entity, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Span } from "../../text/span.ts";
import type { Passage } from "../grammar/passage.ts";
import { idsOf } from "../names/meant.ts";
import type { OfficeHeld } from "../offices/holdings.ts";
import { OfficeJudge } from "../offices/judge.ts";
import { ledBodies } from "../offices/leading.ts";
import type { OfficePhrase } from "../offices/office-phrases.ts";
import type { OfficeTime, TimeSources } from "../offices/office-times.ts";
import { judgePredecessor, judgeTenure } from "../offices/tenures.ts";
import type { OfficeStatement } from "../reading.ts";

/** Where a passage's tokens stand in the draft. */
export type Place = (tokens: { readonly from: number; readonly to: number }) => Span;

/** What a passage says of a person's office, judged at the time that it tells of. */
export function* officeStatements(
  held: OfficeHeld,
  passage: Passage,
  place: Place,
  personSpan: Span,
  time: OfficeTime,
  knowledge: Knowledge,
): Generator<OfficeStatement> {
  const { person: match, office, isAside } = held;
  const scope = passage.scopes[office.title.from];
  // "The director, X, will speak": what is still to come is the speech, not the office.
  if (scope !== undefined && !(scope === "planned" && isAside)) return;
  const ids = idsOf(match);
  const person = ids.length === 1 ? knowledge.entities.get(ids[0]!) : undefined;
  if (person === undefined) return;
  const owners = ownersOf(office, passage, person, knowledge);
  const title = titleOf(passage, office);
  const { from, to } = office.title;
  const written = passage.tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");
  const asked = { knowledge, passage, person, held, title, written, owners, time };
  // Where the office is right, "became" and "resigned" are about its dates.
  const turning = held.manner === "held" ? undefined : judgeTenure(asked);
  const first = turning ?? new OfficeJudge(asked).judge();
  const judgement = first.verdict === "supported" ? (judgeTenure(asked) ?? first) : first;
  const span = {
    title: place(office.title),
    owner: office.owner && place(office.owner),
    person: personSpan,
    status: (office.past ?? office.status) && place((office.past ?? office.status)!),
    time: judgement.time?.core,
  };
  const said = {
    kind: "office" as const,
    title: written,
    ...(owners.length === 1 ? { of: owners[0]! } : {}),
    ...(time.at === undefined ? {} : { at: time.at }),
  };
  yield {
    ...said,
    person: person.id,
    personSpan,
    verdict: judgement.verdict,
    ...(judgement.wrong === undefined ? {} : { wrong: judgement.wrong }),
    span: span[judgement.wrong ?? "title"] ?? span.title,
    instead: judgement.instead ?? [],
  };
  const before = judgePredecessor(asked);
  if (before === undefined) return;
  const beforeSpan = place(held.predecessor!);
  yield {
    ...said,
    person: before.id,
    personSpan: beforeSpan,
    verdict: "contradicted",
    wrong: "person",
    span: beforeSpan,
    instead: before.instead,
  };
}

/** "X has led the Movement since 2018": the same, where a verb says it. */
export function* leadershipStatements(
  passage: Passage,
  place: Place,
  timeOf: TimeSources["timeOf"],
  isPerson: (id: Id) => boolean,
  knowledge: Knowledge,
): Generator<OfficeStatement> {
  for (const { person, match, body, title, at, verdict, instead } of ledBodies(
    passage,
    timeOf,
    isPerson,
    knowledge,
  )) {
    const span = place(match);
    yield {
      kind: "office",
      person: person.id,
      personSpan: span,
      title,
      of: body,
      ...(at === undefined ? {} : { at }),
      verdict,
      ...(verdict === "contradicted" ? { wrong: "person" as const } : {}),
      span,
      instead,
    };
  }
}

function titleOf({ keys }: Passage, { title }: OfficePhrase): string {
  const words = keys.slice(title.from, title.to).filter((key) => key !== "-");
  return (words[0] === "acting" ? words.slice(1) : words).join(" ");
}

/** Whose office it is said to be: as stated; of "Badri's deputy" her own; of "its director" the one body that the sentence names. */
function ownersOf(
  office: OfficePhrase,
  passage: Passage,
  person: Entity,
  knowledge: Knowledge,
): readonly Id[] {
  const bodiesOf = ({ roles }: Entity) => [...new Set(roles.map(({ of }) => of))];
  if (office.owner !== undefined) {
    const ids = idsOf(office.owner.match);
    const principal = ids.length === 1 ? knowledge.entities.get(ids[0]!) : undefined;
    if (principal?.type !== "person") return ids;
    const bodies = bodiesOf(principal);
    return bodies.length === 1 ? bodies : [];
  }
  if (!office.possessive) return [];
  const bodies = new Set(bodiesOf(person));
  const named = new Set(passage.names.flatMap(idsOf).filter((id) => bodies.has(id)));
  return named.size === 1 ? [...named] : [];
}
