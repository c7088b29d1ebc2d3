import { voidNames } from "./elements.ts";

const tag = /<(\/?)([a-z0-9]+)[^>]*>/g;

/**
 * The blocks of a stored story, each as it is stored, without reading it into a tree; joined by newlines they are the
 * story again.
 *
 * @param story as `serialiseStory` writes it, where `<` and `>` stand for tags alone
 */
export function storedBlocks(story: string): string[] {
  const blocks: string[] = [];
  let open = 0;
  let from = 0;
  for (const { index, 0: written, 1: slash, 2: name = "" } of story.matchAll(tag)) {
    if (slash === "/") open -= 1;
    else if (!voidNames.has(name)) open += 1;
    if (open > 0) continue;
    blocks.push(story.slice(from, index + written.length));
    from = index + written.length + 1;
  }
  return blocks;
}
