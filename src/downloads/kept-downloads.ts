/** Where made downloads lie in the file store: one folder a work, so that all can be forgotten at once. */
export function downloadsFolder(workId: string | null): string {
  return workId === null ? "downloads/" : `downloads/${workId}/`;
}
