/** Small pieces of Markdown, as all cards write it. An empty piece leaves no trace. */

/** Text that shows as it is: nothing in it is markup. */
export function plain(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>~|&]/g, "\\$&")
    .replace(/^(\s*)([#+-])/gm, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/gm, "$1\\$2");
}

export function bold(text: string): string {
  return text === "" ? "" : `**${plain(text)}**`;
}

export function paragraphs(...pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== "").join("\n\n");
}

/** Lines of one paragraph. */
export function lines(...pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== "").join("  \n");
}

/** A list of at most `limit` items, and how many more there are. */
export function list(items: readonly string[], limit: number): string {
  const shown = items.slice(0, limit).map((item) => `- ${item}`);
  if (items.length > limit) shown.push(`- … and ${items.length - limit} more`);
  return shown.join("\n");
}

/** Names beside one another, of many only the first. */
export function namesText(names: readonly string[], limit = names.length): string {
  const rest = names.length > limit ? ", …" : "";
  return plain(names.slice(0, limit).join(", ")) + rest;
}

/** A list under its heading, if there is one. */
export function under(heading: string, items: string): string {
  return items === "" ? "" : `${heading}:\n${items}`;
}

/** “Label: content”, if there is content. */
export function labelled(label: string, content: string): string {
  return content === "" ? "" : `${label}: ${content}`;
}

/** A card's Markdown as plain text: the words, with the addresses of links behind them. */
export function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/(?<!\\)\[((?:\\.|[^\\\]])*)\]\(<?([^()<>]*)>?\)/g, "$1 ($2)")
    .replace(/(?<!\\)<([a-z][a-z0-9+.-]*:[^<>\s]*)>/gi, "$1")
    .replace(/^>\n/gm, "\n")
    .replace(/^> ?/gm, "")
    .replace(/(?<!\\)\*+/g, "")
    .replace(/ {2}$/gm, "")
    .replace(/^---$/gm, "")
    .replace(/\\([\\`*_{}[\]<>~|&#+\-.)])/g, "$1")
    .replace(/\n{3,}/g, "\n\n");
}
