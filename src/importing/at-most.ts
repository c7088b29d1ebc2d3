/**
 * Waits for some work, but no longer than a while: it goes on without.
 *
 * @throws what the work raises meanwhile; what it raises later is for others to see
 */
export async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  work.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
