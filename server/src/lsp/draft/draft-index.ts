import type { Location, Range } from "vscode-languageserver";
import { type Mentioned, mentionedIn } from "../../features/draft/mentioned.ts";
import { citationsOf } from "../../features/knowledge/citations.ts";
import { contentHash } from "../../knowledge-base/content-hash.ts";
import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { read } from "../../reading/read.ts";
import { Lines } from "../../text/lines.ts";
import { readDraft } from "../../text/read-draft.ts";
import { rangeOf } from "../convert.ts";
import { type Documents, formatOfFile } from "../documents.ts";
import type { Host } from "../host.ts";
import type { KnowledgeBases } from "../knowledge/knowledge-bases.ts";
import type { Scheduler } from "../scheduler.ts";

/** A mention in one of the drafts of the window. */
export interface DraftMention extends Omit<Mentioned, "span"> {
  readonly uri: string;
  readonly range: Range;
}

/** What is remembered of a draft, and what it was read from: it holds for as long as that is the same. */
interface Entry {
  readonly hash: string;
  readonly knowledge: Knowledge;
  readonly mentions: ReadonlyMap<Id, readonly DraftMention[]>;
}

/** Drafts read at most; a window with more of them is told so in the log. */
const MOST_DRAFTS = 5000;
/** The longest draft that is read without being open, in UTF-16 code units. */
const LONGEST = 2_000_000;

/**
 * Who is mentioned where in all drafts of the window, open or not. Made when it is first asked for, in slices; after
 * that only drafts whose text or knowledge is another are read again.
 */
export class DraftIndex {
  #entries = new Map<string, Entry>();
  #building: Promise<void> | undefined;
  /** Counts what may have changed it, and up to where it is built. */
  #changes = 1;
  #built = 0;

  constructor(
    private readonly host: Host,
    private readonly documents: Documents,
    private readonly bases: KnowledgeBases,
    private readonly folders: () => readonly string[],
    private readonly scheduler: Scheduler,
    /** Whether it hears of changes on the disk; if not, it looks for itself each time. */
    private readonly watched: boolean,
    private readonly log: (message: string) => void,
  ) {}

  /** A draft, a knowledge base or the set of folders is another one now. */
  outdate(): void {
    this.#changes++;
  }

  /** Every mention of what an entry of a knowledge file tells of, in drafts that are held against that file. */
  async mentionsOf(id: Id, file: string): Promise<readonly DraftMention[]> {
    await this.#build();
    const found: DraftMention[] = [];
    for (const { mentions, knowledge } of this.#entries.values()) {
      if (knowledge.bases.some(({ files }) => files.includes(file))) found.push(...(mentions.get(id) ?? []));
    }
    return found;
  }

  /** Where the drafts of the window cite a source. Linear in their texts. */
  async citationsOf(source: Id): Promise<readonly Location[]> {
    return [...(await this.texts())].flatMap(([uri, text]) => {
      const lines = new Lines(text);
      return citationsOf(text, source).map((span) => ({ uri, range: rangeOf(lines, span) }));
    });
  }

  /** The drafts of the window, open ones as they stand. */
  async texts(): Promise<ReadonlyMap<string, string>> {
    const lists = await Promise.all(this.folders().map((folder) => this.host.list(folder)));
    const files = [...new Set(lists.flat())].filter((file) => formatOfFile(file) !== undefined);
    const texts = new Map<string, string>();
    if (files.length > MOST_DRAFTS)
      this.log(`Of ${files.length} drafts only the first ${MOST_DRAFTS} are looked through for mentions.`);
    for (const file of files.slice(0, MOST_DRAFTS)) {
      const text = await this.host.read(file);
      if (text !== undefined && text.length <= LONGEST) texts.set(file, text);
    }
    for (const document of this.documents.all()) {
      if (formatOfFile(document.uri) === undefined) continue;
      texts.delete(this.host.canonical(document.uri));
      texts.set(document.uri, document.getText());
    }
    return texts;
  }

  async #build(): Promise<void> {
    if (!this.watched) this.#changes++;
    while (this.#built !== this.#changes) {
      this.#building ??= this.#buildOnce(this.#changes).finally(() => {
        this.#building = undefined;
      });
      await this.#building;
    }
  }

  async #buildOnce(changes: number): Promise<void> {
    const entries = new Map<string, Entry>();
    for (const [uri, text] of await this.texts()) {
      const { knowledge } = await this.bases.of(uri);
      const hash = contentHash([text]);
      const known = this.#entries.get(uri);
      const holds = known?.hash === hash && known.knowledge === knowledge;
      const mentions = holds ? known.mentions : await this.#read(uri, text, knowledge);
      if (mentions !== undefined) entries.set(uri, { hash, knowledge, mentions });
    }
    this.#entries = entries;
    this.#built = changes;
  }

  async #read(uri: string, text: string, knowledge: Knowledge): Promise<Entry["mentions"] | undefined> {
    const format = formatOfFile(uri)!;
    const reading = await this.scheduler.drive(`index ${uri}`, reader());
    if (reading === undefined) return undefined;
    const mentions = new Map<Id, DraftMention[]>();
    for (const { id, span, form, quoted } of mentionedIn(reading)) {
      const mention = { id, uri, range: rangeOf(reading.draft.lines, span), form, quoted };
      const known = mentions.get(id);
      if (known === undefined) mentions.set(id, [mention]);
      else known.push(mention);
    }
    return mentions;

    function* reader() {
      const draft = readDraft({ uri, text, format });
      yield;
      return yield* read(draft, knowledge);
    }
  }
}
