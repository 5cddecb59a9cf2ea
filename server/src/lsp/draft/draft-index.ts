import type { Location, Range } from "vscode-languageserver";
import { type Mentioned, mentionedIn } from "../../features/draft/mentioned.ts";
import { citationsOf } from "../../features/knowledge/citations.ts";
import { contentHash } from "../../knowledge-base/content-hash.ts";
import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { isExcluded } from "../../project/effective.ts";
import { read } from "../../reading/read.ts";
import type { Format } from "../../text/draft.ts";
import { readFrontMatter } from "../../text/front-matter.ts";
import { Lines } from "../../text/lines.ts";
import { readDraft } from "../../text/read-draft.ts";
import { rangeOf } from "../convert.ts";
import { type Documents, formatOf, formatOfFile } from "../documents.ts";
import type { Host } from "../host.ts";
import type { KnowledgeBases } from "../knowledge/knowledge-bases.ts";
import type { Scheduler } from "../scheduler.ts";

/** A mention in one of the drafts of the window; `uri` is the file's one spelling, not always the client's. */
export interface DraftMention extends Omit<Mentioned, "span"> {
  readonly uri: string;
  readonly range: Range;
}

/** A draft of the window as it stands. */
interface DraftText {
  readonly text: string;
  readonly format: Format;
}

/** What is remembered of a draft, and what it was read from: it holds for as long as that is the same. */
interface Entry {
  readonly hash: string;
  readonly knowledge: Knowledge;
  /** The knowledge bases that its front matter names. */
  readonly own: readonly string[];
  readonly mentions: ReadonlyMap<Id, readonly DraftMention[]>;
}

const NONE: readonly string[] = [];
/** Drafts read at most; a window with more of them is told so in the log. */
const MOST_DRAFTS = 5000;
/** The longest draft that is read without being open, in UTF-16 code units. */
const LONGEST = 2_000_000;

/**
 * Who is mentioned where in all drafts of the window, open or not. Made when it is first asked for, in slices; after
 * that only drafts that may have changed are looked at, and only those whose text or knowledge is another are read again.
 */
export class DraftIndex {
  #entries = new Map<string, Entry>();
  #building: Promise<void> | undefined;
  /** Counts what may have changed it, and up to where it is built. */
  #changes = 1;
  #built = 0;
  /** The drafts whose text may be another one; undefined: any, and there may be others. */
  #stale: Set<string> | undefined;

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

  /** These open documents, or else any file, may be others now; with none of them, what drafts are held against. */
  outdate(documents?: readonly string[]): void {
    this.#changes++;
    if (documents === undefined) this.#stale = undefined;
    else for (const uri of documents) this.#stale?.add(this.host.canonical(uri));
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
    const found: Location[] = [];
    for (const uri of await this.#drafts()) {
      const { text = "", format } = (await this.draft(uri)) ?? {};
      const lines = new Lines(text);
      for (const span of citationsOf(text, source, format)) found.push({ uri, range: rangeOf(lines, span) });
    }
    return found;
  }

  /** A draft as it stands in the editor, or else on the disk; undefined: it is none, or not there. */
  async draft(uri: string): Promise<DraftText | undefined> {
    const document = this.documents.all().find((one) => this.host.canonical(one.uri) === uri);
    const format = document === undefined ? formatOfFile(uri) : formatOf(document);
    const text = document?.getText() ?? (await this.host.read(uri));
    if (format === undefined || text === undefined) return undefined;
    return document === undefined && text.length > LONGEST ? undefined : { text, format };
  }

  /** The drafts of the window, and those that are open besides. */
  async #drafts(): Promise<string[]> {
    const lists = await Promise.all(this.folders().map((folder) => this.host.list(folder)));
    const files = [...new Set(lists.flat())].filter((file) => formatOfFile(file) !== undefined);
    const drafts = await this.#withoutFacts(files);
    if (drafts.length > MOST_DRAFTS)
      this.log(`Of ${drafts.length} drafts only the first ${MOST_DRAFTS} are looked through for mentions.`);
    return [...new Set([...drafts.slice(0, MOST_DRAFTS), ...(await this.#open())])];
  }

  #open(): Promise<string[]> {
    const drafts = this.documents.all().filter((document) => formatOf(document) !== undefined);
    return this.#withoutFacts(drafts.map(({ uri }) => this.host.canonical(uri)));
  }

  async #withoutFacts(files: readonly string[]): Promise<string[]> {
    const servings = await Promise.all(files.map((file) => this.bases.of(file)));
    return files.filter((file, i) => {
      const { project } = servings[i]!.files;
      return !isExcluded(this.bases.pathOf(file), project?.file) && !this.bases.isFact(file, servings[i]!);
    });
  }

  /** Brings it up to the changes so far; those that come meanwhile are the next one's. */
  async #build(): Promise<void> {
    if (!this.watched) this.outdate();
    const wanted = this.#changes;
    while (this.#built < wanted) {
      this.#building ??= this.#buildOnce(this.#changes, this.#stale).finally(() => {
        this.#building = undefined;
      });
      await this.#building;
    }
  }

  async #buildOnce(changes: number, stale: ReadonlySet<string> | undefined): Promise<void> {
    this.#stale = new Set();
    const drafts =
      stale === undefined ? await this.#drafts() : [...this.#entries.keys(), ...(await this.#open())];
    const entries = new Map<string, Entry>();
    for (const uri of new Set(drafts)) {
      const entry = await this.#entry(uri, stale?.has(uri) ?? true);
      if (entry !== undefined) entries.set(uri, entry);
    }
    this.#entries = entries;
    this.#built = changes;
  }

  async #entry(uri: string, isStale: boolean): Promise<Entry | undefined> {
    const known = this.#entries.get(uri);
    if (known !== undefined && !isStale) {
      const { knowledge } = await this.bases.of(uri, known.own);
      if (known.knowledge === knowledge) return known;
    }
    const draft = await this.draft(uri);
    if (draft === undefined) return undefined;
    const own = readFrontMatter(draft.text).frontMatter.knowledge ?? NONE;
    const { knowledge } = await this.bases.of(uri, own);
    const hash = contentHash([draft.text]);
    if (known?.knowledge === knowledge && known.hash === hash) return known;
    const mentions = await this.#read(uri, draft, knowledge);
    return mentions && { hash, knowledge, own, mentions };
  }

  async #read(
    uri: string,
    { text, format }: DraftText,
    knowledge: Knowledge,
  ): Promise<Entry["mentions"] | undefined> {
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
