/** The same answer, telling when its last piece was taken. What is broken off is never told. */
export function whenTaken(answer: Response, tell: () => Promise<void>): Response {
  const pieces = answer.body?.getReader();
  if (!pieces) return answer;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.read();
        if (!done) return controller.enqueue(value);
        // Nothing is asked for ahead: everything before was taken.
        await tell();
        controller.close();
      },
      cancel: (cause) => pieces.cancel(cause),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, answer);
}
