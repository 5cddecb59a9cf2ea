/** Words that half the world's names share: that they are right says little about what the rest should be. */
const GENERIC = new Set(
  (
    "port saint st mount new old north south east west northern southern eastern western great upper lower little big fort cape lake river bay " +
    "island islands city town county lord lady sir prince king queen national international united union federal republic people popular " +
    "democratic social liberal party movement front council committee commission association society institute university academy bank " +
    "group company corporation trust board agency office ministry department authority force forces army police service court house central " +
    "royal state general world european african asian american human rights peace health trade labour labor development research"
  ).split(/\s+/),
);

export function isGeneric(key: string): boolean {
  return GENERIC.has(key);
}
