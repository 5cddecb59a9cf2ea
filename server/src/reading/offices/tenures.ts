import type { Entity, Id, Role } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { disjoint } from "../../time/algebra.ts";
import { endOf } from "../../time/edtf.ts";
import { endsOf } from "../../time/ends.ts";
import { Interval, type TimeMention, type TimeValue } from "../../time/time.ts";
import { writeTime } from "../../time/write.ts";
import type { Judgement } from "./judge.ts";
import type { AskedOffice } from "./office-record.ts";
import type { TenureRelation } from "./office-times.ts";
import { hasTitle, titleLike } from "./titles.ts";

/** Days by which a choice, a handover or a first day at work may lie beside the date that is known. */
const SLACK = 7;
/** Days within which one tenure follows on another. */
const HANDOVER = 400;

/**
 * Where the person had the office at the time: whether it began, ended or lasted as the draft says. If not, the date is
 * wrong, or, where another's tenure is just so, the person. Undefined where nothing contradicts.
 */
export function judgeTenure(asked: AskedOffice): Judgement | undefined {
  const bounds = boundsOf(asked);
  if (bounds.length === 0) return undefined;
  const own = tenuresOf(asked, asked.person);
  if (own.length === 0 || own.some(({ during }) => during === undefined)) return undefined;
  const isChoice = isDecision(asked);
  const wrong = bounds.filter(({ relation, time }) =>
    own.every((role) => isOff(role, relation, time, asked.person, isChoice)),
  );
  if (wrong.length === 0) return undefined;
  const rivals = rivalsOf(asked).filter((holder) =>
    tenuresOf(asked, holder).some(
      (role) =>
        role.during !== undefined &&
        !bounds.some(({ relation, time }) => isOff(role, relation, time, holder, isChoice)),
    ),
  );
  if (rivals.length === 1)
    return { verdict: "contradicted", wrong: "person", instead: rivals.map(({ name }) => name) };
  // "acting mayor from 2016": then the person took up another office of that body.
  const other = asked.person.roles.find(
    (role) =>
      !own.includes(role) &&
      own.some(({ of }) => of === role.of) &&
      role.during !== undefined &&
      !bounds.some(({ relation, time }) => isOff(role, relation, time, asked.person, isChoice)),
  );
  if (other !== undefined)
    return { verdict: "contradicted", wrong: "title", instead: [titleLike(other, asked.written)] };
  const [{ relation, time }] = wrong as [(typeof wrong)[number]];
  const right = nearestEnd(own, relation, time);
  const written = right && writeTime(right, time);
  return { verdict: "contradicted", wrong: "time", time, instead: written === undefined ? [] : [written] };
}

/** Who is said to have had the office right before, where it is known to have been another. */
export function judgePredecessor(
  asked: AskedOffice,
): { readonly id: Id; readonly instead: readonly string[] } | undefined {
  const ids = new Set(asked.held.predecessor?.names.map(({ id }) => id));
  const stated = ids.size === 1 ? asked.knowledge.entities.get([...ids][0]!) : undefined;
  const own = tenuresOf(asked, asked.person);
  if (stated === undefined || own.length !== 1 || own[0]!.during === undefined) return undefined;
  const { start } = own[0]!.during;
  const isBefore = ({ during }: Role) => during === undefined || during.end <= start + HANDOVER;
  if (tenuresOf(asked, stated).some(isBefore)) return undefined;
  const right = rivalsOf(asked).filter((holder) =>
    tenuresOf(asked, holder).some(
      ({ during }) => during !== undefined && Math.abs(during.end - start) < HANDOVER && during.start < start,
    ),
  );
  return right.length === 1 ? { id: stated.id, instead: right.map(({ name }) => name) } : undefined;
}

/** What the draft says of the tenure's ends: by "since" and "until", and by verbs that begin or end it. */
function boundsOf({ held, time }: AskedOffice): readonly { relation: TenureRelation; time: TimeMention }[] {
  // "until that February": which one is not sure enough.
  const isOwn = ({ time }: { readonly time: TimeMention }) =>
    time.relative === undefined &&
    time.offset === undefined &&
    (time.stated.year !== undefined || time.value?.range === true);
  return held.predecessor === undefined || held.manner === "begun" ? time.bounds.filter(isOwn) : [];
}

function tenuresOf({ title, owners }: AskedOffice, holder: Entity): readonly Role[] {
  return holder.roles.filter(
    (role) => hasTitle(role, title) && (owners.length === 0 || owners.includes(role.of)),
  );
}

/** Others who have had the office. */
function rivalsOf(asked: AskedOffice): readonly Entity[] {
  const questions = questionsOf(asked.knowledge);
  const bodies = new Set(tenuresOf(asked, asked.person).map(({ of }) => of));
  const holders = [...bodies].flatMap((body) => questions.officesOf(body)).map(({ holder }) => holder);
  return [...new Set(holders)].filter(
    (holder) => holder.id !== asked.person.id && tenuresOf(asked, holder).length > 0,
  );
}

/** Whether a tenure cannot have begun, or ended, when the draft says so. */
function isOff(
  role: Role,
  relation: TenureRelation,
  { value }: TimeMention,
  holder: Entity,
  isChoice: boolean,
): boolean {
  if (role.during === undefined || value === undefined) return false;
  const { begin, end } = endsOf(role.during);
  const first = value.range ? (endOf(value, "start") ?? value) : value;
  const last = value.range ? (endOf(value, "end") ?? value) : value;
  // A tenure as acting holder and one in one's own right may be told as one.
  const isJoined = (at: Interval) =>
    holder.roles.some(
      ({ title, during }) =>
        during !== role.during && hasTitle(role, title.toLowerCase()) && during && !disjoint(during, at),
    );
  const starts = !misses(first, begin) || isJoined(first) || (isChoice && precedes(first, begin));
  const ends = !misses(last, end) || isJoined(last) || (isChoice && precedes(last, end));
  if (relation === "since") return !starts;
  if (relation === "until") return !ends;
  return relation === "during" && !(starts && ends);
}

/** "was appointed", "resigned": what is decided may come into force later. */
function isDecision({ held, passage }: AskedOffice): boolean {
  return held.manner !== "held" && held.verb !== undefined && !/^bec[ao]m/.test(passage.keys[held.verb]!);
}

function precedes(stated: TimeValue, known: Interval): boolean {
  const isBefore = stated.end < known.start && known.start - stated.end < HANDOVER;
  // "was replaced in March": the last day was in February.
  const isJustAfter = stated.start > known.end && stated.start - known.end <= SLACK;
  return isBefore || isJustAfter;
}

/** Whether a stated date cannot be the end that is known; an open one says nothing. */
function misses(stated: TimeValue, known: Interval): boolean {
  if (!Number.isFinite(known.start) && known.start === known.end)
    return Number.isFinite(stated.end) && known.start > 0;
  const slack = stated.precision === "day" ? SLACK : 0;
  return disjoint(new Interval(stated.start - slack, stated.end + slack), known);
}

/** The end of the tenure that the date should have been. */
function nearestEnd(
  own: readonly Role[],
  relation: TenureRelation,
  { value }: TimeMention,
): TimeValue | undefined {
  const distance = ({ during }: Role) => Math.abs((during?.start ?? 0) - (value?.start ?? 0));
  const [role] = [...own].sort((a, b) => distance(a) - distance(b));
  const { during } = role!;
  if (during === undefined || relation === "during") return during;
  const right = endOf(during, relation === "since" ? "start" : "end");
  return right !== undefined && Number.isFinite(right.start) && Number.isFinite(right.end)
    ? right
    : undefined;
}
