import { TooBusy, WorkFailed } from "../plumbing/jobs/worker-pool.ts";

/** With an answer that cannot be given now: look inside the stories once more after so many seconds. */
export const busyHeaders = { "retry-after": "30", "cache-control": "no-store" };

/** Stands for an answer that looking inside the stories took too long for. */
export const tooBusy = Symbol("too busy");

/** An answer, or `tooBusy` where looking inside the stories takes too long or too many do; other failures are thrown on. */
export async function unlessBusy<Answer>(answer: Promise<Answer>): Promise<Answer | typeof tooBusy> {
  try {
    return await answer;
  } catch (cause) {
    if (cause instanceof TooBusy || cause instanceof WorkFailed) return tooBusy;
    throw cause;
  }
}
