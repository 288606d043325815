import { describe, expect, it } from 'vitest';
import { settled } from '../../src/edits/settle.ts';
import { arranged } from '../../src/layout/arranged.ts';
import type { ArrangeOptions } from '../../src/layout/arrange-job.ts';
import { graphIds } from '../../src/layout/layout-graph.ts';
import { ARRANGEMENTS } from '../../src/layout/layouts.ts';
import { seededRandom } from '../../src/layout/seeded-random.ts';
import { apply } from '../../src/model/apply.ts';
import type { Id } from '../../src/model/ids.ts';
import type { SystemMap } from '../../src/model/system-map.ts';
import { layoutMap } from './generate-layout.ts';
import { boxed, qualityOf } from './run-settle.ts';

const MAPS = 5;
const TWICE = 2;

function after(map: SystemMap, by: (typeof ARRANGEMENTS)[number]['id'], options: ArrangeOptions = {}) {
  const result = arranged(map, boxed(map), by, options);
  return { result, map: apply(map, settled(map, { positions: result.positions, digest: null })) };
}

/** Every third element. */
function someOf(map: SystemMap): ReadonlySet<Id> {
  return new Set([...map.elements.keys()].filter((_, i) => i % 3 === 0));
}

// What is settled is held to the same by its own tests, and below.
describe.each(ARRANGEMENTS.filter(({ id }) => id !== 'settle-again').map(({ id, title }) => [title, id] as const))('%s', (_, by) => {
  const isTidy = by === 'tidy';

  it(`leaves no overlap, what is pinned where it is, and everything on whole units, over ${MAPS} maps`, () => {
    for (let seed = 1; seed <= MAPS; seed++) {
      const start = layoutMap(seededRandom(seed));
      const { map, result } = after(start, by, { around: [...start.elements.keys()].slice(3, 3 + (seed % 3)) });
      const said = `map of seed ${seed}`;
      const ids = graphIds(map);
      const isPinned = (id?: string) => map.elements.get(id ?? '')?.pinned === true;
      if (!isTidy) expect(map.positions.size, said).toBe(map.elements.size);
      else expect([...map.positions.keys()].sort(), said).toEqual([...start.positions.keys()].sort());
      const { overlaps } = qualityOf(map);
      for (const [a, b] of overlaps) expect([isPinned(ids[a]), isPinned(ids[b])], said).toEqual([true, true]);
      expect(result.overlaps, said).toEqual(overlaps.map(([a, b]) => [ids[a], ids[b]]));
      for (const [id, [x, y]] of map.positions) {
        if (isPinned(id)) expect([x, y], said).toEqual(start.positions.get(id));
        expect([Number.isInteger(x), Number.isInteger(y)], said).toEqual([true, true]);
      }
    }
  }, 60_000);

  it('gives the same picture again, from here and from where it left things', () => {
    for (let seed = 1; seed <= TWICE; seed++) {
      const start = layoutMap(seededRandom(seed));
      const { map, result } = after(start, by);
      expect(arranged(start, boxed(start), by), `map of seed ${seed}`).toEqual(result);
      expect(arranged(map, boxed(map), by).positions.size, `map of seed ${seed}`).toBe(0);
    }
  }, 60_000);

  it(`of some moves only those, and lays them over nothing else, over ${MAPS} maps`, () => {
    for (let seed = 1; seed <= MAPS; seed++) {
      // Nothing overlaps to begin with: what is found afterwards is of this layout's making.
      const start = after(layoutMap(seededRandom(seed)), 'tidy').map;
      const only = someOf(start);
      const { map, result } = after(start, by, { only });
      const said = `map of seed ${seed}`;
      expect([...result.positions.keys()].filter((id) => !only.has(id)), said).toEqual([]);
      for (const [id, at] of start.positions) if (!only.has(id)) expect(map.positions.get(id), said).toEqual(at);
      const ids = graphIds(map);
      const isPinned = (id?: string) => map.elements.get(id ?? '')?.pinned === true;
      for (const [a, b] of qualityOf(map).overlaps) expect([isPinned(ids[a]), isPinned(ids[b])], said).toEqual([true, true]);
    }
  }, 60_000);
});

describe('Settle another way', () => {
  it('gives another picture at each attempt and the same at the same, without overlaps, pins where they are, and moves only what it may', () => {
    const start = layoutMap(seededRandom(3));
    const { map, result } = after(start, 'settle-again');
    expect(after(start, 'settle-again').result).toEqual(result);
    expect(after(map, 'settle-again').result.positions.size).toBe(0);
    expect(after(start, 'settle-again', { attempt: 2 }).result.positions).not.toEqual(result.positions);
    expect(qualityOf(map).overlaps).toEqual([]);
    const pinned = [...start.elements.values()].filter((element) => element.pinned);
    expect(pinned.length).toBeGreaterThan(0);
    for (const { id } of pinned) expect(map.positions.get(id)).toEqual(start.positions.get(id));
    const only = someOf(map);
    const some = after(map, 'settle-again', { only, attempt: 2 });
    expect(some.result.positions.size).toBeGreaterThan(0);
    expect([...some.result.positions.keys()].filter((id) => !only.has(id))).toEqual([]);
    expect(qualityOf(some.map).overlaps).toEqual([]);
  }, 60_000);
});
