import { withHouseNames } from "../../knowledge-base/house-names.ts";
import { check, DraftSet, finish, type Snapshot } from "../../service.ts";
import type { Draft, Format } from "../../text/draft.ts";
import { readDraft } from "../../text/read-draft.ts";
import { kindOfDocument, type ReadDocument, readDocumentFile } from "../documents/read-document.ts";
import { findDrafts, formatOf } from "../find-drafts.ts";
import { GitIgnored } from "../git-ignored.ts";
import { Library } from "../library.ts";
import type { Output } from "../output.ts";
import type { Context } from "../program.ts";
import { Projects } from "../project/projects.ts";
import { readDraftFile } from "../read-draft-file.ts";
import type { Trouble } from "../trouble.ts";
import { type PackedSnapshot, unpack } from "./packed.ts";

export interface CheckerOptions {
  /** What `--knowledge` names. */
  readonly knowledge: readonly string[];
  /** Whether what git leaves out is left out. */
  readonly gitignore: boolean;
}

/** A draft as it was read, and what is to be said of it by itself. */
export interface ReadAlone {
  readonly text: string;
  readonly snapshot: Snapshot;
  /** What the draft was made of, where it is no text. */
  readonly document?: ReadDocument;
}

/** Checks drafts as the files around them say: the knowledge bases, the settings and what is ignored, each read once. */
export class DraftChecker {
  readonly #library: Library;
  readonly #projects: Projects;
  readonly #trouble: Trouble;
  readonly #ofDrafts: Trouble;
  readonly #ignored: GitIgnored | undefined;
  #set = new DraftSet();

  /** `trouble` hears of knowledge bases and project files, `ofDrafts` of the drafts themselves. */
  constructor(
    options: CheckerOptions,
    { bundledKnowledge: bundled, cache }: Pick<Context, "bundledKnowledge" | "cache">,
    trouble: Trouble,
    errors: Output,
    ofDrafts = trouble,
  ) {
    this.#trouble = trouble;
    this.#ofDrafts = ofDrafts;
    this.#projects = new Projects(bundled, trouble);
    this.#library = new Library({
      ...{ named: options.knowledge, bundled, cache, trouble, errors },
      projects: this.#projects,
    });
    const isOff = (path: string) => this.#projects.around(path)?.settings.gitignore === false;
    this.#ignored = options.gitignore ? new GitIgnored(isOff) : undefined;
  }

  get library(): Library {
    return this.#library;
  }

  get projects(): Projects {
    return this.#projects;
  }

  /** The paths of the drafts that files, folders and patterns stand for. */
  async find(paths: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const { path, named } of await findDrafts(paths, this.#trouble, this.#ignored)) {
      if (named || !(this.#projects.isExcluded(path) || (await this.#library.liesWithBase(path))))
        found.push(path);
    }
    return found;
  }

  /** A draft by itself, read from its file; undefined where it cannot be read, which is told. */
  async read(path: string): Promise<ReadAlone | undefined> {
    const isDocument = kindOfDocument(path) !== undefined;
    const document = isDocument ? await readDocumentFile(path, this.#ofDrafts) : undefined;
    const text = isDocument ? document?.draft : readDraftFile(path, this.#ofDrafts);
    if (text === undefined) return undefined;
    const snapshot = await this.checkAlone(path, text);
    return { text: typeof text === "string" ? text : text.text, snapshot, ...(document && { document }) };
  }

  /** What another thread has found in a draft of this text. */
  async restore(path: string, text: string, packed: PackedSnapshot): Promise<Snapshot> {
    const draft = this.#draftOf(path, text);
    const given = await this.#library.knowledgeFor(path, draft.frontMatter.knowledge);
    return unpack(packed, draft, withHouseNames(given, this.#howFor(path).settings?.style.names));
  }

  /** A draft by itself. `format` overrules what its name and the project file say. */
  async checkAlone(path: string, text: string | Draft, format?: Format): Promise<Snapshot> {
    const draft = typeof text === "string" ? this.#draftOf(path, text, format) : text;
    const knowledge = await this.#library.knowledgeFor(path, draft.frontMatter.knowledge);
    return finish(
      check(draft, knowledge, {
        ...this.#howFor(path),
        onCrash: (crashed, error) =>
          this.#ofDrafts.fail(
            `${path}: the check ${crashed.id} broke off, please report it: ${String(error)}`,
          ),
      }),
    );
  }

  /** A draft, held also against those that were checked before it. */
  async check(path: string, text: string | Draft): Promise<Snapshot> {
    return this.among(path, await this.checkAlone(path, text));
  }

  /** A draft that was checked by itself, held against those before it as well. */
  among(path: string, alone: Snapshot): Snapshot {
    return this.#set.add(alone, this.#howFor(path));
  }

  /** Begins a new run: the drafts before it are forgotten, the files around them are not. */
  restart(): void {
    this.#set = new DraftSet();
  }

  #draftOf(path: string, text: string, format?: Format): Draft {
    const wanted = format ?? this.#projects.effectiveFor(path).format?.value ?? formatOf(path);
    return readDraft({ uri: path, text, format: wanted });
  }

  #howFor(path: string) {
    return { settings: this.#projects.settingsFor(path), recorded: this.#projects.recordedFor(path) };
  }
}
