import { check, DraftSet, finish, type Snapshot } from "../../service.ts";
import type { Draft, Format } from "../../text/draft.ts";
import { readDraft } from "../../text/read-draft.ts";
import { findDrafts, formatOf } from "../find-drafts.ts";
import { GitIgnored } from "../git-ignored.ts";
import { Library } from "../library.ts";
import type { Output } from "../output.ts";
import type { Context } from "../program.ts";
import { Projects } from "../project/projects.ts";
import type { Trouble } from "../trouble.ts";

export interface CheckerOptions {
  /** What `--knowledge` names. */
  readonly knowledge: readonly string[];
  /** Whether what git leaves out is left out. */
  readonly gitignore: boolean;
}

/** Checks drafts as the files around them say: the knowledge bases, the settings and what is ignored, each read once. */
export class DraftChecker {
  readonly #library: Library;
  readonly #projects: Projects;
  readonly #trouble: Trouble;
  readonly #ignored: GitIgnored | undefined;
  #set = new DraftSet();

  constructor(options: CheckerOptions, context: Context, trouble: Trouble, errors: Output) {
    const { bundledKnowledge: bundled, cache } = context;
    this.#trouble = trouble;
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

  /** The paths of the drafts that files, folders and patterns stand for. */
  async find(paths: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const { path, named } of await findDrafts(paths, this.#trouble, this.#ignored)) {
      if (named || !(this.#projects.isExcluded(path) || (await this.#library.liesWithBase(path))))
        found.push(path);
    }
    return found;
  }

  /** A draft by itself. `format` overrules what its name and the project file say. */
  async checkAlone(path: string, text: string | Draft, format?: Format): Promise<Snapshot> {
    const wanted = format ?? this.#projects.effectiveFor(path).format?.value ?? formatOf(path);
    const draft = typeof text === "string" ? readDraft({ uri: path, text, format: wanted }) : text;
    const knowledge = await this.#library.knowledgeFor(path, draft.frontMatter.knowledge);
    return finish(
      check(draft, knowledge, {
        ...this.#howFor(path),
        onCrash: (crashed, error) =>
          this.#trouble.fail(
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

  #howFor(path: string) {
    return { settings: this.#projects.settingsFor(path), recorded: this.#projects.recordedFor(path) };
  }
}
