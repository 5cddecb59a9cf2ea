import picomatch from "picomatch";

/**
 * Tells the paths that an editor leaves out by the patterns that are true in its settings. They are fitted to whole paths,
 * as editors do; one with conditions on other files is passed over, for leaving out too little does less harm.
 */
export function excludedBy(...settings: readonly unknown[]): (path: string) => boolean {
  const patterns = settings.flatMap((setting) =>
    typeof setting === "object" && setting !== null
      ? Object.entries(setting).flatMap(([pattern, isOn]) => (isOn === true ? [pattern] : []))
      : [],
  );
  if (patterns.length === 0) return () => false;
  // A folder that is left out is not entered, so that its own path must fit where a pattern is for all that it holds.
  const matchers = patterns.map((pattern) =>
    picomatch(pattern.replace(/\/(?:\*\*)?$/, ""), { dot: true, nonegate: true }),
  );
  return (path) => matchers.some((matches) => matches(path));
}
