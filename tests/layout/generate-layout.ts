import { apply } from '../../src/model/apply.ts';
import { make, place, type Write } from '../../src/model/change.ts';
import { emptyMap } from '../../src/model/empty-map.ts';
import type { Random } from '../../src/model/ids.ts';
import type { ElementKind, Slot } from '../../src/model/kinds.ts';
import type { SystemMap } from '../../src/model/system-map.ts';

const KINDS: readonly ElementKind[] = ['team', 'team', 'team', 'role', 'organisation', 'people', 'group', 'asset', 'factor', 'outcome'];
const WORDS = ['Care', 'Integrated', 'Hospital', 'discharge', 'Residents’', 'panel', 'of', 'team', 'and', 'Wellbeing', 'commissioning', 'Llanfairpwllgwyngyll', 'A'];

/**
 * A map as people draw them, 5 to 40 elements: up to four organisations with a territory, partners, residents and people
 * without any; names of one word or of thirty. Pins stand apart, and one at most for each organisation: two cards of two
 * organisations pinned across each other cannot be told apart by any layout.
 */
export function layoutMap(random: Random): SystemMap {
  const below = (most: number) => Math.floor(random() * most);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const slots = ([1, 2, 3, 4] as Slot[]).slice(0, below(5)).concat(random() < 0.5 ? ['partner'] : [], random() < 0.5 ? ['people'] : []);
  const organisations = slots.map((slot, i) => ({ id: `o${i}`, slot }));
  const count = 5 + below(36);
  const isDense = random() < 0.3;
  const writes: Write[] = organisations.map(({ id, slot }, i) => make('organisations', id, { name: id, slot, order: i }));
  const pinned = new Set<string>();
  const scale = Math.max(0.45, Math.sqrt(count / 46));
  const spots = [-560, 0, 560].flatMap((x) => [-250, 0, 250].map((y) => [x * scale, y * scale] as const));
  const elements: string[] = [];
  for (let i = 0; i < count; i++) {
    const id = `e${String(i).padStart(2, '0')}`;
    const organisation = organisations.length && random() < 0.85 ? pick(organisations).id : null;
    const words = random() < 0.1 ? 12 + below(20) : 1 + below(4);
    const name = Array.from({ length: words }, () => pick(WORDS)).join(' ');
    const isPinned = random() < 0.12 && !pinned.has(organisation ?? '');
    if (isPinned) pinned.add(organisation ?? '');
    writes.push(make('elements', id, { name, kind: pick(KINDS), organisation, pinned: isPinned }));
    const spot = isPinned ? spots.splice(below(spots.length), 1)[0] : undefined;
    if (spot) writes.push(place(id, Math.round(spot[0]) + below(40) - 20, Math.round(spot[1]) + below(40) - 20));
    else if (random() < 0.5) writes.push(place(id, below(1400) - 700, below(700) - 350));
    elements.push(id);
  }
  const ties = below(count * (isDense ? 3 : 1.6));
  for (let i = 0; i < ties; i++) {
    writes.push(make('relationships', `t${i}`, { from: pick(elements), to: pick(elements), star: random() < 0.1 }));
  }
  return apply(emptyMap('generated'), { writes });
}
