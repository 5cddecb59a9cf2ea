/** What is markup in the Markdown of our cards; a character behind a backslash is itself. */
const MARKUP =
  /\\([!-/:-@[-`{-~])|\[((?:\\.|[^\]\\])*)\]\(<?([^)>]*)>?\)|(`+)([^`]+)\4|\*+|^[ \t]*(?:> ?)+|^#+ | {2}$/gm;

/** The Markdown of a card as plain text, for editors that show it as it is: links keep their address. */
export function plainText(markdown: string): string {
  return markdown.replace(MARKUP, (_, escaped, label, address, _ticks, code) => {
    if (label !== undefined) return `${plainText(label)} (${address})`;
    return escaped ?? code ?? "";
  });
}
