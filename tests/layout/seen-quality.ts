import { boxOf } from '../../src/boxes/boxes.ts';
import type { MapContent } from '../../src/model/system-map.ts';
import { resolve } from '../../src/reading/resolve.ts';
import { sharedOf } from '../../src/model/system-map.ts';
import type { Point } from '../../src/model/records.ts';
import { buildScene } from '../../src/scene/build-scene.ts';

const SAMPLES = 24;

/** Crossings and ties behind a stranger's card as they are drawn, bows and ports and all. Ties of one element do not count as crossing. */
export function seenQuality(moment: MapContent): { crossings: number; behind: number } {
  const reading = resolve(moment, sharedOf(moment).id);
  const scene = buildScene(null, { moment, reading, selection: [], cardScale: 1, qualityTint: false });
  const lines = scene.ties.map(({ id, curve: [a, c, b] }) => {
    const tie = moment.relationships.get(id);
    const points: Point[] = [];
    for (let i = 0; i <= SAMPLES; i++) {
      const t = i / SAMPLES;
      const s = 1 - t;
      points.push([s * s * a[0] + 2 * s * t * c[0] + t * t * b[0], s * s * a[1] + 2 * s * t * c[1] + t * t * b[1]]);
    }
    return { from: tie?.from ?? '', to: tie?.to ?? '', points };
  });
  let crossings = 0;
  let behind = 0;
  lines.forEach((line, i) => {
    for (const other of lines.slice(0, i)) {
      if ([other.from, other.to].some((end) => end === line.from || end === line.to)) continue;
      crossings += crossingsOf(line.points, other.points);
    }
    const isBehind = [...moment.elements.values()].some((element) => {
      const at = moment.positions.get(element.id);
      if (!at || element.id === line.from || element.id === line.to) return false;
      const { width, height } = boxOf(element);
      return line.points.some(([x, y]) => Math.abs(x - at[0]) < width / 2 && Math.abs(y - at[1]) < height / 2);
    });
    if (isBehind) behind++;
  });
  return { crossings, behind };
}

function crossingsOf(a: readonly Point[], b: readonly Point[]): number {
  let found = 0;
  for (let i = 1; i < a.length; i++) for (let j = 1; j < b.length; j++) if (doCross(a[i - 1], a[i], b[j - 1], b[j])) found++;
  return found;
}

function doCross(p?: Point, q?: Point, r?: Point, s?: Point): boolean {
  if (!p || !q || !r || !s) return false;
  const turn = (a: Point, b: Point, c: Point) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  return turn(p, q, r) > 0 !== turn(p, q, s) > 0 && turn(r, s, p) > 0 !== turn(r, s, q) > 0;
}
