import type { Entity, Id } from "../../knowledge-base/knowledge.ts";
import type { Passage } from "../grammar/passage.ts";
import type { NameMatch } from "../names/name-mentions.ts";

/** A person or an organization that a sentence gives to a country or an organization. */
export interface Affiliation {
  readonly actor: NameMatch;
  readonly body: NameMatch;
  /** "the Finnish general X"; "X of the Union"; "the Union, led by X". */
  readonly how: "country" | "body" | "leader";
  /** "former": at some other time. */
  readonly shifted: boolean;
  /** Inside a noun phrase, as known: what is denied or planned of it is not its affiliation. */
  readonly isAside: boolean;
}

type TypeOf = (id: Id) => Entity["type"] | undefined;

const FORMER =
  /^(?:former|formerly|ex|then|future|late|onetime|sometime|later|once|born|naturalized|naturalised|adopted|honorary|would-be|ethnic|anti|pro|non)$/;
/** Nouns that say only that somebody belongs: "the Union politician X". */
const MEMBERS =
  /^(?:politician|member|minister|mp|mep|deputy|senator|lawmaker|activist|official|officer|fighter|commander|spokesman|spokeswoman|spokesperson|delegate|negotiator|candidate|veteran|scientist|researcher|engineer|economist|analyst|player|striker|defender|goalkeeper|midfielder|pitcher|rider|driver|employee|representative|councillor|activists)$/;
const LED = /^(?:led|headed|chaired|run|directed|founded|commanded)$/;

/** The affiliations that a sentence states. Each name is looked at with the few words around it. */
export function affiliationsIn(passage: Passage, typeOf: TypeOf): Affiliation[] {
  // Whoever belongs somewhere, and where.
  if (passage.names.length < 2) return [];
  const isA = ({ names }: NameMatch, type: Entity["type"], other = type) =>
    names.every(({ id, form }) => {
      const its = typeOf(id);
      return (its === type || its === other) && form !== "metonym";
    });
  const persons = passage.names.filter((match) => isA(match, "person"));
  const bodies = passage.names.filter((match) => isA(match, "organization", "group"));
  const countries = passage.names.filter((match) => isA(match, "country"));
  if (countries.length === 0 && (persons.length === 0 || bodies.length === 0)) return [];
  const found: Affiliation[] = [];
  const add = (actor: NameMatch, body: NameMatch | undefined, how: Affiliation["how"]) => {
    if (body === undefined || found.some((one) => one.actor === actor && one.how === how)) return;
    found.push({
      actor,
      body,
      how,
      shifted: isShifted(passage, actor, body),
      isAside: isAside(passage, actor, body),
    });
  };
  for (const actor of [...persons, ...bodies.filter(({ names }) => names[0]!.form !== "demonym")]) {
    add(actor, countryBefore(passage, actor, countries), "country");
    add(actor, countryBehind(passage, actor, countries), "country");
  }
  for (const person of persons) {
    add(person, bodyBehind(passage, person, bodies), "body");
    add(person, bodyBefore(passage, person, bodies), "body");
    add(person, ledBody(passage, person, bodies), "leader");
  }
  return found;
}

/** Nothing but nouns, articles and prepositions between the two, and no "not" before them. */
function isAside({ tags }: Passage, a: NameMatch, b: NameMatch): boolean {
  const from = Math.min(a.from, b.from);
  const to = Math.max(a.to, b.to);
  const isVerbal = tags.slice(from, to).some((tag) => /^(?:verb|aux|modal|neg|sub)$/.test(tag));
  return !isVerbal && !tags.slice(Math.max(0, from - 2), from).includes("neg");
}

function isShifted({ keys }: Passage, a: NameMatch, b: NameMatch): boolean {
  const from = Math.min(a.from, b.from);
  const to = Math.max(a.to, b.to);
  return keys.slice(Math.max(0, from - 2), to + 1).some((key) => FORMER.test(key));
}

/** "the Finnish general X", "Finland's top diplomat X", "the Oria-based charity X": nothing but nouns between. */
function countryBefore(
  passage: Passage,
  actor: NameMatch,
  countries: readonly NameMatch[],
): NameMatch | undefined {
  const { keys } = passage;
  let at = actor.from - 1;
  let words = 0;
  // "general Sir John": a title between has its own capital.
  while (at >= 0 && words < 5 && isNoun(passage, at)) {
    at--;
    words++;
  }
  const country = countries.find(({ to }) => to === at + 1);
  if (country !== undefined) {
    if (words === 0 || keys[country.from - 1] === "-") return undefined;
    return country.names[0]!.form === "demonym" ? country : undefined;
  }
  if (words === 0) return undefined;
  const possessive = keys[at] === "'s" ? countries.find(({ to }) => to === at) : undefined;
  if (possessive !== undefined && words > 0) return possessive;
  const based =
    keys[at + 1] === "based" && keys[at] === "-" ? countries.find(({ to }) => to === at) : undefined;
  return based;
}

function isNoun({ tags, keys, tokens }: Passage, at: number): boolean {
  if (keys[at] === "'s" || tokens[at]!.kind !== "word") return false;
  // "based": a participle, but part of the adjective before it.
  return tags[at] === "word" && !(keys[at] === "based" && keys[at - 1] === "-" && false);
}

/** "X, a Finnish diplomat,", "X is a Finnish diplomat", "X, a glaciologist from Oria". */
function countryBehind(
  passage: Passage,
  actor: NameMatch,
  countries: readonly NameMatch[],
): NameMatch | undefined {
  const { keys, tags } = passage;
  let at = actor.to;
  const isAside = passage.tokens[at]?.text === "," || passage.tokens[at]?.text === "(";
  if (!isAside && !/^(?:is|was|remains)$/.test(keys[at] ?? "")) return undefined;
  at++;
  if (!/^(?:an?|the)$/.test(keys[at] ?? "")) return undefined;
  at++;
  let words = 0;
  while (tags[at] === "word" && words < 3 && keys[at] !== "'s") {
    at++;
    words++;
  }
  const adjective = countries.find(({ from, names }) => from === at && names[0]!.form === "demonym");
  if (adjective !== undefined && words < 2) {
    const noun = adjective.to;
    return tags[noun] === "word" && keys[noun] !== "'s" && keys[noun] !== "-" ? adjective : undefined;
  }
  if (words === 0 || keys[at] !== "from") return undefined;
  const from = tags[at + 1] === "det" ? at + 2 : at + 1;
  return countries.find((country) => country.from === from && country.names[0]!.form !== "demonym");
}

/** "X of the Union", "X (Union)", "X, a member of the Union", "X belongs to the Union". */
function bodyBehind(
  passage: Passage,
  person: NameMatch,
  bodies: readonly NameMatch[],
): NameMatch | undefined {
  const { keys, tags, tokens } = passage;
  const bodyAt = (at: number) => {
    const from = tags[at] === "det" ? at + 1 : at;
    const body = bodies.find((match) => match.from === from && match.names[0]!.form !== "demonym");
    // "the Union's hall", "the Union delegation": not the body itself.
    if (body === undefined || keys[body.to] === "'s" || isCompound(passage, body)) return undefined;
    return body;
  };
  let at = person.to;
  if (keys[at] === "of" || keys[at] === "from") return bodyAt(at + 1);
  if (tokens[at]?.text === "(") {
    const body = bodyAt(at + 1);
    return body !== undefined && /^[),;]$/.test(tokens[body.to]?.text ?? "") ? body : undefined;
  }
  if (keys[at] === "belongs" && keys[at + 1] === "to") return bodyAt(at + 2);
  if (keys[at] === "works" && /^(?:for|at)$/.test(keys[at + 1] ?? "")) return bodyAt(at + 2);
  if (tokens[at]?.text !== "," && !/^(?:is|was|remains)$/.test(keys[at] ?? "")) return undefined;
  at++;
  if (keys[at] === "who" && /^(?:is|was)$/.test(keys[at + 1] ?? "")) at += 2;
  if (keys[at] === "belonging" && keys[at + 1] === "to") return bodyAt(at + 2);
  if (!/^(?:an?|the)$/.test(keys[at] ?? "")) return undefined;
  at++;
  // "X, the Union minister who …"
  const before = bodies.find(({ from, names }) => from === at && names[0]!.form !== "demonym");
  if (before !== undefined) return isMemberNoun(passage, before.to) ? before : undefined;
  let words = 0;
  while (tags[at] === "word" && words < 4 && keys[at] !== "'s") {
    at++;
    words++;
  }
  if (words === 0 || !MEMBERS.test(keys[at - 1]!) || !/^(?:of|at|from|with|for)$/.test(keys[at] ?? ""))
    return undefined;
  return bodyAt(at + 1);
}

/** One noun for those who belong, with which the aside ends or goes on: neither "the Union minister said" nor a list. */
function isMemberNoun({ keys, tokens }: Passage, at: number): boolean {
  if (!MEMBERS.test(keys[at] ?? "")) return false;
  const next = tokens[at + 1]?.text ?? ".";
  if (next === ",") return !/^(?:and|or|as|but)$/.test(keys[at + 2] ?? "");
  return /^(?:[.;:)!?—–]|who|whose|responsible|in|from|since|for)$/.test(next);
}

function isCompound({ tags, keys, tokens }: Passage, { to }: NameMatch): boolean {
  return tags[to] === "word" && keys[to] !== "'s" && tokens[to]!.spaced && /^\p{Ll}/u.test(tokens[to]!.text);
}

/** "the Union's X", "the Union politician X". */
function bodyBefore(
  passage: Passage,
  person: NameMatch,
  bodies: readonly NameMatch[],
): NameMatch | undefined {
  const { keys } = passage;
  if (keys[person.from - 1] === "'s") return bodies.find(({ to }) => to === person.from - 1);
  if (!MEMBERS.test(keys[person.from - 1] ?? "")) return undefined;
  let at = person.from - 2;
  while (at > 0 && person.from - at < 4 && passage.tags[at] === "word" && keys[at] !== "'s") at--;
  return bodies.find(({ to, names }) => to === at + 1 && names[0]!.form !== "demonym");
}

/** "the Union, led by X", "the Union, which voted no under X,". */
function ledBody(passage: Passage, person: NameMatch, bodies: readonly NameMatch[]): NameMatch | undefined {
  const { keys, tokens } = passage;
  let at = person.from - 1;
  if (keys[at] === "by" && LED.test(keys[at - 1] ?? "")) {
    at -= 2;
    if (tokens[at]?.text === "," || tokens[at]?.text === "(" || /^(?:is|was)$/.test(keys[at] ?? "")) at--;
    if (tokens[at]?.text === ")") while (at > 0 && tokens[at + 1]?.text !== "(") at--;
    return bodies.find(({ to }) => to === at + 1);
  }
  if (keys[at] !== "under" || keys[person.to] === "'s") return undefined;
  // Of a relative clause its antecedent leads: "the Union, which voted no under X".
  const clause = passage.clauses.all[passage.clauses.at[at]!]!;
  if (
    clause.kind !== "relative" ||
    clause.verbs.some((verb) => /^(?:served|sat|governed|worked|entered|joined)$/.test(keys[verb]!))
  )
    return undefined;
  const before = tokens[clause.from - 1]?.text === "," ? clause.from - 1 : clause.from;
  return bodies.find(({ to }) => to === before);
}
