import { describe, expect, it } from 'vitest';
import type { LayoutGraph } from '../../src/layout/layout-graph.ts';
import { LANE } from '../../src/layout/layout-graph.ts';
import { layoutQuality } from '../../src/layout/quality.ts';
import { removeOverlaps } from '../../src/layout/overlaps.ts';
import { seededRandom } from '../../src/layout/seeded-random.ts';

/** Cards of 100 × 40 at these centres, in these territories, with these ties. */
function graph(count: number, ties: readonly (readonly [number, number])[] = [], territories: readonly number[] = [], fixed: readonly number[] = []): LayoutGraph {
  return {
    count,
    widths: new Float64Array(count).fill(100),
    heights: new Float64Array(count).fill(40),
    startX: new Float64Array(count),
    startY: new Float64Array(count),
    fixed: Uint8Array.from({ length: count }, (_, i) => Number(fixed.includes(i))),
    lanes: new Uint8Array(count).fill(LANE.free),
    territories: Int32Array.from({ length: count }, (_, i) => territories[i] ?? -1),
    territoryCount: Math.max(-1, ...territories) + 1,
    from: Int32Array.from(ties, ([from]) => from),
    to: Int32Array.from(ties, ([, to]) => to),
    organisations: new Int32Array(count).fill(-1),
    organisationLanes: new Uint8Array(0),
    starred: new Uint8Array(ties.length),
    mutual: new Uint8Array(ties.length),
    centre: -1,
  };
}

describe('the quality of a layout', () => {
  it('counts two ties that cross, and not two that meet at a card', () => {
    const square = { x: [-300, 300, 300, -300], y: [-200, 200, -200, 200] };
    expect(layoutQuality(graph(4, [[0, 1], [2, 3]]), square.x, square.y).crossings).toBe(1);
    expect(layoutQuality(graph(4, [[0, 1], [1, 3]]), square.x, square.y).crossings).toBe(0);
  });

  it('counts ties between the same two elements one by one', () => {
    const square = { x: [-300, 300, 300, -300], y: [-200, 200, -200, 200] };
    expect(layoutQuality(graph(4, [[0, 1], [1, 0], [2, 3]]), square.x, square.y).crossings).toBe(2);
  });

  it('counts what is cut off under the cards of a tie’s own ends as no crossing', () => {
    // The steep tie meets the level one at x = −300, under the card in which the level one begins.
    const x = [-300, 300, -310, -290];
    const y = [0, 0, -300, 300];
    expect(layoutQuality(graph(4, [[0, 1], [2, 3]]), x, y).crossings).toBe(0);
  });

  it('counts a tie that passes behind a stranger’s card once', () => {
    const level = layoutQuality(graph(4, [[0, 3]]), [-300, -100, 100, 300], [0, 0, 10, 0]);
    expect(level.behind).toBe(1);
    expect(layoutQuality(graph(3, [[0, 2]]), [-300, 0, 300], [0, 21, 0]).behind).toBe(0);
  });

  it('names cards that share ground, and not cards that touch', () => {
    expect(layoutQuality(graph(3), [0, 99, 199], [0, 0, 0]).overlaps).toEqual([[0, 1]]);
  });

  it('counts the strangers in a territory by its hull, grown by 13', () => {
    const x = [-300, 300, 0, 0];
    const y = [0, 0, 0, 34];
    const inside = layoutQuality(graph(4, [], [0, 0, -1, -1]), x, y).territories;
    // The hull's lower edge is at 20: the middle of the fourth card, at 34, is 14 away.
    expect(inside).toEqual([{ own: 2, strangers: 1 }]);
    expect(layoutQuality(graph(4, [], [0, 0, -1, -1]), x, [0, 0, 0, 33]).territories[0]?.strangers).toBe(2);
  });
});

describe('taking overlaps away', () => {
  it.each([1, 2, 3, 4, 5])('leaves none among 300 cards thrown into one place, seed %i', (seed) => {
    const random = seededRandom(seed);
    const many = graph(300, [], [], [7]);
    const x = Float64Array.from({ length: 300 }, () => random() * 400 - 200);
    const y = Float64Array.from({ length: 300 }, () => random() * 200 - 100);
    const pinned = [Math.round(x[7] ?? 0), Math.round(y[7] ?? 0)];
    removeOverlaps(many, x, y);
    expect(layoutQuality(many, x, y).overlaps).toEqual([]);
    expect([x[7], y[7]]).toEqual(pinned);
  });

  it('moves nothing that does not overlap', () => {
    const x = Float64Array.of(0, 200, 400);
    const y = Float64Array.of(0, 0, 0);
    removeOverlaps(graph(3), x, y);
    expect([...x, ...y]).toEqual([0, 200, 400, 0, 0, 0]);
  });
});
