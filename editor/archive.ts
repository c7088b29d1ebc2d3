import type { EditorSetup } from "../src/works/editor-words.ts";

/** The archive, for what a browser cannot do alone. Each may fail: the net may be gone, the session may have ended. */
export type Archive = {
  /** The same story in the other language of its source. */
  changeOver(text: string, to: "html" | "markdown"): Promise<string>;
  /** What was pasted, tidied, with a sentence for each thing that was done. */
  tidyPasted(html: string): Promise<{ story: string; changes: string[] }>;
  keepPicture(file: File): Promise<KeptPicture>;
  ownPictures(): Promise<KeptPicture[]>;
};

/** A picture that the archive keeps for the writer. */
export type KeptPicture = { src: string; width: number; height: number };

/** Asks the archive at the addresses the page gave. */
export function reachArchive({ changeOver, pasted, pictures }: EditorSetup["addresses"]): Archive {
  const send = async <Answer>(address: string, fields: Record<string, string | File>): Promise<Answer> => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return answerOf(await fetch(address, { method: "POST", body, headers: { accept: "application/json" } }));
  };
  return {
    changeOver: async (text, to) => (await send<{ text: string }>(changeOver, { text, to })).text,
    tidyPasted: (html) => send(pasted, { html }),
    keepPicture: (file) => send(pictures, { picture: file }),
    ownPictures: async () =>
      (
        await answerOf<{ pictures: KeptPicture[] }>(
          await fetch(pictures, { headers: { accept: "application/json" } }),
        )
      ).pictures,
  };
}

/** The archive says no, and why, in the language of the page. */
export class Refused extends Error {
  override name = "Refused";
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  // An ended session answers with the page for signing in.
  const isAnswer = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  if (isAnswer && response.ok) return response.json();
  const { sentence } = isAnswer ? await response.json() : {};
  if (typeof sentence === "string") throw new Refused(sentence);
  throw new Error(`the archive answered ${response.status}`);
}
