import type { CancellationToken, Connection, WorkDoneProgressServerReporter } from "vscode-languageserver";
import { CancellationTokenSource } from "vscode-languageserver";

/** What is over sooner need not be announced, in milliseconds. */
const SHORT = 1000;
const BETWEEN = 200;

/** What work tells of itself: how much of how much is done. */
export type Tell = (done: number, total: number) => void;

/**
 * Does work and shows in the client, where it can and once it has taken a while, how far it is. Where it is `cancellable`,
 * the client may offer to stop it; the token says so, or `token` does.
 */
export async function withProgress<T>(
  connection: Connection,
  { title, cancellable, token }: { title: string; cancellable: boolean; token?: CancellationToken },
  work: (tell: Tell, token: CancellationToken) => Promise<T>,
): Promise<T> {
  const cancelling = new CancellationTokenSource();
  const heard = token?.onCancellationRequested(() => cancelling.cancel());
  if (token?.isCancellationRequested) cancelling.cancel();
  let shown: WorkDoneProgressServerReporter | undefined;
  let over = false;
  let last = 0;
  const timer = setTimeout(async () => {
    const made = await connection.window.createWorkDoneProgress().catch(() => undefined);
    if (over || made === undefined) return made?.done();
    made.begin(title, 0, undefined, cancellable);
    made.token.onCancellationRequested(() => cancelling.cancel());
    shown = made;
  }, SHORT);
  const tell: Tell = (done, total) => {
    if (shown === undefined || (performance.now() - last < BETWEEN && done < total)) return;
    last = performance.now();
    shown.report(Math.floor((100 * done) / Math.max(1, total)), `${done} of ${total} drafts`);
  };
  try {
    return await work(tell, cancelling.token);
  } finally {
    over = true;
    clearTimeout(timer);
    shown?.done();
    heard?.dispose();
  }
}
