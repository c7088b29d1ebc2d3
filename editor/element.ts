/** A new element of the page: its attributes (properties where the name is one), then what it holds. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | boolean> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value === true) element.setAttribute(attribute, "");
    else if (value !== false) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
}

let made = 0;

/** An id nothing else on the page has. */
export function newId(name: string): string {
  made += 1;
  return `writing-${name}-${made}`;
}
