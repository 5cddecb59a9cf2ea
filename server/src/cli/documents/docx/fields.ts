/** The fields that are open where a document is read: of a page number or a citation only the result is text. */
export class FieldStack {
  readonly #open: { code: string; inResult: boolean; isListing: boolean }[] = [];

  /** Whether the words here are seen, and are no table of contents. */
  get isShown(): boolean {
    return this.#open.every(({ inResult, isListing }) => inResult && !isListing);
  }

  begin(): void {
    this.#open.push({ code: "", inResult: false, isListing: false });
  }

  code(text: string): void {
    const field = this.#open.at(-1);
    if (field !== undefined && !field.inResult) field.code += text;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field === undefined) return;
    field.inResult = true;
    field.isListing = isListing(field.code);
  }

  end(): void {
    this.#open.pop();
  }
}

/** Whether a field repeats what stands elsewhere: a table of contents, of authorities, an index. */
export function isListing(code: string): boolean {
  return /^\s*(?:TOC|TOA|INDEX|RD)\b/i.test(code);
}
