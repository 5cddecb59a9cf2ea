/** A text as YAML, in quotation marks only where it would otherwise be read as something else; `flow`: between brackets. */
export function yamlText(text: string, flow = true): string {
  return isPlainText(text, flow) ? text : quoted(text, text.includes('"') || text.includes("\\") ? "'" : '"');
}

/** A text between a given kind of quotation marks, with them. */
export function quoted(text: string, quote: "'" | '"'): string {
  // Only double ones can hold what is no printable character.
  if (quote === "'" && !UNPRINTABLE.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return `"${text.replace(/["\\]/g, "\\$&").replace(/[\p{Cc}\u2028\u2029]/gu, escaped)}"`;
}

/**
 * Whether a text without quotation marks is just that text to every reader of YAML, 1.1 or 1.2: no number, date or truth
 * value, and no sign of the language's own where it counts.
 */
export function isPlainText(text: string, flow: boolean): boolean {
  if (text === "" || text.trim() !== text || UNPRINTABLE.test(text)) return false;
  if (/^[,[\]{}#&*!|>'"%@`]/.test(text) || /^[-?:](?:\s|$)/.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text) || /^(?:---|\.\.\.)/.test(text)) return false;
  if (flow && (/[,[\]{}]/.test(text) || /^[-?:]/.test(text))) return false;
  return !OTHER_VALUES.test(text);
}

const UNPRINTABLE = /[\p{Cc}\u2028\u2029\uFEFF]/u;

const OTHER_VALUES =
  /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?(?:\.inf|\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.\d[\d_]*(?:e[-+]?\d+)?|0x[\da-f_]+|0o[0-7_]+|0b[01_]+|\d+(?::[0-5]?\d)+(?:\.\d*)?)|\.nan|\d{4}-\d\d?-\d\d?(?:(?:t|\s+)\d.*)?)$/i;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
