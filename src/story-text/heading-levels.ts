const heading = /<h([3-6])(?=[ >])/g;

/**
 * A story's headings for somebody who listens: the writer chose them for how they look, and one whose first is an `h5` would
 * make a listener look for two that were missed. Each says its level below the page's own heading, as many steps down as
 * there are greater ones above it; what it looks like stays (https://www.w3.org/TR/wai-aria-1.2/#aria-level).
 *
 * @param story as `serialiseStory` writes it
 * @param above the level of the heading the story stands below
 */
export function withHeadingLevels(story: string, above: number): string {
  if (!/<h[4-6]/.test(story)) return story;
  const open: number[] = [];
  return story.replace(heading, (tag, digit: string) => {
    const own = Number(digit);
    while ((open.at(-1) ?? 0) >= own) open.pop();
    open.push(own);
    const level = above + open.length;
    return level === own ? tag : `${tag} aria-level="${level}"`;
  });
}
