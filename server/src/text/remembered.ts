/** How many answers are kept; past that the memory begins anew. */
const MOST = 50_000;

/** A function of a string that keeps its answers: for what is asked of the same few thousand words again and again. */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    let known = answers.get(text);
    if (known === undefined && !answers.has(text)) {
      if (answers.size >= MOST) answers.clear();
      answers.set(text, (known = answer(text)));
    }
    return known as T;
  };
}
