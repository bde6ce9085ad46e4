const NS = 'http://www.w3.org/2000/svg';

/** An element of a drawing, with its attributes and children; text is always a text node. Null, and nothing else, leaves an attribute out. */
export function s<K extends keyof SVGElementTagNameMap>(
  tag: K, attributes: Record<string, string | number | null> = {}, ...children: (Node | string)[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}
