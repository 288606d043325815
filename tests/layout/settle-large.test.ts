import { forceCenter, forceLink, forceManyBody, forceSimulation, type SimulationNodeDatum } from 'd3-force';
import { describe, expect, it } from 'vitest';
import { settled } from '../../src/edits/settle.ts';
import { pivotDistances } from '../../src/layout/graph-distances.ts';
import { graphIds, graphOf, type LayoutGraph } from '../../src/layout/layout-graph.ts';
import { neighboursOf } from '../../src/layout/neighbours.ts';
import { pivotMds } from '../../src/layout/pivot-mds.ts';
import { seededRandom } from '../../src/layout/seeded-random.ts';
import { settleGraph } from '../../src/layout/settle-graph.ts';
import { settle } from '../../src/layout/settle.ts';
import { lessenStress } from '../../src/layout/sparse-stress.ts';
import { stressOf } from '../../src/layout/stress.ts';
import { apply } from '../../src/model/apply.ts';
import { make, place, set, type Write } from '../../src/model/change.ts';
import { emptyMap } from '../../src/model/empty-map.ts';
import { syntheticMap } from '../bench/synthetic-map.ts';
import { boxed, qualityOf } from './run-settle.ts';

/** A net of so many rows and columns, each element tied to the next one either way. */
function netOf(columns: number, rows: number) {
  const id = (column: number, row: number) => `e${String(row * columns + column).padStart(5, '0')}`;
  const writes: Write[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      writes.push(make('elements', id(column, row), { name: id(column, row) }));
      if (column > 0) writes.push(make('relationships', `a${row}-${column}`, { from: id(column - 1, row), to: id(column, row) }));
      if (row > 0) writes.push(make('relationships', `d${row}-${column}`, { from: id(column, row - 1), to: id(column, row) }));
    }
  }
  return apply(emptyMap('net'), { writes });
}

function startOf(graph: LayoutGraph, pivots: number) {
  const random = seededRandom(1);
  const distances = pivotDistances(neighboursOf(graph), pivots, random);
  const placement = pivotMds(distances, random);
  const scaled = stressOf(graph, placement.x, placement.y);
  for (const share of lessenStress(placement, graph.from, graph.to, distances, random)) expect(share).toBeLessThan(1);
  return { placement, scaled, lessened: stressOf(graph, placement.x, placement.y) };
}

describe('a start of little stress', () => {
  it('lays a chain out as a straight line, each step as long as the next', () => {
    const map = netOf(60, 1);
    const graph = graphOf(map, boxed(map));
    const { placement: { x, y }, lessened } = startOf(graph, 10);
    expect(lessened).toBeLessThan(0.001);
    for (let i = 1; i < 60; i++) expect(Math.hypot((x[i] ?? 0) - (x[i - 1] ?? 0), (y[i] ?? 0) - (y[i - 1] ?? 0))).toBeCloseTo(1, 1);
  });

  it('unfolds a net: the corners are its ends, and the second pass betters the first', () => {
    const map = netOf(30, 20);
    const graph = graphOf(map, boxed(map));
    const { placement: { x, y }, scaled, lessened } = startOf(graph, 50);
    expect(lessened).toBeLessThan(scaled);
    expect(lessened).toBeLessThan(0.04);
    const away = (i: number) => Math.hypot(x[i] ?? 0, y[i] ?? 0);
    for (const corner of [0, 29, 570, 599]) expect(away(corner)).toBeGreaterThan(away(315) + 8);
  });

  it('has no stress where three stand in a row, and two fifths where two of them stand in one place', () => {
    const map = netOf(3, 1);
    const graph = graphOf(map, boxed(map));
    expect(stressOf(graph, [0, 500, 1000], [0, 0, 0])).toBeCloseTo(0, 10);
    // By hand: distances by steps are 500, 250 and 0, so that 1 − (750² / 312,500) / 3.
    expect(stressOf(graph, [0, 500, 500], [0, 0, 0])).toBeCloseTo(0.4, 10);
  });
});

describe('settling 2,000 elements', () => {
  it('comes to less stress than 300 rounds of d3-force alone, and no two cards overlap', () => {
    const map = netOf(50, 40);
    const graph = graphOf(map, boxed(map));
    const steps = settleGraph(graph, 48, false);
    let step = steps.next();
    for (; !step.done; step = steps.next());
    const { x, y } = step.value;
    const bodies: SimulationNodeDatum[] = Array.from({ length: graph.count }, (_, index) => ({ index }));
    const links = Array.from(graph.from, (source, e) => ({ source, target: graph.to[e] ?? 0 }));
    const simulation = forceSimulation(bodies).force('ties', forceLink(links)).force('apart', forceManyBody()).force('middle', forceCenter()).stop();
    simulation.tick(300);
    const alone = stressOf(graph, bodies.map((body) => body.x ?? 0), bodies.map((body) => body.y ?? 0));
    expect(stressOf(graph, x, y)).toBeLessThan(0.9 * alone);
  }, 60_000);

  it('keeps pins where they are and organisations together, moves nothing when asked again, and shows its way', () => {
    const { map } = syntheticMap(1600);
    const pinned = [...map.elements.keys()].slice(0, 40);
    const start = apply({ ...map, positions: new Map() }, { writes: pinned.flatMap((id, i) => [set('elements', id, 'pinned', true), place(id, (i % 8) * 400 - 1400, Math.floor(i / 8) * 300 - 600)]) });
    const result = settle(start, boxed(start));
    const next = apply(start, settled(start, result));
    const { territories, overlaps } = qualityOf(next);
    expect(overlaps).toEqual([]);
    expect(result.overlaps).toEqual([]);
    expect(next.positions.size).toBe(1600);
    for (const id of pinned) expect(next.positions.get(id)).toEqual(start.positions.get(id));
    expect(settle(next, boxed(next)).positions.size).toBe(0);
    expect(territories.length).toBe(7);

    const graph = graphOf(start, boxed(start));
    const ids = graphIds(start);
    const shares: number[] = [];
    for (const { share, at } of settleGraph(graph, 48, false)) {
      shares.push(share);
      if (shares.length > 15) break;
      for (const id of pinned.slice(0, 2)) expect([at?.x[ids.indexOf(id)], at?.y[ids.indexOf(id)]]).toEqual(start.positions.get(id));
    }
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  }, 60_000);

  it('keeps every organisation on ground of its own: in none is more than one in ten a stranger', () => {
    const { map } = syntheticMap(2000);
    const start = { ...map, positions: new Map() };
    const { territories } = qualityOf(apply(start, settled(start, settle(start, boxed(start)))));
    for (const { own, strangers } of territories) expect(strangers).toBeLessThanOrEqual((own + strangers) / 10);
  }, 60_000);
});
