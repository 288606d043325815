import { boxesOf } from '../../src/boxes/boxes.ts';
import { settled } from '../../src/edits/settle.ts';
import { graphOf } from '../../src/layout/layout-graph.ts';
import { layoutQuality, type LayoutQuality } from '../../src/layout/quality.ts';
import { settle } from '../../src/layout/settle.ts';
import type { SettleOptions, SettleResult } from '../../src/layout/settle-result.ts';
import { apply } from '../../src/model/apply.ts';
import type { SystemMap } from '../../src/model/system-map.ts';

export const boxed = (map: SystemMap) => boxesOf(map.elements.values());

/** A map before and after *Settle*, and what it says of itself. */
export function run(map: SystemMap, options: SettleOptions = {}): { map: SystemMap; result: SettleResult } {
  const result = settle(map, boxed(map), options);
  return { map: apply(map, settled(map, result)), result };
}

export function qualityOf(map: SystemMap): LayoutQuality {
  const graph = graphOf(map, boxed(map));
  return layoutQuality(graph, graph.startX, graph.startY);
}
