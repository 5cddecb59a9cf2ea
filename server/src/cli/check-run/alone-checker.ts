import { withHouseNames } from "../../knowledge-base/house-names.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { KnowledgeCache } from "../../node/knowledge-cache.ts";
import { check, finish, type How, type Snapshot } from "../../service.ts";
import type { Draft } from "../../text/draft.ts";
import { readDraft } from "../../text/read-draft.ts";
import { formatOf } from "../find-drafts.ts";
import { Library } from "../library.ts";
import type { Output } from "../output.ts";
import { Projects } from "../project/projects.ts";
import { readDraftFile } from "../read-draft-file.ts";
import type { Trouble } from "../trouble.ts";
import { type PackedSnapshot, unpack } from "./packed.ts";

/** Checks drafts, each by itself, as the files around them say: these are read once. */
export class AloneChecker {
  readonly library: Library;
  readonly projects: Projects;
  readonly #drafts: Trouble;

  /** `around` hears of knowledge bases and project files, `drafts` of the drafts themselves. */
  constructor(options: {
    readonly knowledge: readonly string[];
    readonly bundled: string;
    readonly cache: KnowledgeCache | undefined;
    readonly around: Trouble;
    readonly drafts: Trouble;
    readonly errors: Output;
  }) {
    const { knowledge: named, bundled, cache, around: trouble, drafts, errors } = options;
    this.projects = new Projects(bundled, trouble);
    this.library = new Library({ named, bundled, cache, projects: this.projects, trouble, errors });
    this.#drafts = drafts;
  }

  /** A draft's text and what is to be said of it; undefined where it cannot be read, which is told. */
  async read(path: string): Promise<{ readonly text: string; readonly snapshot: Snapshot } | undefined> {
    const text = readDraftFile(path, this.#drafts);
    if (text === undefined) return undefined;
    const draft = this.#draftOf(path, text);
    const knowledge = await this.library.knowledgeFor(path, draft.frontMatter.knowledge);
    const snapshot = finish(
      check(draft, knowledge, {
        ...this.howFor(path),
        onCrash: (crashed, error) =>
          this.#drafts.fail(`${path}: the check ${crashed.id} broke off, please report it: ${String(error)}`),
      }),
    );
    return { text, snapshot };
  }

  /** What another thread has found in a draft of this text. */
  async restore(path: string, text: string, packed: PackedSnapshot): Promise<Snapshot> {
    const draft = this.#draftOf(path, text);
    const given: Knowledge = await this.library.knowledgeFor(path, draft.frontMatter.knowledge);
    return unpack(packed, draft, withHouseNames(given, this.howFor(path).settings?.style.names));
  }

  howFor(path: string): How {
    return { settings: this.projects.settingsFor(path), recorded: this.projects.recordedFor(path) };
  }

  #draftOf(path: string, text: string): Draft {
    const { format } = this.projects.effectiveFor(path);
    return readDraft({ uri: path, text, format: format?.value ?? formatOf(path) });
  }
}
