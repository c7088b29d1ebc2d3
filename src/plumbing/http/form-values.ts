import type { Context } from "hono";
import { FormRefused } from "../../vocabulary/errors.ts";

/**
 * What a form sent, every value as text. Line ends are made "\n" (a browser sends "\r\n"), and what
 * a database cannot store (NUL, halves of surrogate pairs) is replaced.
 */
export type FormValues = {
  /** The first value under a name, "" when there is none. */
  text(name: string): string;
  all(name: string): string[];
  file(name: string): File | null;
  /** Every file under a name, in the order sent; an empty file field sends none. */
  files(name: string): File[];
  has(name: string): boolean;
  /** Every text value in order, for handing a form back. */
  entries(): [string, string][];
};

/** The most values one form may bring: far above the largest review, far below what holds up the process. */
const mostValues = 20_000;

/**
 * Reads the form a request carries; once read it may be asked for again. Anything else is an empty form.
 *
 * @throws FormRefused when it cannot be read or brings more than `mostValues`: counted before it is taken
 *   apart, because a few megabytes can hold millions of values
 */
export async function readForm(context: Context): Promise<FormValues> {
  const type = context.req.header("content-type") ?? "";
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type)) return formOf([]);
  const body = Buffer.from(await context.req.arrayBuffer());
  if (holdsMoreThan(mostValues, body, separatorIn(type))) throw new FormRefused("too many values");
  try {
    const form = await new Response(body, { headers: { "content-type": type } }).formData();
    return formOf([...form.entries()]);
  } catch (cause) {
    throw new FormRefused("not a form", { cause });
  }
}

/** What stands between two values in a body of this type. */
function separatorIn(type: string): string {
  const boundary = /^multipart.*?;\s*boundary=(?:"([^"]*)"|([^;\s]*))/i.exec(type);
  return boundary ? `--${boundary[1] ?? boundary[2]}` : "&";
}

function holdsMoreThan(most: number, body: Buffer, separator: string): boolean {
  let count = 0;
  let from = body.indexOf(separator);
  while (from >= 0 && count <= most) {
    count += 1;
    from = body.indexOf(separator, from + separator.length);
  }
  return count > most;
}

/** A form from pairs; what `readForm` makes of a request, and a test of a list. */
export function formOf(pairs: [string, string | File][]): FormValues {
  const texts = pairs.flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, plainLines(value)]] : [],
  );
  const filesUnder = (name: string) =>
    pairs.flatMap(([key, value]) =>
      key === name && value instanceof File && (value.size > 0 || value.name !== "") ? [value] : [],
    );
  const byName = Map.groupBy(texts, ([name]) => name);
  return {
    text: (name) => byName.get(name)?.[0]?.[1] ?? "",
    all: (name) => (byName.get(name) ?? []).map(([, value]) => value),
    file: (name) => filesUnder(name)[0] ?? null,
    files: filesUnder,
    has: (name) => byName.has(name) || pairs.some(([key]) => key === name),
    entries: () => texts,
  };
}

function plainLines(text: string): string {
  return text.replace(/\r\n?/g, "\n").replaceAll("\u0000", "\uFFFD").toWellFormed();
}
