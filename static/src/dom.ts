/**
 * Makes elements. What is shown as text is always a text node, so that no
 * report can become markup; there is no way to hand in HTML.
 */
export type Child = Node | string | number | null | undefined | false;

type Value = string | number | boolean | null | undefined;

interface Props {
  class?: string | null;
  on?: { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };
  [attribute: string]: Value | object; // the object is `on`
}

/** An element with its attributes and children. True gives a bare attribute; false, null and undefined none. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, props: Props = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'object' || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [type, listen] of Object.entries(props.on ?? {})) element.addEventListener(type, listen as EventListener);
  element.append(...children.filter(shown).map((c) => (c instanceof Node ? c : readable(String(c)))));
  return element;
}

/** Text without the marks that turn letters round (U+202A to U+202E), by which a report could show other words than it says. */
export function readable(text: string): string {
  return text.replace(/[\u202a-\u202e]/g, '');
}

function shown(child: Child): child is Node | string | number {
  return child !== null && child !== undefined && child !== false;
}

/** The element of the page with this id. Throws where the page has none. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element #${id}`);
  return element;
}

/** Whether the page is so narrow that the panel is a sheet at its foot, as in phone.css. */
export function isNarrow(): boolean {
  return window.matchMedia('(max-width: 760px)').matches;
}

/** The address, if it is one that can safely be followed (http or https), or null. */
export function webAddress(text: string | null): string | null {
  if (!text) return null;
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

/** A drawing of 24 by 24 units, stroked in the colour of the text around it; hidden from screen readers. */
export function icon(path: string): SVGSVGElement {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'icon');
  const line = document.createElementNS(ns, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
