import { h } from '../dom.ts';

/** A small square of a colour. */
export function swatch(colour: string): HTMLElement {
  const square = h('span', { class: 'swatch', 'aria-hidden': 'true' });
  square.style.backgroundColor = colour;
  return square;
}

/** A canvas of so many units, square unless told otherwise, drawn at double size and hidden from screen readers. */
export function sketch(width: number, draw: (c: CanvasRenderingContext2D) => void, height = width): HTMLCanvasElement {
  const canvas = h('canvas', { width: width * 2, height: height * 2, class: 'sketch', 'aria-hidden': 'true' });
  [canvas.style.width, canvas.style.height] = [`${width}px`, `${height}px`];
  const c = canvas.getContext('2d');
  if (c) {
    c.scale(2, 2);
    draw(c);
  }
  return canvas;
}
