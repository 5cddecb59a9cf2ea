import type { Draft } from "../../text/draft.ts";
import { kindOf } from "../disk.ts";
import { kindOfDocument, readDocument, readDocumentFile } from "../documents/read-document.ts";
import { draftText, readDraftFile } from "../read-draft-file.ts";
import { Repository, type Revision } from "../revisions/repository.ts";
import type { Trouble } from "../trouble.ts";

/** One version of a draft: its text, and where it comes from. */
export interface Version {
  readonly path: string;
  /** As the user gave it; undefined for the file as it is now. */
  readonly revision: string | undefined;
  /** A text that is still to be read, or the draft that a document (Word, OpenDocument) is. */
  readonly content: string | Draft;
}

/** Two versions that are to be compared. */
export interface Versions {
  readonly before: Version;
  readonly after: Version;
  /** The path by which the knowledge bases and settings for both are found. */
  readonly place: string;
}

/** What the user wants compared: two files, or one file at two revisions (`to` undefined: as it is now). */
export type Wanted =
  | { readonly files: readonly [string, string] }
  | { readonly file: string; readonly from: string; readonly to: string | undefined };

/** What operands mean: `OLD NEW`, `REV1..REV2 FILE`, or `FILE` with `--from` and perhaps `--to`. In a sentence, why nothing. */
export function wantedOf(
  operands: readonly string[],
  { from, to }: { readonly from?: string; readonly to?: string },
): Wanted | string {
  const [first = "", second] = operands;
  if (from !== undefined)
    return second === undefined ? { file: first, from, to } : "With --from, name one file, which git knows.";
  if (to !== undefined) return "--to needs --from: from which revision on?";
  if (second === undefined)
    return "Name two files, or one file and from which revision on: aide-memoire diff --from HEAD brief.md";
  const range = kindOf(first) === undefined ? /^(.*?)(\.{2,3})(.*)$/.exec(first) : null;
  if (range === null) return { files: [first, second] };
  const [, start = "", dots, end = ""] = range;
  const older = start === "" ? "HEAD" : start;
  const newer = end === "" ? "HEAD" : end;
  return { file: second, from: dots === "..." ? `${older}...${newer}` : older, to: newer };
}

/** The two versions; undefined where one cannot be had, which is told. */
export async function versionsOf(wanted: Wanted, trouble: Trouble): Promise<Versions | undefined> {
  if ("files" in wanted) {
    const [before, after] = await Promise.all(wanted.files.map((path) => now(path, trouble)));
    return before && after && { before, after, place: after.path };
  }
  const { file } = wanted;
  const repository = await Repository.around(file);
  if (typeof repository === "string") return fail(trouble, repository);
  const to = wanted.to === undefined ? undefined : await repository.revision(wanted.to);
  if (typeof to === "string") return fail(trouble, to);
  const from = await startOf(repository, wanted.from, to);
  if (typeof from === "string") return fail(trouble, from);
  const name = repository.nameOf(file);
  // The file is known by the name that it has now; at both ends it may have had another.
  const newName = to === undefined ? name : ((await repository.renamesSince(to).oldName(name)) ?? name);
  const oldName = await repository.renamesSince(from, to).oldName(newName);
  const after = to === undefined ? await now(file, trouble) : await then(repository, to, newName, trouble);
  if (oldName === undefined)
    return fail(
      trouble,
      `${file}: it was not there at ${from.name}, under this name or, as far as git can tell, another.`,
    );
  const before = await then(repository, from, oldName, trouble);
  return before && after && { before, after, place: file };
}

async function startOf(
  repository: Repository,
  name: string,
  to: Revision | undefined,
): Promise<Revision | string> {
  const [one, other] = name.split("...");
  if (other === undefined || to === undefined) return repository.revision(name);
  const start = await repository.revision(one!);
  return typeof start === "string" ? start : repository.parting(start, to);
}

async function now(path: string, trouble: Trouble): Promise<Version | undefined> {
  const isDocument = kindOfDocument(path) !== undefined;
  const content = isDocument ? (await readDocumentFile(path, trouble))?.draft : readDraftFile(path, trouble);
  return content === undefined ? undefined : { path, revision: undefined, content };
}

async function then(
  repository: Repository,
  revision: Revision,
  name: string,
  trouble: Trouble,
): Promise<Version | undefined> {
  const shown = `${revision.name}:${name}`;
  const bytes = await repository.bytesAt(revision, name);
  if (bytes === undefined) return fail(trouble, `${shown}: there is no such file at this revision.`);
  const isDocument = kindOfDocument(name) !== undefined;
  const content = isDocument ? await documentIn(bytes, shown, trouble) : draftText(bytes, shown, trouble);
  return content === undefined ? undefined : { path: name, revision: revision.name, content };
}

async function documentIn(bytes: Buffer, shown: string, trouble: Trouble): Promise<Draft | undefined> {
  try {
    return (await readDocument(shown, bytes)).draft;
  } catch (error) {
    return fail(trouble, `${shown}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function fail(trouble: Trouble, message: string): undefined {
  trouble.fail(message);
  return undefined;
}
