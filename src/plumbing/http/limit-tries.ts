import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { TooManyTries } from "../../vocabulary/errors.ts";

/** Lets a number of tries through in a time, by key, and refuses the rest. */
export type TryLimit = {
  /** @throws TooManyTries with the seconds to wait */
  spend(key: string): Promise<void>;
  /** Forgives the tries of a key, after a success. */
  forgive(key: string): Promise<void>;
};

/**
 * Limits tries in this process's memory; nothing about anybody is stored.
 *
 * @param tries how many are let through in `seconds`
 */
export function limitTries(tries: number, seconds: number): TryLimit {
  const limiter = new RateLimiterMemory({ points: tries, duration: seconds });
  return {
    async spend(key) {
      try {
        await limiter.consume(key);
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes)
          throw new TooManyTries(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
        throw refusal;
      }
    },
    async forgive(key) {
      await limiter.delete(key);
    },
  };
}
