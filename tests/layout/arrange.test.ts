import { describe, expect, it } from 'vitest';
import { arranged } from '../../src/layout/arranged.ts';
import type { ArrangementName, ArrangeOptions } from '../../src/layout/arrange-job.ts';
import { lineOf, type Arc } from '../../src/layout/feedback.ts';
import { ringOf } from '../../src/layout/ring-slots.ts';
import { seededRandom } from '../../src/layout/seeded-random.ts';
import { spread, spreadRound } from '../../src/layout/spread.ts';
import { apply } from '../../src/model/apply.ts';
import { make, place, type New, type Write } from '../../src/model/change.ts';
import { emptyMap } from '../../src/model/empty-map.ts';
import type { Slot } from '../../src/model/kinds.ts';
import type { Point } from '../../src/model/records.ts';
import type { SystemMap } from '../../src/model/system-map.ts';
import { sampleMap, wardsMap } from './layout-maps.ts';
import { boxed } from './run-settle.ts';
import { settled } from '../../src/edits/settle.ts';
import { qualityOf } from './run-settle.ts';

type Tie = readonly [from: string, to: string, isMutual?: boolean];

/** Elements by id with their fields, and ties between them. */
function mapOf(elements: Readonly<Record<string, New<'elements'>>>, ties: readonly Tie[], organisations: readonly (readonly [id: string, slot: Slot])[] = []): SystemMap {
  const writes: Write[] = [
    ...organisations.map(([id, slot], i) => make('organisations', id, { name: id, slot, order: i })),
    ...Object.entries(elements).map(([id, fields]) => make('elements', id, { name: id, ...fields })),
    ...ties.map(([from, to, mutual = false], i) => make('relationships', `t${i}`, { from, to, kind: 'refers', mutual })),
  ];
  return apply(emptyMap('known'), { writes });
}

const named = (ids: string): Record<string, New<'elements'>> => Object.fromEntries(ids.split(' ').map((id) => [id, {}]));

function laid(map: SystemMap, by: ArrangementName, options: ArrangeOptions = {}): { readonly map: SystemMap; at(id: string): Point } {
  const { positions } = arranged(map, boxed(map), by, options);
  const next = apply(map, settled(map, { positions, digest: null }));
  return { map: next, at: (id) => next.positions.get(id) ?? [NaN, NaN] };
}

describe('Rows by organisation', () => {
  const organisations = [['one', 1], ['two', 2], ['folk', 'people'], ['friends', 'partner']] as const;
  const map = mapOf(
    {
      a1: { organisation: 'one' }, a2: { organisation: 'one' }, b1: { organisation: 'two' }, b2: { organisation: 'two' },
      person: { organisation: 'folk', kind: 'people' }, carer: { organisation: 'folk' },
      p1: { organisation: 'friends' }, lone: {}, better: { organisation: 'one', kind: 'outcome' }, delays: { organisation: 'two', kind: 'factor' },
    },
    [['a1', 'b2'], ['a2', 'b1'], ['b1', 'p1']],
    organisations,
  );
  const { at, map: next } = laid(map, 'rows');

  it('go outcomes, numbered organisations with residents in their midst, partners, none, factors', () => {
    const rows = [['better'], ['a1', 'a2'], ['person', 'carer'], ['b1', 'b2'], ['p1'], ['lone'], ['delays']];
    const heights = rows.map((row) => new Set(row.map((id) => at(id)[1])));
    expect(heights.map((of) => of.size)).toEqual(rows.map(() => 1));
    const order = heights.map((of) => [...of][0] as number);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('stand so that ties do not cross, and the person is in the middle of their row', () => {
    expect(qualityOf(next).crossings).toBe(0);
    expect(Math.abs(at('person')[0])).toBeLessThan(Math.abs(at('carer')[0]));
  });

  it('wrap where an organisation is large, and are not mixed with the next', () => {
    const wards = laid(wardsMap(), 'rows').map;
    const rows = new Map<number, Set<string | null>>();
    for (const { id, organisation } of wards.elements.values()) {
      const y = wards.positions.get(id)?.[1] ?? NaN;
      rows.set(y, (rows.get(y) ?? new Set()).add(organisation));
    }
    const owners = [...rows].sort((a, b) => a[0] - b[0]).map(([, of]) => [...of].join());
    expect(owners.every((owner) => !owner.includes(','))).toBe(true);
    expect(owners.filter((owner, i) => owner !== owners[i - 1])).toEqual(['site1', 'site2', 'site3']);
    expect(owners.length).toBeGreaterThan(6);
  }, 20_000);
});

describe('Rings around the selection', () => {
  const map = mapOf(named('a b c d e alone'), [['a', 'b'], ['c', 'b'], ['c', 'd'], ['b', 'e']]);
  const reach = (of: ReturnType<typeof laid>, from: string) => (id: string) => ringOf(of.at(id)[0] - of.at(from)[0], of.at(id)[1] - of.at(from)[1]);

  it('stand one tie further out each, and last what no tie leads to', () => {
    const out = reach(laid(map, 'rings', { around: ['a'] }), 'a');
    expect(out('a')).toBe(0);
    const rings = [['b'], ['c', 'e'], ['d'], ['alone']].map((ids) => ids.map(out));
    for (const ring of rings) for (const radius of ring) expect(Math.abs(radius - (ring[0] as number))).toBeLessThan(2);
    const radii = rings.map((ring) => ring[0] as number);
    expect(radii).toEqual([...radii].sort((a, b) => a - b));
    expect(new Set(radii.map(Math.round)).size).toBe(4);
  });

  it('go round several together, none of them further out than their neighbours', () => {
    const { at } = laid(map, 'rings', { around: ['a', 'd'] });
    const out = (id: string) => ringOf(...at(id));
    expect(Math.max(out('a'), out('d'))).toBeLessThan(Math.min(out('b'), out('c')));
    expect(Math.max(out('b'), out('c'))).toBeLessThan(out('e'));
  });

  it('go round the element in the middle of the map where none is selected, and round a pinned one where it is', () => {
    const sample = sampleMap();
    expect(laid(sample, 'rings').at('re-per')).toEqual([0, 0]);
    const pinned = apply(map, { writes: [{ at: 'elements', id: 'a', field: 'pinned', to: true }, place('a', 900, 500)] });
    const out = reach(laid(pinned, 'rings', { around: ['a'] }), 'a');
    expect(laid(pinned, 'rings', { around: ['a'] }).at('a')).toEqual([900, 500]);
    expect(out('b')).toBeLessThan(out('c'));
  });
});

describe('Flow left to right', () => {
  const isRightward = (of: ReturnType<typeof laid>, [from, to]: Tie) => of.at(from)[0] < of.at(to)[0];

  it('has every tie of a map without cycles go right', () => {
    const ties: Tie[] = [['a', 'b'], ['a', 'c'], ['b', 'd'], ['c', 'd'], ['d', 'e'], ['a', 'e']];
    const flow = laid(mapOf(named('a b c d e'), ties), 'flow');
    expect(ties.filter((tie) => !isRightward(flow, tie))).toEqual([]);
    expect(qualityOf(flow.map).crossings).toBe(0);
  });

  it('turns one tie of a cycle back, and no more', () => {
    const ties: Tie[] = [['a', 'b'], ['b', 'c'], ['c', 'd'], ['d', 'a'], ['d', 'e']];
    const flow = laid(mapOf(named('a b c d e'), ties), 'flow');
    expect(ties.filter((tie) => !isRightward(flow, tie))).toHaveLength(1);
    expect(isRightward(flow, ['d', 'e'])).toBe(true);
  });

  it('takes no direction from a tie that goes both ways, as one or as two', () => {
    const mutual = laid(mapOf(named('a b c'), [['c', 'a', true], ['a', 'b'], ['b', 'c']]), 'flow');
    expect(mutual.at('a')[0]).toBeLessThan(mutual.at('b')[0]);
    expect(mutual.at('b')[0]).toBeLessThan(mutual.at('c')[0]);
    const pair = laid(mapOf(named('a b c'), [['a', 'b'], ['b', 'a'], ['a', 'c']]), 'flow');
    expect(pair.at('a')[0]).toBeLessThan(pair.at('c')[0]);
  });

  it('keeps parts with no tie between them apart, and what has none in a block below', () => {
    const flow = laid(mapOf(named('a b c d x y alone1 alone2'), [['a', 'b'], ['b', 'c'], ['c', 'd'], ['x', 'y']]), 'flow');
    const heights = (ids: string) => ids.split(' ').map((id) => flow.at(id)[1]);
    expect(Math.max(...heights('a b c d'))).toBeLessThan(Math.min(...heights('x y')));
    expect(flow.at('x')[0]).toBeLessThan(flow.at('y')[0]);
    expect(Math.max(...heights('a b c d'))).toBeLessThan(Math.min(...heights('alone1 alone2')));
    expect(flow.at('alone1')[1]).toBe(flow.at('alone2')[1]);
  });

  it('turns few ties of a real map back', () => {
    const sample = sampleMap();
    const flow = laid(sample, 'flow');
    const oneWay = [...sample.relationships.values()].filter((tie) => !tie.mutual);
    expect(oneWay.filter(({ from, to }) => !isRightward(flow, [from, to])).length).toBeLessThanOrEqual(oneWay.length / 8);
  });
});

describe('Tidy', () => {
  const placed = (places: Readonly<Record<string, Point>>, pinned: readonly string[] = []) =>
    apply(mapOf(Object.fromEntries(Object.keys(places).map((id) => [id, { pinned: pinned.includes(id) }])), []), { writes: Object.entries(places).map(([id, [x, y]]) => place(id, x, y)) });

  it('moves nothing where nothing overlaps, however near', () => {
    const map = placed({ a: [0, 0], b: [85, 0], c: [0, 31] });
    expect(arranged(map, boxed(map), 'tidy').positions.size).toBe(0);
  });

  it('moves two that overlap as little as takes them apart, and a third not at all', () => {
    const map = placed({ a: [0, 0], b: [80, 4], c: [400, 0] });
    const { positions } = arranged(map, boxed(map), 'tidy');
    const [[ax, ay], [bx, by]] = [positions.get('a') ?? [0, 0], positions.get('b') ?? [80, 4]];
    expect(positions.has('c')).toBe(false);
    // Cards of 84 × 30 that share 4 units side by side, and 6 between them.
    expect(Math.abs(ax) + Math.abs(bx - 80)).toBeLessThanOrEqual(11);
    expect([ay, by]).toEqual([0, 4]);
  });

  it('moves the one that is not pinned', () => {
    const map = placed({ a: [0, 0], b: [10, 10] }, ['a']);
    const { positions, overlaps } = arranged(map, boxed(map), 'tidy');
    expect([...positions.keys()]).toEqual(['b']);
    expect(overlaps).toEqual([]);
    const stuck = placed({ a: [0, 0], b: [10, 10] }, ['a', 'b']);
    expect(arranged(stuck, boxed(stuck), 'tidy')).toMatchObject({ positions: new Map(), overlaps: [['a', 'b']] });
  });

  it('takes a heap apart round where it lay', () => {
    const random = seededRandom(5);
    const map = placed(Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`e${i}`, [Math.round(random() * 60), Math.round(random() * 60)] as Point])));
    const { positions, overlaps } = arranged(map, boxed(map), 'tidy');
    expect(overlaps).toEqual([]);
    // 80 cards with 6 between them cover a disc of about 290 about their middle.
    expect(Math.max(...[...positions.values()].map(([x, y]) => Math.hypot(x - 30, y - 30)))).toBeLessThan(450);
  });
});

describe('Only some', () => {
  it('stay round where they were', () => {
    const sample = sampleMap();
    const only = new Set([...sample.elements.values()].filter(({ organisation }) => organisation === 'AC').map(({ id }) => id));
    const middle = (map: SystemMap): Point => {
      const places = [...only].map((id) => map.positions.get(id) ?? [NaN, NaN]);
      return [places.reduce((sum, [x]) => sum + x, 0) / only.size, places.reduce((sum, [, y]) => sum + y, 0) / only.size];
    };
    const [fromX, fromY] = middle(sample);
    for (const by of ['rows', 'rings', 'flow'] as const) {
      const [toX, toY] = middle(laid(sample, by, { only }).map);
      expect(Math.hypot(toX - fromX, toY - fromY), by).toBeLessThan(350);
    }
  });
});

describe('The parts of it', () => {
  it('spread a row as near to what is wanted as the gaps allow', () => {
    expect([...spread([0, 0, 10], () => 4)]).toEqual([-2, 2, 10]);
    expect([...spread([5, 1, 0], () => 2)]).toEqual([0, 2, 4]);
    expect([...spread([], () => 1)]).toEqual([]);
  });

  it('spread round a circle over the cut, each in a place of its own', () => {
    expect(spreadRound([0.2, 3.1, 7.4], 8)).toEqual([0, 3, 7]);
    for (let seed = 1; seed <= 50; seed++) {
      const random = seededRandom(seed);
      const slots = 1 + Math.floor(random() * 9);
      const wanted = Array.from({ length: 1 + Math.floor(random() * slots) }, () => random() * slots).sort((a, b) => a - b);
      const given = spreadRound(wanted, slots);
      expect(new Set(given).size, `seed ${seed}`).toBe(wanted.length);
      expect(given.every((slot) => slot >= 0 && slot < slots && Number.isInteger(slot)), `seed ${seed}`).toBe(true);
    }
  });

  it('turn no arc back where there is no cycle, and never more than half of them and a sixth of the elements fewer', () => {
    const back = (count: number, arcs: readonly Arc[]) => {
      const places = lineOf(count, arcs);
      expect([...places].sort((a, b) => a - b)).toEqual([...places.keys()]);
      return arcs.filter(({ from, to }) => (places[from] as number) > (places[to] as number)).length;
    };
    for (let seed = 1; seed <= 40; seed++) {
      const random = seededRandom(seed);
      const count = 6 + Math.floor(random() * 20);
      const pairs = new Map<string, Arc>();
      for (let i = 0; i < count * 3; i++) {
        const from = Math.floor(random() * count);
        const to = Math.floor(random() * count);
        if (from !== to && !pairs.has(`${to} ${from}`)) pairs.set(`${from} ${to}`, { from, to, weight: 1 });
      }
      const arcs = [...pairs.values()];
      expect(back(count, arcs.filter(({ from, to }) => from < to)), `seed ${seed}`).toBe(0);
      expect(back(count, arcs), `seed ${seed}`).toBeLessThanOrEqual(arcs.length / 2 - count / 6);
    }
  });
});
