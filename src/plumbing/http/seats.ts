/** Room for what takes long and is done for few at a time, so that nobody takes all of it. */
export type Seats = {
  /** Whether there is room for one more of a sender's. */
  areFree(senderKey: string): boolean;
  /** Takes a seat, were there room or not: who asked first was told so. @returns what gives it back */
  take(senderKey: string): () => void;
};

/** @param ofOneSender how many of the `most` seats one sender (`senderKey`) may hold */
export function openSeats({ most, ofOneSender }: { most: number; ofOneSender: number }): Seats {
  const taken = new Map<string, number>();
  let inAll = 0;
  const of = (senderKey: string) => taken.get(senderKey) ?? 0;
  return {
    areFree: (senderKey) => inAll < most && of(senderKey) < ofOneSender,
    take(senderKey) {
      inAll += 1;
      taken.set(senderKey, of(senderKey) + 1);
      return () => {
        inAll -= 1;
        if (of(senderKey) > 1) taken.set(senderKey, of(senderKey) - 1);
        else taken.delete(senderKey);
      };
    },
  };
}
