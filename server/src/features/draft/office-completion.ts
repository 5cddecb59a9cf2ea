import type { Entity, Id, Knowledge, Role } from "../../knowledge-base/knowledge.ts";
import { holdsOn, questionsOf } from "../../knowledge-base/questions.ts";
import { readingAround } from "../../reading/lists.ts";
import { isCapitalized } from "../../reading/names/name-index.ts";
import { hasRank } from "../../reading/offices/titles.ts";
import { type Span, span } from "../../text/span.ts";
import { fold, tokenize } from "../../text/tokens.ts";
import { parseEdtf } from "../../time/edtf.ts";
import type { TimeValue } from "../../time/time.ts";
import { roleText } from "../cards/actor-card.ts";
import { nameOf } from "../facts.ts";
import type { AskedBy, Suggestion } from "./completion.ts";
import { officeIndex, type Tenure } from "./office-index.ts";
import { type Office, officeAt } from "./office-phrase.ts";
import { sentenceBefore } from "./sentence-at.ts";
import type { Snapshot } from "./snapshot.ts";

const MOST = 20;

/**
 * Who holds the office that stands before the cursor ("Foreign Minister ", "minister of ", "the spokesman for Norrey, "):
 * those first who hold it at the time that the sentence speaks of. Unasked, only where a name is begun with a capital, or
 * where the title is written as one that leads a name.
 */
export function holderSuggestions(snapshot: Snapshot, offset: number, askedBy: AskedBy): Suggestion[] {
  const { draft, knowledge } = snapshot;
  const sentence = sentenceBefore(draft, offset);
  const tokens = tokenize(sentence.text, sentence.start);
  const last = tokens.at(-1);
  const typed = last?.kind === "word" && last.end === offset ? last.text : "";
  const office = officeAt(typed === "" ? tokens : tokens.slice(0, -1), snapshot);
  if (office === undefined || (typed === "" && last?.end === offset)) return [];
  if (askedBy === "letter" && !isCapitalized(typed)) return [];
  const leads = isCapitalized(office.head.text) && !office.determined && office.place.end + 1 === offset;
  if (askedBy === "space" && (!leads || office.isOpen || office.owner !== undefined)) return [];
  const at = timeOf(snapshot, { start: sentence.start, end: offset });
  const holders = holdersOf(office, knowledge).filter(({ holder }) => isBegun(holder, typed));
  return ordered(holders, at)
    .slice(0, MOST)
    .map(({ holder, role }) => {
      const rest = office.isOpen
        ? restOf(draft.text.slice(office.place.start, office.place.end), role, knowledge)
        : "";
      return {
        kind: "office",
        id: holder.id,
        label: holder.name,
        newText: rest + holder.name,
        about: roleText(role, knowledge),
        background: "",
        typed: typed === "" ? holder.name : typed,
        replaced: span(offset - typed.length, offset),
      };
    });
}

/** The offices of the person who has just been named, behind the comma: "Ada Brink, harb…". */
export function apposedOffices(snapshot: Snapshot, offset: number, askedBy: AskedBy): Suggestion[] {
  const { draft, knowledge, reading } = snapshot;
  const sentence = span(sentenceBefore(draft, offset).start, offset);
  const mention = readingAround(reading, sentence).entities.findLast(({ span }) => span.end <= offset);
  const between =
    mention && /^,\s+(?:the\s+)?([\p{L} '’-]*)$/u.exec(draft.text.slice(mention.span.end, offset));
  const person = mention?.ids.length === 1 ? knowledge.entities.get(mention.ids[0]!) : undefined;
  if (mention === undefined || !between || person?.type !== "person") return [];
  const typed = between[1]!;
  if (askedBy === "space" || (askedBy === "letter" && typed === "")) return [];
  const at = timeOf(snapshot, sentence);
  const offices = ordered(
    person.roles.map((role) => ({ holder: person, role, titles: [] })),
    at,
  );
  return offices.flatMap(({ role }) => {
    const written = inCaseOf(typed, withOwner(role, knowledge));
    const isOver = at !== undefined ? isOverAt(role, at) : Number.isFinite(role.during?.end ?? Infinity);
    const label = isOver ? `former ${written}` : written;
    const begun = [written, label].find((form) => fold(form).startsWith(fold(typed)));
    if (begun === undefined) return [];
    return {
      kind: "office",
      id: person.id,
      label,
      about: roleText(role, knowledge),
      background: "",
      typed: begun,
      replaced: span(offset - typed.length, offset),
    };
  });
}

function holdersOf({ words, owner }: Office, knowledge: Knowledge): Tenure[] {
  const questions = questionsOf(knowledge);
  const candidates = officeIndex(knowledge).tenuresWith(words[0]!);
  const ranked = words.some(hasRank);
  const fitting = candidates.filter(({ role, titles }) => {
    const isTitle = titles.some(
      (known) => words.every((word) => known.includes(word)) && (ranked || !known.some(hasRank)),
    );
    return isTitle && (owner === undefined || role.of === owner || questions.isWithin(role.of, owner));
  });
  return [...new Set(fitting)];
}

/** Those first who hold it at a time, or today as far as is known; then the latest. */
function ordered(tenures: readonly Tenure[], at: TimeValue | undefined): Tenure[] {
  const rank = ({ role }: Tenure) =>
    Number(at === undefined ? Number.isFinite(role.during?.end ?? Infinity) : !holdsOn(role, at));
  const start = ({ role: { during } }: Tenure) => during?.start ?? -Infinity;
  return [...tenures].sort((a, b) => rank(a) - rank(b) || (start(a) === start(b) ? 0 : start(b) - start(a)));
}

function isOverAt({ during }: Role, at: TimeValue): boolean {
  return during !== undefined && during.end < at.start;
}

/** The time that the sentence has spoken of, else the day of writing. */
function timeOf({ reading, draft }: Snapshot, sentence: Span): TimeValue | undefined {
  const told = readingAround(reading, sentence).times.findLast(
    ({ span, value }) => value !== undefined && span.start >= sentence.start && span.end <= sentence.end,
  );
  if (told !== undefined) return told.value;
  const written = draft.frontMatter.date === undefined ? undefined : parseEdtf(draft.frontMatter.date);
  return written === undefined || "problem" in written ? undefined : written;
}

function isBegun({ name, aliases, weakAliases }: Entity, typed: string): boolean {
  const key = fold(typed);
  if (key === "") return true;
  return [name, ...aliases, ...weakAliases].some((form) =>
    fold(form)
      .split(/[\s-]+/)
      .some((word) => word.startsWith(key)),
  );
}

/** What is still to be written of "minister of" before the name: the rest of the title, or whose it is. */
function restOf(written: string, role: Role, knowledge: Knowledge): string {
  const start = `${fold(written.trim())} `;
  const form = [role.title, ...role.aliases].find((title) => fold(title).startsWith(start));
  if (form === undefined) return `${articled(role.of, knowledge)}, `;
  const rest = form.slice(start.length);
  return `${isCapitalized(written) ? rest : rest.toLowerCase()} `;
}

/** "Harbour Minister of Norrey"; "Chair of the Board" as it is. */
function withOwner(role: Role, knowledge: Knowledge): string {
  return /\s(?:of|for)\s/.test(role.title) ? role.title : `${role.title} of ${articled(role.of, knowledge)}`;
}

function articled(id: Id, knowledge: Knowledge): string {
  const name = nameOf(knowledge, id);
  const isBody = knowledge.entities.get(id)?.type === "organization" && / (?:of|for) /.test(name);
  return isBody && !/^the\s/i.test(name) ? `the ${name}` : name;
}

/** An office in small letters for who types it so; names of its owner stay as they are. */
function inCaseOf(typed: string, office: string): string {
  if (typed === "" || isCapitalized(typed)) return office;
  const [title = "", ...owner] = office.split(/(?<= of )/);
  return [title.toLowerCase(), ...owner].join("");
}
