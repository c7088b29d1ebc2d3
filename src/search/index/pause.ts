/** Lets whatever else waits go first: a page asked for while the index is being built. */
export type Pause = () => Promise<void>;

export const pauseForPages: Pause = () => new Promise((resolve) => setImmediate(resolve));
