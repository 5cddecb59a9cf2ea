import type { CancellationToken } from "vscode-languageserver";

/** What a promise brings; undefined as soon as whoever asked has thought better of it. */
export async function unlessCancelled<T>(
  wanted: Promise<T>,
  token: CancellationToken | undefined,
): Promise<T | undefined> {
  if (token === undefined) return wanted;
  if (token.isCancellationRequested) return undefined;
  let listening: { dispose(): void } | undefined;
  const cancelled = new Promise<undefined>((resolve) => {
    listening = token.onCancellationRequested(() => resolve(undefined));
  });
  try {
    return await Promise.race([wanted, cancelled]);
  } finally {
    listening?.dispose();
  }
}
