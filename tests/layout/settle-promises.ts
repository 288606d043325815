import { expect } from 'vitest';
import { graphIds } from '../../src/layout/layout-graph.ts';
import { seededRandom } from '../../src/layout/seeded-random.ts';
import { settle } from '../../src/layout/settle.ts';
import { centreOf, type SystemMap } from '../../src/model/system-map.ts';
import { layoutMap } from './generate-layout.ts';
import { boxed, qualityOf, run } from './run-settle.ts';

/** What settling promises of any map, over the generated maps of these seeds. In several files, so that two cores share them. */
export function expectPromises(first: number, last: number): void {
  for (let seed = first; seed <= last; seed++) {
    const start = layoutMap(seededRandom(seed));
    const { map, result } = run(start);
    const said = `map of seed ${seed}`;
    const quality = qualityOf(map);
    const ids = graphIds(map);
    const isPinned = (id?: string) => map.elements.get(id ?? '')?.pinned === true;
    expect(map.positions.size, said).toBe(map.elements.size);
    for (const [a, b] of quality.overlaps) expect([isPinned(ids[a]), isPinned(ids[b])], said).toEqual([true, true]);
    expect(result.overlaps, said).toEqual(quality.overlaps.map(([a, b]) => [ids[a], ids[b]]));
    for (const { own, strangers } of quality.territories) expect(strangers, said).toBeLessThanOrEqual((own + strangers) / 10);
    for (const [id, [x, y]] of map.positions) {
      if (isPinned(id)) expect([x, y], said).toEqual(start.positions.get(id));
      expect([Number.isInteger(x), Number.isInteger(y)], said).toEqual([true, true]);
    }
    const centre = centreOf(map);
    if (centre !== null && !isPinned(centre) && !isMiddleTaken(map, centre)) {
      const [x, y] = map.positions.get(centre) ?? [NaN, NaN];
      expect([Math.abs(x) <= 30, Math.abs(y) <= 20], said).toEqual([true, true]);
    }
    expect(run(map).result.positions.size, said).toBe(0);
    if (seed % 10 === 0) expect(settle(start, boxed(start)), said).toEqual(result);
  }
}

/** Whether a pinned card stands where the one in the middle would have to. */
function isMiddleTaken(map: SystemMap, centre: string): boolean {
  const own = boxed(map).get(centre);
  return [...map.elements.values()].some((element) => {
    const at = map.positions.get(element.id);
    const box = boxed(map).get(element.id);
    return element.pinned && at && box && own && Math.abs(at[0]) < (box.width + own.width) / 2 + 40 && Math.abs(at[1]) < (box.height + own.height) / 2 + 30;
  });
}
