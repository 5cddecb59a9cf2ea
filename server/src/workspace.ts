/** The single door to files: a language client's, a disk's, or a test's. Paths are URIs in an editor, file paths on the command line. */
export interface Workspace {
  /** The files under a folder that a knowledge base or a draft could be in; never throws, a missing folder is empty. */
  list(folder: string): Promise<readonly string[]>;
  /** The text of a file, or undefined where it cannot be read. */
  read(file: string): Promise<string | undefined>;
}

/** What a folder holds: a file, a link to whatever it is, or a folder that is no link. */
export interface Entry {
  readonly name: string;
  readonly path: string;
  readonly isFolder: boolean;
}
