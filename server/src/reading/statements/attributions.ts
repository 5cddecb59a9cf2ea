import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block } from "../../text/draft.ts";
import { type Before, type ClaimMention, claimsTold, idsIn } from "../claims/claim-mentions.ts";
import { claimPatterns } from "../claims/claim-patterns.ts";
import { type Framing, framingOf } from "../claims/frames.ts";
import { holdersOf, isReporting, mayHold } from "../claims/holders.ts";
import { stemOf } from "../claims/stem.ts";
import { isFunctionWord } from "../english/function-words.ts";
import { CLAIM_NOUNS, HEDGES } from "../english/reporting-words.ts";
import { spanOf } from "../events/spoken.ts";
import type { Passage } from "../grammar/passage.ts";
import type { BlockMemory } from "../memory/block-memory.ts";
import type { NameMatch } from "../names/name-mentions.ts";
import { adjectiveOf, nameLike } from "../names/right-name.ts";
import type { AttributionStatement } from "../reading.ts";

/** Reads which contested and alleged claims a paragraph tells, and whose it says they are; notes headings and lead-ins. */
export class AttributionReader {
  readonly #knowledge: Knowledge;
  readonly #memory: BlockMemory;
  /** That of the paragraph. */
  readonly #text: string;

  constructor(text: string, knowledge: Knowledge, memory: BlockMemory) {
    this.#text = text;
    this.#knowledge = knowledge;
    this.#memory = memory;
  }

  block(block: Block, passages: readonly Passage[]): AttributionStatement[] {
    const ofClaims = (passage: Passage | undefined) =>
      passage?.keys.some((key) => CLAIM_NOUNS.has(key) || isReporting(key) || HEDGES.test(key)) === true;
    const { notes } = this.#memory;
    if (block.kind === "heading") {
      notes.framing = { underHeading: passages.some(ofClaims), afterColon: false };
      return [];
    }
    const last = passages.at(-1);
    if (last?.words.at(-1)?.key === ":") notes.framing = { afterColon: ofClaims(last) };
    else if (block.kind !== "item" && !block.quoted) notes.framing = { afterColon: false };
    if (block.quoted || block.cell !== undefined) return [];
    const { underHeading, afterColon } = this.#memory.framing;
    return underHeading || afterColon ? [] : this.#sentences(block, passages);
  }

  #sentences(block: Block, passages: readonly Passage[]): AttributionStatement[] {
    const patterns = claimPatterns(this.#knowledge);
    const statements: AttributionStatement[] = [];
    if (patterns.size === 0) return statements;
    const before = new SoFar(passages);
    for (const [i, passage] of passages.entries())
      for (const mention of claimsTold(passage, patterns, before.sentence(i))) {
        const statement = this.#judge(block, passage, mention, passages[i - 1], passages[i + 1]);
        if (statement !== undefined) statements.push(statement);
      }
    return statements;
  }

  #judge(
    block: Block,
    passage: Passage,
    mention: ClaimMention,
    previous: Passage | undefined,
    next: Passage | undefined,
  ): AttributionStatement | undefined {
    const { claim } = mention.pattern;
    const scope = passage.scopes[mention.at];
    const isDenied = scope === "negated";
    const framing = framingOf(passage, mention);
    // "Nobody doubts that" denies nothing.
    const isUnreal = scope !== undefined && scope !== "doubted" && scope !== "negated";
    if (isUnreal || (claim.holds === isDenied && framing.how !== "certain")) return undefined;
    const made = { kind: "attribution", claim: claim.id } as const;
    const whole = spanOf(block, passage, mention);
    if (framing.how === "certain")
      return { ...made, ...this.#certain(block, passage, mention, framing.words!) };
    if (framing.how === "attributed") {
      const wrong = this.#wrongHolder(framing.holders, mention);
      if (wrong === undefined) return { ...made, span: whole, verdict: "supported", instead: [] };
      const span = spanOf(block, passage, wrong);
      return {
        ...made,
        span,
        verdict: "contradicted",
        wrong: "mouth",
        instead: this.#others(wrong, mention, this.#text.slice(span.start, span.end)),
      };
    }
    if (framing.how === "open" || scope === "doubted")
      return { ...made, span: whole, verdict: "supported", instead: [] };
    if (leadsIn(previous) || takesUp(next)) return undefined;
    return { ...made, ...this.#plain(block, passage, mention) };
  }

  /** Who is said to make the claim and has nothing to do with those who make it; nobody, where one of these is there too. */
  #wrongHolder(holders: readonly NameMatch[], { pattern: { claim } }: ClaimMention): NameMatch | undefined {
    const isRight = ({ names }: NameMatch) => names.some(({ id }) => mayHold(id, claim, this.#knowledge));
    const isOwn = ({ names }: NameMatch) =>
      names.some(({ id }) => claim.subject.includes(id) || claim.deniedBy.includes(id));
    if (holders.some(isRight)) return undefined;
    return holders.find((holder) => !isOwn(holder));
  }

  /** Who makes the claim, in the form of the name that stands there: a demonym for a demonym. */
  #others({ names }: NameMatch, { pattern: { claim } }: ClaimMention, written: string): string[] {
    return claim.attributedTo.flatMap((id) => {
      const entity = this.#knowledge.entities.get(id);
      if (entity === undefined) return [];
      return names[0]!.form === "demonym" ? adjectiveOf(entity) : nameLike(entity, written);
    });
  }

  #certain(
    block: Block,
    passage: Passage,
    { pattern }: ClaimMention,
    words: NonNullable<Framing["words"]>,
  ): Pick<AttributionStatement, "span" | "verdict" | "wrong" | "instead"> {
    const span = spanOf(block, passage, words);
    const aux = passage.tokens[words.from]!.text;
    const instead = holdersOf(pattern.claim, this.#knowledge).map(({ name, verb }) =>
      words.passive
        ? `${aux} said by ${name}`
        : asIn(`${name} ${verb}`, this.#text.slice(span.start, span.end)),
    );
    return { span, verdict: "contradicted", wrong: "certain", instead };
  }

  /** Two wordings for each of those who make it: "according to X, …" and "…, X says". */
  #plain(
    block: Block,
    passage: Passage,
    mention: ClaimMention,
  ): Pick<AttributionStatement, "span" | "verdict" | "wrong" | "instead"> {
    const clause = clauseOf(passage, mention);
    const holders = holdersOf(mention.pattern.claim, this.#knowledge).slice(0, MOST_HOLDERS);
    if (clause === undefined || holders.length === 0) {
      return { span: spanOf(block, passage, mention), verdict: "contradicted", wrong: "plain", instead: [] };
    }
    const span = spanOf(block, passage, clause);
    const written = this.#text.slice(span.start, span.end);
    const first = passage.tokens[clause.from]!;
    const lower =
      isFunctionWord(first.key) && passage.tags[clause.from] !== "name" ? lowerFirst(written) : written;
    const instead = holders.flatMap(({ name, verb }) => [
      asIn(`according to ${name}, ${lower}`, clause.from === 0 ? "A" : "a"),
      `${written}, ${name} ${verb}`,
    ]);
    return { span, verdict: "contradicted", wrong: "plain", instead };
  }
}

/** What a paragraph has spoken of before each of its sentences, asked for from first to last. */
class SoFar implements Before {
  readonly #passages: readonly Passage[];
  readonly #named = new Set<Id>();
  readonly #stems = new Set<string>();
  /** The sentence that is asked about, and how many have been taken down. */
  #at = 0;
  #known = 0;

  constructor(passages: readonly Passage[]) {
    this.#passages = passages;
  }

  sentence(at: number): Before {
    this.#at = at;
    return this;
  }

  get named(): ReadonlySet<Id> {
    this.#takeDown();
    return this.#named;
  }

  get stems(): ReadonlySet<string> {
    this.#takeDown();
    return this.#stems;
  }

  get last(): readonly Id[] {
    const names = this.#passages[this.#at - 1]?.names;
    const last = names?.find(({ names: [first, ...others] }) => others.every(({ id }) => id === first?.id));
    return last === undefined ? NOBODY : idsIn([last]);
  }

  #takeDown(): void {
    for (; this.#known < this.#at; this.#known++) {
      const { names, eventNames, keys } = this.#passages[this.#known]!;
      for (const id of [...idsIn(names), ...idsIn(eventNames)]) this.#named.add(id);
      for (const key of keys) this.#stems.add(stemOf(key));
    }
  }
}

const NOBODY: readonly never[] = [];

/** Of more than these nobody wants to read two wordings each. */
const MOST_HOLDERS = 3;

/** The main clause that tells the claim, up to the comma, conjunction or mark that ends it. */
function clauseOf(
  { clauses, keys, tokens }: Passage,
  { at, from, to }: ClaimMention,
): { from: number; to: number } | undefined {
  const home = clauses.all[clauses.at[at]!]!;
  if (home.kind !== "main" && home.kind !== "coordinate") return undefined;
  let start = home.from;
  while (start < from && /^(?:[,;:"—–-]|and|but|so|yet)$/.test(keys[start]!)) start++;
  let end = Math.max(to, at + 1);
  while (
    end < tokens.length &&
    !/^[,;:.!?")—–]$/.test(keys[end]!) &&
    clauses.all[clauses.at[end]!]!.kind !== "coordinate"
  )
    end++;
  return start <= from ? { from: start, to: end } : undefined;
}

/** "The Board's version is this:", "Two charges are made." */
function leadsIn(previous: Passage | undefined): boolean {
  return (
    previous !== undefined &&
    /^[:—]$/.test(previous.keys.at(-1) ?? "") &&
    previous.keys.some((key) => CLAIM_NOUNS.has(key) || isReporting(key))
  );
}

/** "So at least says the Board.", "That is what X claims.", "This is disputed." */
function takesUp(next: Passage | undefined): boolean {
  if (next === undefined || !/^(?:so|that|this|such|thus|or|at)$/.test(next.keys[0] ?? "")) return false;
  return next.keys.slice(1, 12).some((key) => isReporting(key) || CLAIM_NOUNS.has(key) || HEDGES.test(key));
}

function asIn(text: string, written: string): string {
  return /^\p{Lu}/u.test(written) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
