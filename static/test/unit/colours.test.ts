import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Actors } from '../../src/actors.ts';
import type { Actor } from '../../src/api/types.ts';
import { lifted } from '../../src/colours.ts';

/** The parties that ship. */
const list = readFileSync(new URL('../../../data/actors.tsv', import.meta.url), 'utf8').trim().split('\n').slice(1).map((line): Actor => {
  const [id = '', name_en = '', name_ar = '', side = '', colour = ''] = line.split('\t');
  return { id, name_en, name_ar, side, colour };
});

type Triple = [number, number, number];

/** How eyes see that lack a kind of cone altogether, on linear RGB: Machado, Oliveira and Fernandes 2009, table 1. */
const EYES: Record<string, Triple[]> = {
  all: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
};

function linear(hex: string): Triple {
  return [1, 3, 5].map((i) => {
    const v = parseInt(hex.slice(i, i + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  }) as Triple;
}

/** CIE L*a*b* under D65 of linear RGB. */
function lab([r, g, b]: Triple): Triple {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 * t + 16) / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function seen(hex: string, eyes: Triple[]): Triple {
  const rgb = linear(hex);
  return lab(eyes.map((row) => Math.min(1, Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]))) as Triple);
}

test('in the safe colours, eyes of every kind tell apart who faces each other', () => {
  const actors = new Actors(list);
  actors.palette = 'safe';
  const facing = ['syrian_government', 'islamic_state', 'opposition', 'hts', 'turkey_backed', 'sdf', 'us_coalition', 'israel'];
  for (const [kind, eyes] of Object.entries(EYES)) {
    facing.forEach((a, i) => {
      for (const b of facing.slice(i + 1)) {
        const [p, q] = [seen(actors.colour(a), eyes), seen(actors.colour(b), eyes)];
        const apart = Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
        assert.ok(apart > 15, `${kind}: ${a} and ${b} are ${apart.toFixed(1)} apart`); // ten times what is just noticed, and half more
      }
    });
  }
});

test('a colour near black is lifted off dark paper, and others stay', () => {
  assert.equal(lifted('#d9a514'), '#d9a514');
  assert.equal(lifted('#000000'), '#606060');
  for (const { colour } of list) {
    const [r, g, b] = linear(lifted(colour));
    assert.ok(0.2126 * r + 0.7152 * g + 0.0722 * b > 0.08, colour);
  }
});
