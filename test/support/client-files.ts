import type { LanguageClient } from "./language-client.ts";

/** What the client of a test answers about the files that only it can reach. */
export class ClientFiles {
  /** By URI. */
  readonly texts: Map<string, string>;
  /** The URIs that were asked for. */
  readonly asked: string[] = [];
  /** Files that cannot be read, and why. */
  readonly problems = new Map<string, string>();

  constructor(texts: Readonly<Record<string, string>>) {
    this.texts = new Map(Object.entries(texts));
  }

  answer({ connection }: LanguageClient): void {
    connection.onRequest("aide-memoire/listFiles", ({ folder, depth }: { folder: string; depth: number }) => {
      this.asked.push(folder);
      const below = (file: string) => file.startsWith(`${folder.replace(/\/$/, "")}/`);
      const files = [...this.texts.keys()].filter(below);
      const isDirect = (file: string) => file.lastIndexOf("/") <= folder.length;
      return { files: depth > 0 ? files : files.filter(isDirect) };
    });
    connection.onRequest("aide-memoire/listEntries", ({ folder }: { folder: string }) => {
      const start = `${folder.replace(/\/$/, "")}/`;
      const names = [...this.texts.keys()]
        .filter((file) => file.startsWith(start))
        .map((file) => file.slice(start.length));
      const first = new Map(names.map((name) => [name.split("/")[0]!, name.includes("/")]));
      return { entries: [...first].map(([name, isFolder]) => ({ uri: start + name, isFolder })) };
    });
    connection.onRequest("aide-memoire/statFile", ({ file }: { file: string }) => {
      const text = this.texts.get(file);
      return { stat: text === undefined ? null : { size: text.length, modified: text.length } };
    });
    connection.onRequest("aide-memoire/readFile", ({ file }: { file: string }) => {
      this.asked.push(file);
      const problem = this.problems.get(file);
      return { text: problem === undefined ? (this.texts.get(file) ?? null) : null, problem };
    });
    connection.onRequest("aide-memoire/writeFile", ({ file, text }: { file: string; text: string }) => {
      this.texts.set(file, text);
      return {};
    });
  }
}
