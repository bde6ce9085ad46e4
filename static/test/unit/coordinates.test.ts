import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimalDegrees, degreesMinutesSeconds } from '../../src/map/coordinates.ts';

test('coordinates are written latitude first, to the metre in degrees and to the second in parts of them', () => {
  const rows: [string, number, number, string, string][] = [
    ['north and east', 35.274, 38.846, '35.27400, 38.84600', '35°16′26″N 38°50′46″E'],
    ['south and west', -0.5, -70.25, '-0.50000, -70.25000', '0°30′00″S 70°15′00″W'],
    ['seconds that round up to a minute', 35.99999, 38.016666, '35.99999, 38.01667', '36°00′00″N 38°01′00″E'],
    ['nothing is not below nothing', -0.000001, 0, '0.00000, 0.00000', '0°00′00″N 0°00′00″E'],
  ];
  for (const [what, lat, lon, decimal, sexagesimal] of rows) {
    assert.equal(decimalDegrees(lat, lon), decimal, what);
    assert.equal(degreesMinutesSeconds(lat, lon), sexagesimal, what);
  }
});
