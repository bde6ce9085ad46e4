import { h } from '../dom.ts';

/** A small square of a colour. */
export function swatch(colour: string): HTMLElement {
  const square = h('span', { class: 'swatch', 'aria-hidden': 'true' });
  square.style.backgroundColor = colour;
  return square;
}

/** A canvas of `side` by `side` units, drawn at double size and hidden from screen readers. */
export function sketch(side: number, draw: (c: CanvasRenderingContext2D) => void): HTMLCanvasElement {
  const canvas = h('canvas', { width: side * 2, height: side * 2, class: 'sketch', 'aria-hidden': 'true' });
  canvas.style.width = canvas.style.height = `${side}px`;
  const c = canvas.getContext('2d');
  if (c) {
    c.scale(2, 2);
    draw(c);
  }
  return canvas;
}
