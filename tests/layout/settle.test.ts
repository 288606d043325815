import { describe, expect, it } from 'vitest';
import { settled } from '../../src/edits/settle.ts';
import { syntheticMap } from '../bench/synthetic-map.ts';
import { settle } from '../../src/layout/settle.ts';
import { seededRandom } from '../../src/layout/seeded-random.ts';
import { apply } from '../../src/model/apply.ts';
import { make, place, set } from '../../src/model/change.ts';
import { emptyMap } from '../../src/model/empty-map.ts';
import type { SystemMap } from '../../src/model/system-map.ts';
import { layoutMap } from './generate-layout.ts';
import { sampleMap, wardsMap } from './layout-maps.ts';
import { boxed, qualityOf, run } from './run-settle.ts';
import { seenQuality } from './seen-quality.ts';

const unplaced = (map: SystemMap): SystemMap => ({ ...map, positions: new Map() });
const placedBy = (map: SystemMap, where: (i: number) => [number, number]): SystemMap =>
  apply(map, { writes: [...map.elements.keys()].map((id, i) => place(id, ...where(i))) });

describe('settling the sample map', () => {
  const sample = sampleMap();
  const starts: readonly (readonly [string, SystemMap])[] = [
    ['where it is shipped to stand', sample],
    ['never placed', unplaced(sample)],
    ['all in one place', placedBy(sample, () => [0, 0])],
    ['a spiral', placedBy(sample, (i) => [40 * i * Math.cos(i), 40 * i * Math.sin(i)])],
  ];
  it.each(starts)('comes to a legible picture from %s', (_, start) => {
    const { map, result } = run(start);
    const quality = qualityOf(map);
    expect(result.overlaps).toEqual([]);
    expect(quality.crossings).toBe(result.measured?.crossings);
    expect(quality.crossings).toBeLessThanOrEqual(160);
    const seen = seenQuality(map);
    expect(seen.crossings).toBeLessThanOrEqual(160);
    expect(seen.behind).toBeLessThanOrEqual(6);
    expect(quality.territories.map((territory) => territory.strangers)).toEqual(quality.territories.map(() => 0));
    const [x, y] = map.positions.get('re-per') ?? [NaN, NaN];
    expect(Math.abs(x)).toBeLessThanOrEqual(30);
    expect(Math.abs(y)).toBeLessThanOrEqual(20);
    for (const element of map.elements.values()) {
      if (element.kind === 'outcome') expect(map.positions.get(element.id)?.[1]).toBeLessThan(-330);
      if (element.kind === 'factor') expect(map.positions.get(element.id)?.[1]).toBeGreaterThan(250);
    }
  }, 60_000);

  it('does not spoil the picture it is shipped with', () => {
    const before = qualityOf(sample);
    const after = qualityOf(run(sample).map);
    expect(after.crossings + 3 * after.behind).toBeLessThanOrEqual(before.crossings + 3 * before.behind);
  }, 60_000);
});

describe('settling the transfers between wards', () => {
  const wards = wardsMap();

  it('has 413 ties between 75 wards on three sites', () => {
    expect([wards.relationships.size, wards.elements.size, wards.organisations.size]).toEqual([413, 75, 3]);
  });

  it('keeps the sites together and no two cards on one another', () => {
    const { map, result } = run(wards);
    expect(result.overlaps).toEqual([]);
    for (const { own, strangers } of qualityOf(map).territories) expect(strangers).toBeLessThanOrEqual((own + strangers) / 10);
    expect(run(map).result.positions.size).toBe(0);
  }, 60_000);
});

describe('settling again', () => {
  const map = run(layoutMap(seededRandom(11))).map;
  const first = [...map.elements.keys()][0] ?? '';

  it('moves nothing, and writes nothing', () => {
    const again = settle(map, boxed(map));
    expect(again.positions.size).toBe(0);
    expect(settled(map, again).writes).toEqual([]);
  });

  it('has something to do once a card was moved, renamed to another size, pinned elsewhere or tied anew', () => {
    const changes = [
      [place(first, 900, 900)],
      [set('elements', first, 'name', 'A much longer name than this card had before it was settled')],
      [set('elements', first, 'pinned', !map.elements.get(first)?.pinned)],
      [make('relationships', 'new', { from: first, to: [...map.elements.keys()][1] ?? '' })],
    ];
    for (const writes of changes) {
      const next = apply(map, { writes });
      expect(settle(next, boxed(next)).digest).not.toBe(map.meta.settled);
    }
  });

  it('can still be asked for with care, and then rests', () => {
    const small = apply(emptyMap('small'), { writes: [make('elements', 'a', { name: 'A' }), make('elements', 'b', { name: 'B' }), make('relationships', 't', { from: 'a', to: 'b' })] });
    const quick = run(small);
    const careful = run(quick.map, { carefully: true });
    expect(careful.result.digest).not.toBe(quick.result.digest);
    expect(run(careful.map, { carefully: true }).result.positions.size).toBe(0);
    expect(run(careful.map).result.positions.size).toBe(0);
  });
});

describe('settling only some', () => {
  it('leaves the others where they are, and does not call the map settled', () => {
    const map = run(layoutMap(seededRandom(12))).map;
    const [a = '', b = ''] = map.elements.keys();
    const spread = apply(map, { writes: [place(a, 0, 300), place(b, 10, 300)] });
    const { result, map: next } = run(spread, { only: new Set([a, b]) });
    expect([...result.positions.keys()].every((id) => id === a || id === b)).toBe(true);
    expect(result.digest).toBeNull();
    expect(next.meta.settled).toBe(map.meta.settled);
    expect(result.overlaps).toEqual([]);
  });
});

describe('pinned cards that overlap', () => {
  it('stay, and are named', () => {
    const map = apply(emptyMap('pins'), {
      writes: ['a', 'b', 'c'].flatMap((id) => [make('elements', id, { name: id, pinned: id !== 'c' }), place(id, 10, 10)]),
    });
    const { result, map: next } = run(map);
    expect(result.overlaps).toEqual([['a', 'b']]);
    expect(next.positions.get('a')).toEqual([10, 10]);
    expect(next.positions.get('c')).not.toEqual([10, 10]);
  });
});

describe('an empty map', () => {
  it('settles to nothing', () => {
    expect(settle(emptyMap('empty'), new Map()).positions.size).toBe(0);
  });
});

describe('Settling a map too large to search', () => {
  it('leaves an outcome with the organisation whose it is, and puts those of nobody in rows at the top', () => {
    const { map } = syntheticMap(300);
    const outcomes = [...map.elements.values()].filter(({ kind }) => kind === 'outcome').map(({ id }) => id);
    const mine = outcomes.slice(0, 10);
    const loose = apply({ ...map, positions: new Map() }, { writes: outcomes.slice(10).map((id) => set('elements', id, 'organisation', null)) });
    const next = apply(loose, settled(loose, settle(loose, boxed(loose))));
    const heightOf = (id: string) => next.positions.get(id)?.[1] ?? NaN;
    const top = Math.min(...[...next.elements.values()].filter(({ organisation }) => organisation !== null).map(({ id }) => heightOf(id)));
    expect(outcomes.length).toBeGreaterThan(20);
    for (const id of outcomes.slice(10)) expect(heightOf(id)).toBeLessThan(top + 100);
    expect(Math.max(...mine.map(heightOf))).toBeGreaterThan(top + 400);
  }, 30_000);

  it('keeps organisations together: in no territory is more than one in ten a stranger', () => {
    const { map } = syntheticMap(300);
    const start = { ...map, positions: new Map() };
    const { territories, overlaps } = qualityOf(apply(start, settled(start, settle(start, boxed(start)))));
    expect(territories).toHaveLength(7);
    for (const { own, strangers } of territories) expect(strangers).toBeLessThanOrEqual((own + strangers) / 10);
    expect(overlaps).toEqual([]);
  }, 30_000);
});
