import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block, Draft } from "../../text/draft.ts";
import { overlaps, type Span } from "../../text/span.ts";
import type { TimeMention, TimeValue } from "../../time/time.ts";
import { spanOf } from "../events/spoken.ts";
import type { Passage } from "../grammar/passage.ts";
import type { DiscouragedUse, EntityMention } from "../reading.ts";
import { type ActorMemory, idsOf } from "./actor-memory.ts";
import { DefinedAcronyms } from "./defined-acronyms.ts";
import { discouragedUses } from "./discouraged.ts";
import { halfRightNames } from "./half-right.ts";
import type { NameMatch } from "./name-mentions.ts";
import { nearNames } from "./near-names.ts";
import { slipsOf, type Unknown, unknownNames } from "./slips.ts";

/** Takes down whom a draft names, passage by passage, and at its end who is misspelt in it. */
export class NamesReader {
  readonly discouraged: DiscouragedUse[] = [];
  readonly #draft: Draft;
  readonly #knowledge: Knowledge;
  readonly #actors: ActorMemory;
  readonly #acronyms: DefinedAcronyms;
  /** By where they begin. */
  readonly #timeAt: (offset: number) => TimeMention | undefined;
  readonly #entities: EntityMention[] = [];
  readonly #near: { mention: EntityMention; needsOther: boolean }[] = [];
  readonly #unknown: Unknown[] = [];

  constructor(
    draft: Draft,
    knowledge: Knowledge,
    actors: ActorMemory,
    timeAt: (offset: number) => TimeMention | undefined,
  ) {
    this.#draft = draft;
    this.#knowledge = knowledge;
    this.#actors = actors;
    this.#acronyms = new DefinedAcronyms(knowledge);
    this.#timeAt = timeAt;
  }

  /** Every mention, asked when all passages have been read: what is misspelt depends on who is named elsewhere. */
  entities(): EntityMention[] {
    for (const slip of slipsOf(this.#unknown, this.#actors.named, this.#knowledge)) {
      const isNew = !this.#near.some((other) => overlaps(other.mention.span, slip.mention.span));
      if (isNew) this.#near.push(slip);
    }
    const near = this.#near.filter(
      ({ mention, needsOther }) =>
        !needsOther || (this.#actors.hasNamed(mention.ids[0]!) && this.#isOnce(mention)),
    );
    return [...this.#entities, ...near.map(({ mention }) => mention)];
  }

  /** A word that is spelt so again and again is no slip, but another name. */
  #isOnce({ span }: EntityMention): boolean {
    const word = ({ start, end }: Span) => this.#draft.text.slice(start, end);
    return this.#near.filter(({ mention }) => word(mention.span) === word(span)).length === 1;
  }

  /** Takes down the names of a passage; gives it back without the weak aliases that nothing supports yet. */
  passage(block: Block, found: Passage): Passage {
    const passage = block.quoted ? found : this.#acronyms.in(found);
    for (const match of passage.names) this.#introduce(match, passage);
    const names: NameMatch[] = [];
    for (const each of passage.names) {
      const match = this.#actors.choose(each, passage);
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
      this.#entities.push({
        kind: "entity",
        span: spanOf(block, passage, { from, to }),
        ids,
        form: forms[0]!.form,
        ...(block.quoted || passage.scopes[from] === "quoted" ? { quoted: true } : {}),
        ...(rightName === undefined ? {} : { rightName }),
      });
      if (ids.length === 1 && bad?.form !== "misnomer") this.#actors.note(ids[0]!);
      else if (ids.length === 1) this.#actors.noteWrong(ids[0]!);
    }
    if (block.quoted) return { ...passage, names };
    this.discouraged.push(
      ...discouragedUses(
        { ...passage, names },
        block,
        this.#draft,
        this.#valuesOf(block, passage),
        this.#knowledge,
      ),
    );
    const slips = nearNames(passage, this.#knowledge);
    const halfRight = [...halfRightNames(passage, this.#knowledge)].filter(
      ({ from, to }) => !slips.some((other) => other.from < to && from < other.to),
    );
    for (const near of [...slips, ...halfRight]) {
      if (passage.scopes[near.from] === "quoted" || passage.scopes[near.from] === "negated") continue;
      const span = spanOf(block, passage, near);
      const { rightName, needsOther } = near;
      if (!needsOther) this.#actors.noteWrong(near.id);
      this.#near.push({
        needsOther,
        mention: { kind: "entity", span, ids: [near.id], form: "near", rightName },
      });
    }
    this.#unknown.push(...unknownNames(passage, (tokens) => spanOf(block, passage, tokens)));
    return { ...passage, names };
  }

  /** A full name makes the short forms of its own sentence count as well. */
  #introduce({ from, names }: NameMatch, { scopes }: Passage): void {
    const [first, ...others] = names;
    const isFull = first?.form === "name" || first?.form === "alias";
    if (isFull && others.length === 0 && scopes[from] === undefined) this.#actors.note(first.id);
  }

  #counts({ names }: NameMatch): boolean {
    return names.some(({ id, form }) => form !== "weakAlias" || this.#actors.hasNamed(id));
  }

  /** The values of a passage's dates. */
  #valuesOf(block: Block, { times }: Passage): readonly TimeValue[] {
    return times.flatMap(
      ({ expression }) => this.#timeAt(block.span.start + expression.span.start)?.value ?? [],
    );
  }
}
