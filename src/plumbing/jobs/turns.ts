/** How long the thread is held at a stretch, in ms: a page that waits is not noticed to wait. */
const longest = 25;

/**
 * Long work on the thread that answers pages. Between two pieces of it: `if (turns.isOver) await turns.next()`.
 *
 * The embedded database answers without leaving the thread, so that waiting for it lets nobody else in.
 */
export class Turns {
  #began = performance.now();

  /** Whether others should be let in now. */
  get isOver(): boolean {
    return performance.now() - this.#began > longest;
  }

  /** Lets everybody who waits go first. */
  async next(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#began = performance.now();
  }
}
