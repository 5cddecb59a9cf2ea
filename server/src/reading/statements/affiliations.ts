import type { Dated, Entity, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { holdsOn, questionsOf } from "../../knowledge-base/questions.ts";
import type { TimeValue } from "../../time/time.ts";
import type { Affiliation } from "../affiliations/affiliations.ts";
import type { Passage } from "../grammar/passage.ts";
import { type Replacement, replacementOf } from "../names/right-name.ts";
import type { AffiliationStatement, Verdict } from "../reading.ts";
import type { Place } from "./offices.ts";

/** Whether somebody belongs where a sentence puts them, at the time that it tells of. */
export function affiliationStatement(
  { actor: who, body: where, how, shifted, isAside }: Affiliation,
  passage: Passage,
  place: Place,
  at: TimeValue | undefined,
  knowledge: Knowledge,
): AffiliationStatement | undefined {
  const isSilent = (scope: Passage["scopes"][number]) =>
    scope !== undefined && (!isAside || scope === "quoted" || scope === "doubted");
  if (isSilent(passage.scopes[where.from]) || isSilent(passage.scopes[who.from])) return undefined;
  const actor = only(
    who.names.map(({ id }) => id),
    knowledge,
  );
  const body = only(
    where.names.map(({ id }) => id),
    knowledge,
  );
  if (actor === undefined || body === undefined || actor.id === body.id) return undefined;
  const judge = { country: judgeCountry, body: judgeBody, leader: judgeLeader }[how];
  const { verdict, right } = judge(actor, body, shifted ? undefined : at, knowledge, shifted);
  const fix: Replacement =
    verdict === "contradicted" && right !== undefined
      ? rightPlace(passage, where, right)
      : { span: where, instead: [] };
  return {
    kind: "affiliation",
    actor: actor.id,
    actorSpan: place(who),
    body: body.id,
    span: place(fix.span),
    verdict,
    instead: fix.instead,
  };
}

interface Judgement {
  readonly verdict: Verdict;
  readonly right?: Entity | undefined;
}
const SILENT: Judgement = { verdict: "unverified" };
const SUPPORTED: Judgement = { verdict: "supported" };

function only(ids: readonly Id[], knowledge: Knowledge): Entity | undefined {
  return new Set(ids).size === 1 ? knowledge.entities.get(ids[0]!) : undefined;
}

function rightPlace(passage: Passage, where: Affiliation["body"], right: Entity): Replacement {
  const form = where.names[0]!.form;
  if (form === "demonym" || right.type !== "country") return replacementOf(passage, where, right);
  return { span: where, instead: [right.name] };
}

/** A country can be somebody's own, that of an office, or that of a body: any of them makes it right. */
function judgeCountry(
  actor: Entity,
  country: Entity,
  at: TimeValue | undefined,
  knowledge: Knowledge,
  shifted: boolean,
): Judgement {
  if (actor.country.length === 0) return SILENT;
  const all = [...actor.country, ...actor.memberOf, ...actor.roles];
  const around = all.flatMap(({ of }) => [...reach(of, knowledge)]);
  const held = actor.country.filter((one) => holdsOn(one, at));
  if (around.includes(country.id)) {
    const isPast =
      actor.country.some(({ of }) => of === country.id) && !held.some(({ of }) => of === country.id);
    const elsewhere = [...actor.memberOf, ...actor.roles].some(({ of }) =>
      reach(of, knowledge).has(country.id),
    );
    if (!isPast || elsewhere) return SUPPORTED;
  }
  if (reach(country.id, knowledge).has(actor.country[0]!.of)) return SUPPORTED;
  if (shifted) return SILENT;
  const right = held.length > 0 ? held : actor.country;
  return { verdict: "contradicted", right: knowledge.entities.get(right.at(-1)!.of) };
}

/** What an entry is, lies in and belongs to. */
function reach(id: Id, knowledge: Knowledge): ReadonlySet<Id> {
  const entity = knowledge.entities.get(id);
  const own = [...(entity?.country ?? []), ...(entity?.memberOf ?? [])].map(({ of }) => of);
  return new Set([
    id,
    ...own,
    ...questionsOf(knowledge).placesAround(id),
    ...(entity?.partOf ? [entity.partOf] : []),
  ]);
}

function judgeBody(
  actor: Entity,
  body: Entity,
  at: TimeValue | undefined,
  knowledge: Knowledge,
  shifted: boolean,
): Judgement {
  const isBody = ({ of }: Dated) => /^(?:organization|group)$/.test(knowledge.entities.get(of)?.type ?? "");
  const bodies: readonly Dated[] = [...actor.memberOf, ...actor.roles].filter(isBody);
  const own = bodies.filter(({ of }) => isRelated(of, body.id, knowledge));
  if (own.length > 0) {
    if (shifted || own.some((one) => holdsOn(one, at))) return SUPPORTED;
    const then = bodies.filter((one) => one.during !== undefined && holdsOn(one, at));
    const next = only(
      then.map(({ of }) => of),
      knowledge,
    );
    return next === undefined ? SILENT : { verdict: "contradicted", right: next };
  }
  if (shifted || bodies.length === 0) return SILENT;
  const members = actor.memberOf.filter(isBody);
  const confused = bodies.find(({ of }) => isConfused(of, body.id, knowledge));
  // Who holds an office in one body may well belong to another.
  if (confused === undefined && members.length === 0) return SILENT;
  if (confused === undefined && BESIDE.test(body.name)) return SILENT;
  const now = (confused === undefined ? members : [confused]).filter((one) => holdsOn(one, at));
  const right = knowledge.entities.get((now[0] ?? confused ?? members[0])!.of);
  return now.length === 0 && at !== undefined ? SILENT : { verdict: "contradicted", right };
}

/** Bodies to which people belong beside their own: a member of a party sits on a commission. */
const BESIDE =
  /\b(?:commission|committee|inquiry|panel|board|jury|delegation|cabinet|government|assembly|parliament|senate|house|chamber|council|court|tribunal|task force|mission|team|conference|convention|expedition|working group|secretariat|network)\b/i;

const LEADING =
  /\b(?:leader|president|chair|chairman|chairwoman|chairperson|head|director|secretary-general|general secretary|chief executive|captain|founder|commander)\b/i;

/** A body led by somebody who leads another one; only where its own leader is known as well. */
function judgeLeader(
  person: Entity,
  body: Entity,
  at: TimeValue | undefined,
  knowledge: Knowledge,
): Judgement {
  const leads = person.roles.filter(
    (role) => LEADING.test([role.title, ...role.aliases].join(" ")) && holdsOn(role, at),
  );
  const own = [...person.roles, ...person.memberOf].filter(({ of }) => isRelated(of, body.id, knowledge));
  if (own.length > 0) return own.some((one) => holdsOn(one, at)) ? SUPPORTED : SILENT;
  const led = only(
    leads
      .map(({ of }) => of)
      .filter((of) => /^(?:organization|group)$/.test(knowledge.entities.get(of)?.type ?? "")),
    knowledge,
  );
  if (led === undefined) return SILENT;
  const hasOwn = questionsOf(knowledge)
    .officesOf(body.id)
    .some(
      ({ holder, role }) => holder.id !== person.id && LEADING.test([role.title, ...role.aliases].join(" ")),
    );
  return hasOwn || isConfused(led.id, body.id, knowledge) ? { verdict: "contradicted", right: led } : SILENT;
}

function isRelated(a: Id, b: Id, knowledge: Knowledge): boolean {
  if (a === b || reach(a, knowledge).has(b) || reach(b, knowledge).has(a)) return true;
  const { entities } = knowledge;
  return entities.get(a)?.formerly === b || entities.get(b)?.formerly === a;
}

function isConfused(a: Id, b: Id, { entities }: Knowledge): boolean {
  return (
    (entities.get(a)?.distinctFrom ?? []).includes(b) || (entities.get(b)?.distinctFrom ?? []).includes(a)
  );
}
