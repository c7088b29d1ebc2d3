import { TooBusy, WorkFailed } from "../../plumbing/jobs/worker-pool.ts";

/** Seconds after which one may look inside the stories once more. */
export const busySeconds = 30;

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
