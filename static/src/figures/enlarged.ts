import type { Day } from '../day.ts';
import { h } from '../dom.ts';
import { Chart, type ChartInput } from './chart.ts';
import type { ChartName } from './inputs.ts';

/** The least and the most height of the plot in pixels, and how much of the window's the rest of a figure takes. */
const [LEAST, MOST, REST] = [180, 520, 330];

/** One of the figures, wide over the map. */
export class Enlarged {
  readonly element = h('dialog', { class: 'enlarged', on: { close: () => { this.#shut(); } } });
  readonly #go: (day: Day) => void;
  #open: { name: ChartName; chart: Chart } | null = null;

  constructor(go: (day: Day) => void) {
    this.#go = go;
  }

  open(name: ChartName, input: ChartInput): void {
    const height = Math.min(Math.max(window.innerHeight - REST, LEAST), MOST);
    const chart = new Chart('figure-large', { height, large: true }, { go: this.#go, resize: () => { this.close(); } });
    this.#open = { name, chart };
    this.element.setAttribute('aria-label', input.caption.title);
    this.element.replaceChildren(chart.element);
    this.element.showModal();
    chart.render(input);
  }

  render(inputs: Record<ChartName, ChartInput>): void {
    this.#open?.chart.render(inputs[this.#open.name]);
  }

  turn(day: Day): void {
    this.#open?.chart.turn(day);
  }

  close(): void {
    this.element.close();
  }

  #shut(): void {
    this.#open = null;
    this.element.replaceChildren();
  }
}
