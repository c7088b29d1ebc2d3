/** What people read with: all graphical browsers say "Mozilla", since the first; those in a terminal say their own. */
const browsers = /^(mozilla\/\d|opera\/|lynx\/|links |elinks\/|w3m\/|dillo\/|netsurf\/)/i;

/** Words by which programs that read without a person name themselves; most give an address for questions, too. */
const programs =
  /bot\b|bot[/;._-]|crawl|spider|slurp|scrap|https?:|headless|lighthouse|phantom|preview|monitor|validator|fetch|feed|archiv|externalhit|wget|curl|python|java\/|go-http/i;

/** Names already judged, because there are few of them and each comes again and again. */
const mostKept = 2_000;
const judged = new Map<string, boolean>();

/**
 * Whether a User-Agent header is that of a browser somebody sits before, as far as it tells: programs that pretend
 * to be one are not found out.
 */
export function isBrowser(userAgent: string): boolean {
  const known = judged.get(userAgent);
  if (known !== undefined) return known;
  // Whoever asks chooses how long a name is; none that long is a browser's.
  if (userAgent.length > 400) return false;
  const answer = browsers.test(userAgent) && !programs.test(userAgent);
  if (judged.size >= mostKept) judged.clear();
  judged.set(userAgent, answer);
  return answer;
}
