/** Text as it stands in HTML, in an element or a quoted attribute; what no page may hold becomes U+FFFD. */
export function escaped(text: string): string {
  return text.replace(NO_TEXT, "\uFFFD").replace(/[&<>"']/g, (mark) => ENTITIES[mark]!);
}

/** An address that may be followed from a page; nothing for a script or a path of somebody's disk. */
export function linkable(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/[^\s]+$/i.test(url) ? url : undefined;
}

/** A whole page that needs nothing besides itself: no script, no font, no network. */
export function htmlPage(page: {
  readonly title: string;
  readonly style: string;
  readonly body: string;
}): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(page.title)}</title>
<style>
${page.style}</style>
</head>
<body>
${page.body}
</body>
</html>
`;
}

/** Controls but for tabs and line ends, half surrogate pairs, and what Unicode keeps for itself. */
const NO_TEXT = /(?![\t\n])\p{Cc}|[\p{Cs}\p{Noncharacter_Code_Point}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
