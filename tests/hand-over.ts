import type { Page } from "playwright-core";

/** A file as a browser is given it. */
export type GivenFile = { name: string; mimeType: string; buffer: Buffer };

export function givenFile(name: string, content: string | Uint8Array): GivenFile {
  const mimeType = /\.(?:docx|zip)$/.test(name) ? "application/octet-stream" : "text/plain";
  return { name, mimeType, buffer: Buffer.from(content) };
}

/** Drops files on the page, as if they had been dragged there from a folder. */
export async function dropFiles(page: Page, files: GivenFile[]): Promise<void> {
  const carried = files.map(({ name, buffer }) => [name, buffer.toString("base64")]);
  const dataTransfer = await page.evaluateHandle(`(${carry})(${JSON.stringify(carried)})`);
  for (const type of ["dragover", "drop"]) await page.dispatchEvent("h1", type, { dataTransfer });
}

/** Pastes what a word processor lays on the clipboard: the words, and the same as HTML. */
export async function pasteRich(page: Page, html: string, text: string): Promise<void> {
  await page.evaluate(`(${paste})(${JSON.stringify({ "text/html": html, "text/plain": text })})`);
}

/* These run in the browser, where there is a document; our own code is typed for the server. */

const carry = `(files) => {
  const carried = new DataTransfer();
  for (const [name, base64] of files) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    carried.items.add(new File([bytes], name));
  }
  return carried;
}`;

const paste = `(kinds) => {
  const clipboardData = new DataTransfer();
  for (const [kind, words] of Object.entries(kinds)) clipboardData.setData(kind, words);
  document.activeElement.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
  );
}`;
