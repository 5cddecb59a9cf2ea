/** A Markdown table; a bar in a cell is shown as one. */
export function rows(heads: readonly string[], cells: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) =>
    `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...cells.map(line)].join("\n");
}
