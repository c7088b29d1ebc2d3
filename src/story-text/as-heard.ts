/**
 * A story for a page that somebody may listen to: its headings say how deep they are, and footnotes what they are. Nothing
 * looks different by it.
 *
 * @param story as `serialiseStory` writes it
 * @param above the level of the heading the story stands below
 */
export function asHeard(story: string, above: number): string {
  return withNoteRoles(withHeadingLevels(story, above));
}

const heading = /<h([3-6])(?=[ >])/g;

/**
 * The writer chose headings for how they look, and one whose first is an `h5` would make a listener look for two that were
 * missed. Each says its level below the page's own heading, as many steps down as there are greater ones above it
 * (https://www.w3.org/TR/wai-aria-1.2/#aria-level).
 */
function withHeadingLevels(story: string, above: number): string {
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

const roles = { noteref: "doc-noteref", noteback: "doc-backlink", footnote: "doc-footnote" };

/** "Footnote 1" where a bare "link 1" would be heard (https://www.w3.org/TR/dpub-aria-1.1/). */
function withNoteRoles(story: string): string {
  if (!story.includes(' class="note') && !story.includes(' class="footnote"')) return story;
  return story.replace(
    /<a(?:side)? class="(noteref|noteback|footnote)"/g,
    (tag, name: keyof typeof roles) => `${tag} role="${roles[name]}"`,
  );
}
