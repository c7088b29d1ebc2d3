/** Words of our own to make sentences of; a novel repeats itself less obviously than this, and is no longer. */
const words =
  "the lamp went out before she reached the harbour and nobody on the quay would say whose boat had left so early with the tide against it".split(
    " ",
  );

/** A small fixed sequence of numbers below one, so that every run makes the same novel. */
function sequence(): () => number {
  let state = 42;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** The paragraphs of a chapter that has about so many words. */
function* paragraphs(wordCount: number, next: () => number): Generator<string> {
  let left = wordCount;
  while (left > 0) {
    const length = Math.min(left, 20 + Math.floor(next() * 60));
    left -= length;
    const said = Array.from({ length }, () => words[Math.floor(next() * words.length)] ?? "the").join(" ");
    const sentence = `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
    yield next() < 0.3 ? `“${sentence}”` : sentence;
  }
}

/** A novel as plain text: a header, headings and scene breaks. */
export function novelAsText(chapters: number, wordCount: number): string {
  const next = sequence();
  const parts = ["Title: The Long Tide\nAuthor: Wren\nSummary: A boat is gone.\n"];
  for (let chapter = 1; chapter <= chapters; chapter++) {
    const told = [...paragraphs(wordCount / chapters, next)];
    told.splice(Math.floor(told.length / 2), 0, "* * *");
    parts.push(`Chapter ${chapter}\n\n${told.join("\n\n")}\n`);
  }
  return parts.join("\n");
}

/** The same as a web page, with italics. */
export function novelAsHtml(chapters: number, wordCount: number): string {
  const next = sequence();
  const parts: string[] = [];
  for (let chapter = 1; chapter <= chapters; chapter++) {
    parts.push(`<h2>Chapter ${chapter}</h2>`);
    for (const paragraph of paragraphs(wordCount / chapters, next))
      parts.push(`<p>${next() < 0.2 ? paragraph.replace(/\w+ \w+/, "<em>$&</em>") : paragraph}</p>`);
  }
  return `<!DOCTYPE html><html lang="en"><head><title>The Long Tide</title></head><body>${parts.join("\n")}</body></html>`;
}
