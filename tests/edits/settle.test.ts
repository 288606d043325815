import { describe, expect, it } from 'vitest';
import { settled } from '../../src/edits/settle.ts';
import { apply } from '../../src/model/apply.ts';
import { make, place, remove, set } from '../../src/model/change.ts';
import { emptyMap } from '../../src/model/empty-map.ts';

const map = apply(emptyMap('map'), {
  writes: [make('elements', 'a', { name: 'A' }), make('elements', 'b', { name: 'B' }), place('a', 5, 5)],
});
const result = { positions: new Map([['a', [10, 20]], ['b', [30, 40]]] as const), digest: 'left like this' };

describe('settling as a change', () => {
  it('puts everything in its place and notes what it left', () => {
    const next = apply(map, settled(map, result));
    expect([...next.positions]).toEqual([['a', [10, 20]], ['b', [30, 40]]]);
    expect(next.meta.settled).toBe('left like this');
  });

  it('leaves what was pinned or removed meanwhile', () => {
    const later = apply(map, { writes: [set('elements', 'a', 'pinned', true), remove('elements', 'b')] });
    expect([...apply(later, settled(later, result)).positions]).toEqual([['a', [5, 5]]]);
  });

  it('writes nothing where nothing is new', () => {
    const next = apply(map, settled(map, result));
    expect(settled(next, result).writes).toEqual([]);
  });
});
