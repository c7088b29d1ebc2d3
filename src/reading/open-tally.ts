/** How often counts are written, in ms: what a crash loses at most. */
const usualInterval = 60_000;
/** Counts written in one transaction, so that nobody waits long behind it. */
const writtenTogether = 500;

/** So many more of something. */
type Count = { times: number };

/** Counts that lie in memory until they are written. */
export type Tally<Counted extends Count> = {
  /** Whether the archive wants this counted, as it said when last asked. */
  readonly isWanted: boolean;
  add(counted: Counted): void;
  /** Writes what was counted. */
  write(): Promise<void>;
  /** Writes what was counted and stops. */
  close(): Promise<void>;
};

/** What is counted, and where it is written. */
export type Tallied<Counted extends Count> = {
  /** Whether the archive wants it counted; asked before each writing. */
  askWhetherWanted: () => Promise<boolean>;
  /** What two counts that are one have in common. */
  keyOf: (counted: Counted) => string;
  /** Writes some counts in one transaction. */
  write: (some: readonly Counted[]) => Promise<void>;
  /** Told when nothing is to be counted: whoever remembers whom it counted forgets them. */
  forget: () => void;
  /** Told when counts could not be written; they are kept for the next time. */
  complain: (cause: unknown) => void;
};

/**
 * Counts in memory and writes every minute. What a killed process had not written is lost, never counted twice.
 *
 * @param interval how often it is written, in ms
 */
export function openTally<Counted extends Count>(
  tallied: Tallied<Counted>,
  interval = usualInterval,
): Tally<Counted> {
  const { askWhetherWanted, keyOf, forget, complain } = tallied;
  let counted = new Map<string, Counted>();
  let isWanted = false;
  let writing: Promise<void> = Promise.resolve();
  const ask = async () => {
    isWanted = await askWhetherWanted();
  };
  const add = (more: Counted) => {
    const key = keyOf(more);
    counted.set(key, { ...more, times: (counted.get(key)?.times ?? 0) + more.times });
  };
  const writeCounted = async () => {
    await ask();
    if (!isWanted) {
      counted.clear();
      forget();
    }
    const all = [...counted.values()];
    counted = new Map();
    for (let from = 0; from < all.length; from += writtenTogether)
      try {
        await tallied.write(all.slice(from, from + writtenTogether));
      } catch (cause) {
        for (const unwritten of all.slice(from)) add(unwritten);
        throw cause;
      }
  };
  const write = () => {
    writing = writing.then(writeCounted).catch(complain);
    return writing;
  };
  // What cannot be read now is asked again before anything is written.
  ask().catch(() => {});
  const timer = setInterval(write, interval);
  timer.unref();
  return {
    get isWanted() {
      return isWanted;
    },
    add,
    write,
    async close() {
      clearInterval(timer);
      await write();
    },
  };
}
