import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, parseDay, type Day } from '../../src/day.ts';
import { parseHash } from '../../src/hash.ts';
import type { State } from '../../src/state.ts';
import { schedule, STILL, weight } from '../../src/take/film.ts';
import { embedLink, embedSnippet, isEmbedded, permalink, plainQuery } from '../../src/take/links.ts';
import { exportQuery, fileName, untold, type Wish } from '../../src/take/question.ts';
import { layOut, wrapped, type SheetInput } from '../../src/take/sheet.ts';
import { lasting } from '../../src/take/webm.ts';
import { forAll } from './random.ts';

const day = (text: string): Day => parseDay(text) ?? assert.fail(text);
const PAGE = 'https://map.example/front/?x=1#day=2010-01-01';

function state(hash: string): State {
  return { day: day('2017-08-12'), window: 3, lang: 'en', ...parseHash(hash) };
}

function wish(hash: string, layers: Wish['layers']): Wish {
  const of = state(hash);
  return { state: of, layers, box: null, scope: of.scope, actors: ['regime', 'sdf', 'unknown'], kinds: ['captured', 'struck', 'holds'] };
}

test('a file has what stands on the day, and what happened in its half-open days', () => {
  assert.deepEqual(exportQuery(wish('', ['areas', 'fronts'])), { layer: ['areas', 'fronts'], day: '2017-08-12' });
  assert.deepEqual(exportQuery(wish('', ['claims'])), { layer: ['claims'], day: '2017-08-12', from: '2017-08-10', to: '2017-08-13' });
  assert.deepEqual(exportQuery(wish('from=2017-08-01', ['advances'])), { layer: ['advances'], day: '2017-08-12', from: '2017-08-01', to: '2017-08-13' });
});

test('a file follows the filter as far as its layers can be narrowed', () => {
  const all = 'hide=sdf&hide_kind=strike&source=sana&sure=0.5&without=x&as_known_on=2018-01-01';
  assert.deepEqual(exportQuery(wish(all, ['areas'])), { layer: ['areas'], day: '2017-08-12', actor: ['regime', 'unknown'], without: ['x'], as_known_on: '2018-01-01' });
  const { kind, source, sure } = exportQuery(wish(all, ['areas', 'claims']));
  assert.deepEqual([kind, source, sure], [['captured', 'holds'], ['sana'], 0.5]);
  assert.deepEqual(untold(wish(`${all}&words=x`, ['areas', 'claims'])), ['words', 'ground']);
  assert.deepEqual(untold(wish(all, ['claims', 'holdings'])), []);
});

test('a region that is drawn counts before a governorate, and what the map shows beside either', () => {
  const { within, in: governorate } = exportQuery(wish('region=34,38;35,38;35,39&in=Homs', ['areas']));
  assert.deepEqual([JSON.parse(String(within)), governorate], [{ type: 'Polygon', coordinates: [[[38, 34], [38, 35], [39, 35], [38, 34]]] }, undefined]);
  const { bbox, in: named } = exportQuery({ ...wish('in=Homs', ['areas']), box: [36, 33, 39, 35] });
  assert.deepEqual([bbox, named], ['36.0000,33.0000,39.0000,35.0000', 'Homs']);
});

test('files are named after their days', () => {
  assert.equal(fileName(state(''), 'png'), 'frontline-2017-08-12.png');
  assert.equal(fileName(state('from=2017-08-01'), 'csv'), 'frontline-2017-08-01-2017-08-12.csv');
});

test('an address leads back to the same state', () => {
  const of = state('place=sy-homs-kadir&hide=sdf&map=9/35/38.8&room=figures');
  const link = new URL(permalink(PAGE, of));
  assert.equal(link.origin + link.pathname + link.search, 'https://map.example/front/');
  assert.deepEqual(state(link.hash), { ...of });
});

test('a frame shows the map and not the rooms, and its snippet is one element whatever is in the address', () => {
  const link = new URL(embedLink(PAGE, state('room=take&place=a"b')));
  assert.ok(isEmbedded(link.search));
  assert.equal(state(link.hash).room, 'why');
  assert.ok(!isEmbedded('?embed=0') && !isEmbedded(''));
  const snippet = embedSnippet('https://a/?x="><script>', 'a "b" & c');
  assert.equal(snippet, '<iframe src="https://a/?x=&quot;&gt;&lt;script&gt;" title="a &quot;b&quot; &amp; c" width="800" height="600" loading="lazy"></iframe>');
});

test('the plain view is asked for the same day, place and scope', () => {
  assert.deepEqual(plainQuery(state('place=p&without=x')), { day: '2017-08-12', lang: 'en', place: 'p', without: ['x'] });
  assert.deepEqual(plainQuery(state('at=35,38&report=r')), { day: '2017-08-12', lang: 'en', report: 'r' });
});

test('a film shows every n-th day and the last one, each when its time has come', () => {
  const film = schedule({ first: day('2017-08-01'), last: day('2017-08-10') }, 4, 7);
  assert.deepEqual(film.shots, [
    { day: '2017-08-01', at: 0 }, { day: '2017-08-08', at: STILL + 1500 }, { day: '2017-08-10', at: STILL + 2000 },
  ]);
  assert.equal(film.length, 2 * STILL + 2000);
  assert.deepEqual(schedule({ first: day('2017-08-01'), last: day('2017-08-01') }, 4, 1), { shots: [{ day: '2017-08-01', at: 0 }], length: STILL });
  forAll((r) => {
    const first = addDays(day('2011-03-15'), r.int(0, 3000));
    const last = addDays(first, r.int(0, 400));
    const { shots, length } = schedule({ first, last }, r.int(1, 30), r.int(1, 30));
    assert.ok(shots[0]?.day === first && shots.at(-1)?.day === last);
    assert.ok(shots.every((shot, i) => i === 0 || (shot.at > (shots[i - 1]?.at ?? 0) && shot.day > (shots[i - 1]?.day ?? ''))));
    assert.ok(weight({ shots, length }) > 0 && length >= (shots.at(-1)?.at ?? 0) + STILL);
  });
});

const sheet: SheetInput = { width: 600, height: 400, title: 'Who held what', lines: ['Saturday'], legend: [], notes: ['Sources: a'], address: 'https://map.example/#day=2017-08-12' };
const measure = (text: string, size: number): number => text.length * size * 0.5;

test('a picture has title, map, legend and notes below each other, and all of it inside', () => {
  forAll((r) => {
    const legend = Array.from({ length: r.int(0, 20) }, () => 'x'.repeat(r.int(1, 40)));
    const notes = Array.from({ length: r.int(0, 4) }, () => 'word '.repeat(r.int(1, 60)));
    const out = layOut({ ...sheet, width: r.int(340, 1600), legend, notes }, measure);
    const ys = out.lines.filter(({ tone }) => tone !== 'legend').map(({ y }) => y);
    assert.deepEqual(ys, [...ys].sort((a, b) => a - b));
    assert.equal(out.signs.length, legend.length);
    for (const line of out.lines) {
      assert.ok(line.x + measure(line.text, line.size) <= out.width && line.y < out.height, line.text);
      assert.ok(line.y < out.map.y || line.y > out.map.y + out.map.height, `on the map: ${line.text}`);
    }
  });
});

test('lines break between words, and within a word that no line holds', () => {
  const fits = (n: number) => (piece: string): boolean => piece.length <= n;
  assert.deepEqual(wrapped('one two three', fits(7)), ['one two', 'three']);
  assert.deepEqual(wrapped('https://a.example/long', fits(10)), ['https://a.', 'example/lo', 'ng']);
  assert.deepEqual(wrapped('', fits(3)), ['']);
});

test('a recorded film is told its length, once', () => {
  const head = [0x1a, 0x45, 0xdf, 0xa3, 0x80]; // an empty EBML header
  const segment = [0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]; // open
  const info = [0x15, 0x49, 0xa9, 0x66, 0x87, 0x2a, 0xd7, 0xb1, 0x83, 0x0f, 0x42, 0x40]; // a unit is 1,000,000 ns
  const rest = [0x16, 0x54, 0xae, 0x6b, 0x80];
  const file = Uint8Array.from([...head, ...segment, ...info, ...rest]);
  const out = lasting(file, 2500);
  const at = head.length + segment.length + 4;
  assert.deepEqual([...out.subarray(at, at + 8)], [1, 0, 0, 0, 0, 0, 0, 18]);
  assert.equal(new DataView(out.buffer).getFloat64(at + 8 + 7 + 3), 2500);
  assert.deepEqual([...out.subarray(-rest.length)], rest);
  assert.deepEqual(lasting(out, 9999), out);
  for (const other of [[], [1, 2, 3], [...head, ...segment], [...head, 0x18, 0x53, 0x80, 0x67, 0x80]]) {
    assert.deepEqual([...lasting(Uint8Array.from(other), 5)], other);
  }
});
