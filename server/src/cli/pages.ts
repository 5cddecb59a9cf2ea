import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { kindOf, readText } from "./disk.ts";

/** The checks' pages, which lie beside the program. */
export class Pages {
  readonly #folder: string;
  readonly #texts = new Map<string, string | undefined>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A whole page in Markdown; undefined where there is none. */
  text(check: string): string | undefined {
    if (!this.#texts.has(check)) this.#texts.set(check, readText(this.#file(check)));
    return this.#texts.get(check);
  }

  /** What a page says before its severity and its examples, without the heading. */
  prose(check: string): string | undefined {
    const [prose] = this.text(check)?.split(/^(?:(?:Default s|S)everity:|```|## )/m) ?? [];
    return prose?.replace(/^#[^\n]*\n+/, "").trim();
  }

  address(check: string): string | undefined {
    const file = this.#file(check);
    return kindOf(file) === "file" ? pathToFileURL(file).href : undefined;
  }

  #file(check: string): string {
    return join(this.#folder, `${check}.md`);
  }
}
