import { CHECKS } from "../checks/index.ts";

/** A project file in which everything is explained and nothing is said yet. */
export function projectTemplate(): string {
  const width = Math.max(...CHECKS.map(({ id }) => id.length)) + 2;
  const checks = CHECKS.map(({ id, severity, title }) => {
    return `#   ${`${id}:`.padEnd(width)}${severity.padEnd(13)}# ${title}`;
  });
  return `# What Aide-Mémoire does with the drafts in this folder and below, alike in editors and on the command line.
# Take away the first # of what you need. \`aide-memoire explain-config DRAFT\` tells what holds for a draft, and why.

# The knowledge bases to hold drafts against, the last one winning: files, folders or patterns, from this file, and
# \`bundled\` for the one that comes with Aide-Mémoire. Without this, the folders \`knowledge\` and the files
# \`*.knowledge.yaml\` beside the drafts and above them.
# knowledge: [facts, bundled]

# How grave what a check finds is: error, warning, information, hint, or off. Without this:
# checks:
${checks.join("\n")}

# What else holds for some drafts; of several that fit, the later one wins.
# overrides:
#   - files: annex/**
#     checks: { event-date: off }

# The style of the house.
# style:
#   dates: day month year       # or: month day, year; year-month-day
#   names: { turkiye: Turkey }  # the name to prefer, by the id of its entry
#   acronyms: [UN, EU]          # need not be spelt out

# How files are read whose ending does not tell it.
# formats: { "*.tmpl": markdown }

# Whether drafts that git ignores are left out where a whole folder is checked.
# gitignore: true

# What is no draft.
# exclude: [archive/**]
`;
}
