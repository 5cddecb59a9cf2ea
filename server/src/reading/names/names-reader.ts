import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block } from "../../text/draft.ts";
import { slice } from "../../text/span.ts";
import type { TimeMention, TimeValue } from "../../time/time.ts";
import { spanOf } from "../events/spoken.ts";
import { hasCapitalInside, hasCapitalPair } from "../grammar/capitals.ts";
import type { Passage } from "../grammar/passage.ts";
import { isQuotedOrDenied } from "../grammar/scopes.ts";
import type { BlockMemory } from "../memory/block-memory.ts";
import type { DiscouragedUse, EntityMention } from "../reading.ts";
import { DefinedAcronyms } from "./defined-acronyms.ts";
import { discouragedUses } from "./discouraged.ts";
import { halfRightNames } from "./half-right.ts";
import { idsOf, type Meant } from "./meant.ts";
import type { Near } from "./misspelt.ts";
import type { NameMatch } from "./name-mentions.ts";
import { nearNames } from "./near-names.ts";
import { type Unknown, unknownNames } from "./slips.ts";

/** Whom a part of a draft names. */
export interface Named {
  readonly entities: EntityMention[];
  readonly near: Near[];
  readonly unknown: Unknown[];
  readonly discouraged: DiscouragedUse[];
}

/** Takes down whom a paragraph or a table names, passage by passage, and who may be misspelt in it. */
export class NamesReader {
  readonly named: Named = { entities: [], near: [], unknown: [], discouraged: [] };
  readonly #text: string;
  readonly #written: string | undefined;
  readonly #knowledge: Knowledge;
  readonly #memory: BlockMemory;
  readonly #meant: Meant;
  readonly #acronyms: DefinedAcronyms;
  /** By where they begin. */
  readonly #timeAt: (offset: number) => TimeMention | undefined;

  /** `text` is what is read, with its markup; `written` the day on which the draft was. */
  constructor(
    text: string,
    written: string | undefined,
    knowledge: Knowledge,
    memory: BlockMemory,
    meant: Meant,
    timeAt: (offset: number) => TimeMention | undefined,
  ) {
    this.#text = text;
    this.#written = written;
    this.#knowledge = knowledge;
    this.#memory = memory;
    this.#meant = meant;
    this.#acronyms = new DefinedAcronyms(knowledge, memory);
    this.#timeAt = timeAt;
  }

  /** Takes down the names of a passage; gives it back without the weak aliases that nothing supports yet. */
  passage(block: Block, found: Passage): Passage {
    const whole = block.quoted ? found : this.#acronyms.in(found);
    const passage = whole.names.length === 0 ? whole : this.#named(block, whole);
    if (block.quoted) return passage;
    if (passage.names.length + passage.eventNames.length > 0) this.#discouraged(block, passage);
    if (whole.names.length > 0 || hasCapitalInside(whole)) this.#near(block, whole);
    return passage;
  }

  #named(block: Block, passage: Passage): Passage {
    for (const match of passage.names) this.#introduce(match, passage);
    const names: NameMatch[] = [];
    for (const each of passage.names) {
      const match = this.#meant.choose(each, passage);
      if (!this.#counts(match)) continue;
      names.push(match);
      const { from, to, names: forms } = match;
      const ids = idsOf(match);
      // A wrong name that the draft denies or quotes is none of the draft's own.
      const stated = passage.scopes[from] === undefined;
      const bad = stated
        ? forms.find(({ form }) => form === "misnomer" || form === "discouraged")
        : undefined;
      const rightName = bad && this.#knowledge.entities.get(bad.id)?.name;
      this.named.entities.push({
        kind: "entity",
        span: spanOf(block, passage, { from, to }),
        ids,
        form: forms[0]!.form,
        ...(block.quoted || passage.scopes[from] === "quoted" ? { quoted: true } : {}),
        ...(rightName === undefined ? {} : { rightName }),
      });
      const { notes } = this.#memory;
      if (ids.length === 1) (bad?.form === "misnomer" ? notes.misnamed : notes.named).add(ids[0]!);
    }
    const isSame =
      names.length === passage.names.length && names.every((name, i) => name === passage.names[i]);
    return isSame ? passage : passage.withNames(names);
  }

  #discouraged(block: Block, passage: Passage): void {
    if (!hasDiscouraged(passage.names) && !hasDiscouraged(passage.eventNames)) return;
    const when = { written: this.#written, times: this.#valuesOf(block, passage) };
    this.named.discouraged.push(...discouragedUses(passage, block, this.#text, when, this.#knowledge));
  }

  /** What may be a misspelt name. */
  #near(block: Block, passage: Passage): void {
    const slips = nearNames(passage, this.#knowledge);
    const halfRight = hasCapitalPair(passage)
      ? halfRightNames(passage, this.#knowledge).filter(
          ({ from, to }) => !slips.some((other) => other.from < to && from < other.to),
        )
      : [];
    for (const near of [...slips, ...halfRight]) {
      if (isQuotedOrDenied(passage, near.from)) continue;
      const span = spanOf(block, passage, near);
      const { rightName, needsOther } = near;
      if (!needsOther) this.#memory.notes.misnamed.add(near.id);
      this.named.near.push({
        needsOther,
        word: slice(this.#text, span),
        mention: { kind: "entity", span, ids: [near.id], form: "near", rightName },
      });
    }
    this.named.unknown.push(...unknownNames(passage, (tokens) => spanOf(block, passage, tokens)));
  }

  /** A full name makes the short forms of its own sentence count as well. */
  #introduce({ from, names }: NameMatch, { scopes }: Passage): void {
    const [first, ...others] = names;
    const isFull = first?.form === "name" || first?.form === "alias";
    if (isFull && others.length === 0 && scopes[from] === undefined) this.#memory.notes.named.add(first.id);
  }

  #counts({ names }: NameMatch): boolean {
    return names.some(({ id, form }) => form !== "weakAlias" || this.#memory.hasNamed(id));
  }

  /** The values of a passage's dates. */
  #valuesOf(block: Block, { times }: Passage): readonly TimeValue[] {
    return times.flatMap(
      ({ expression }) => this.#timeAt(block.span.start + expression.span.start)?.value ?? [],
    );
  }
}

function hasDiscouraged(matches: readonly NameMatch[]): boolean {
  return matches.some(({ names }) => names[0]!.form === "discouraged");
}
