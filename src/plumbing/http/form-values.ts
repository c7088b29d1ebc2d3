import type { Context } from "hono";

/**
 * What a form sent, every value as text. Line ends are made "\n" (a browser sends "\r\n"), and what
 * a database cannot store (NUL, halves of surrogate pairs) is replaced.
 */
export type FormValues = {
  /** The first value under a name, "" when there is none. */
  text(name: string): string;
  all(name: string): string[];
  file(name: string): File | null;
  has(name: string): boolean;
  /** Every text value in order, for handing a form back. */
  entries(): [string, string][];
};

/** Reads the form a request carries; once read it may be asked for again. Anything else is an empty form. */
export async function readForm(context: Context): Promise<FormValues> {
  const type = context.req.header("content-type") ?? "";
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type)) return formOf([]);
  const form = await context.req.formData();
  return formOf([...form.entries()]);
}

/** A form from pairs; what `readForm` makes of a request, and a test of a list. */
export function formOf(pairs: [string, string | File][]): FormValues {
  const texts = pairs.flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, plainLines(value)]] : [],
  );
  return {
    text: (name) => texts.find(([key]) => key === name)?.[1] ?? "",
    all: (name) => texts.filter(([key]) => key === name).map(([, value]) => value),
    file: (name) => {
      const found = pairs.find(([key, value]) => key === name && typeof value !== "string")?.[1];
      return found instanceof File && (found.size > 0 || found.name !== "") ? found : null;
    },
    has: (name) => pairs.some(([key]) => key === name),
    entries: () => texts,
  };
}

function plainLines(text: string): string {
  return text.replace(/\r\n?/g, "\n").replaceAll("\u0000", "\uFFFD").toWellFormed();
}
