/** Where a note of one's own on a work stands: who writes it comes back to it. */
export function noteId(workId: string): string {
  return `own-note-${workId}`;
}
