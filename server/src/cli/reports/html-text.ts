import { escaped } from "../../features/pages/html.ts";

export { escaped } from "../../features/pages/html.ts";

/** Paragraphs of Markdown with code, emphasis and links (of which the words stay), as our pages have them. */
export function paragraphs(markdown: string): string {
  return markdown
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${inline(paragraph.replace(/\s+/g, " ").trim())}</p>`)
    .join("\n");
}

/** "1 draft", "2 drafts". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

function inline(text: string): string {
  return escaped(text)
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
    .replace(/\*([^*]+)\*/g, "<em>$1</em>");
}
