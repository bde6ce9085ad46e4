import type { Map as GlMap } from 'maplibre-gl';
import type { Mesh } from '../ground/mesh.ts';
import type { Inks } from '../inks.ts';
import { linesOf, paletteOf, rgb, texels, type Shades, type State } from './cells_day.ts';
import { triangles, type Triangles } from './cells_mesh.ts';
import { CellsLayer } from './layer_cells.ts';
import { LinesLayer, type Stroke } from './layer_lines.ts';
import { DOTS, type Paper } from './palette.ts';

/** The ground as it is coloured over time. */
export interface Coloured {
  mesh: Mesh;
  states: readonly State[];
}

/** Who holds the ground, drawn from its cells: other ground costs some work once, another day of it next to none. */
export class Colouring {
  readonly #inks: Inks;
  readonly #cells = new CellsLayer(unit(DOTS));
  readonly #hems = new LinesLayer('cells_hems');
  readonly #fronts = new LinesLayer('cells_fronts');
  #ground: { is: Coloured; cut: Triangles } | null = null;
  #day: Shades | null = null;
  #hidden: ReadonlySet<string> = new Set();

  constructor(inks: Inks) {
    this.#inks = inks;
    this.dress();
  }

  /** Puts the layers into a style that has just been loaded: the ground under what changed hands and the waters, the fronts over them. */
  addTo(map: GlMap): void {
    map.addLayer(this.#cells, 'difference_veil');
    map.addLayer(this.#hems, 'difference_veil');
    map.addLayer(this.#fronts, 'fronts_casing');
  }

  /** Takes the colours as they are now. */
  dress(): void {
    const { paper } = this.#inks;
    this.#hems.stroke(hem(paper));
    this.#fronts.stroke(front(paper));
    this.#paint();
  }

  /** The parties whose ground is drawn faint, with no lines between them. */
  hide(parties: ReadonlySet<string>): void {
    this.#hidden = parties;
    this.#paint();
    if (this.#ground) this.#line(this.#ground.is, this.#ground.cut);
  }

  /** Shows a day of a ground; null for a day on which nothing is known. */
  show(ground: Coloured, day: Shades | null): void {
    this.#day = day;
    const cut = this.#laid(ground);
    this.#cells.show(day && texels(day));
    this.#line(ground, cut);
  }

  #line({ mesh, states }: Coloured, { origin, nodes }: Triangles): void {
    const lines = this.#day
      ? linesOf(mesh, nodes, { state: this.#day.state, states, hidden: this.#hidden })
      : { fronts: new Float32Array(), hems: new Float32Array() };
    this.#hems.show(origin, lines.hems);
    this.#fronts.show(origin, lines.fronts);
  }

  #laid(ground: Coloured): Triangles {
    if (this.#ground?.is === ground) return this.#ground.cut;
    const cut = triangles(ground.mesh);
    this.#ground = { is: ground, cut };
    this.#cells.lay(cut);
    this.#paint();
    return cut;
  }

  #paint(): void {
    if (this.#ground) this.#cells.paint(paletteOf(this.#ground.is.states, this.#inks.actors, this.#inks.paper.halo, this.#hidden));
  }
}

/** Where ground ends, or goes over into what is no front. */
function hem(paper: Paper): Stroke[] {
  return [{ colour: [...unit(paper.ink), 0.3], width: [0.7, 1] }];
}

/** Ink on a pale casing. */
function front(paper: Paper): Stroke[] {
  return [{ colour: [...unit(paper.halo), 1], width: [2.4, 6.5] }, { colour: [...unit(paper.ink), 1], width: [1, 2.6] }];
}

/** A colour written #rrggbb, from 0 to 1. */
function unit(colour: string): [number, number, number] {
  const [red, green, blue] = rgb(colour);
  return [red / 255, green / 255, blue / 255];
}
