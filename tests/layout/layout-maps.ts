import { readFileSync } from 'node:fs';
import { apply } from '../../src/model/apply.ts';
import { make, place, type Write } from '../../src/model/change.ts';
import { emptyMap } from '../../src/model/empty-map.ts';
import type { ElementKind, Slot, TieKind } from '../../src/model/kinds.ts';
import type { SystemMap } from '../../src/model/system-map.ts';

interface SampleFile {
  readonly map: { readonly centre: string };
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly slot: Slot }[];
  readonly elements: readonly {
    readonly id: string;
    readonly name: string;
    readonly organisation: string;
    readonly kind: ElementKind;
    readonly position: readonly [number, number];
  }[];
  readonly relationships: readonly { readonly id: string; readonly from: string; readonly to: string; readonly kind: TieKind; readonly star: boolean }[];
}

/** The sample map, or what of it matters to a layout, where it was shipped to stand. */
export function sampleMap(path: string): SystemMap {
  const file = JSON.parse(readFileSync(path, 'utf8')) as SampleFile;
  const writes: Write[] = [
    ...file.organisations.map(({ id, name, slot }) => make('organisations', id, { name, slot })),
    ...file.elements.map(({ id, name, organisation, kind }) => make('elements', id, { name, organisation, kind })),
    ...file.elements.map(({ id, position: [x, y] }) => place(id, x, y)),
    ...file.relationships.map(({ id, from, to, kind, star }) => make('relationships', id, { from, to, kind, star })),
  ];
  return apply(emptyMap('sample', { centre: file.map.centre }), { writes });
}

/** 413 transfers between 75 wards on three sites, each row a tie: the sites are the organisations. Nothing is placed. */
export function wardsMap(): SystemMap {
  const path = new URL('../fixtures/csv/hospital-transfers-2015-week-25.csv', import.meta.url);
  const rows = readFileSync(path, 'utf8').trim().split('\n').slice(1).map((line) => line.slice(1, -1).split('","'));
  const sites = new Map<string, string>();
  const wards = new Map<string, string>();
  const writes: Write[] = [];
  const ward = (name: string, site: string): string => {
    let organisation = sites.get(site);
    if (organisation === undefined) {
      organisation = `site${sites.size + 1}`;
      sites.set(site, organisation);
      writes.push(make('organisations', organisation, { name: site, slot: sites.size as Slot, order: sites.size }));
    }
    const key = `${site}/${name}`;
    let id = wards.get(key);
    if (id === undefined) {
      id = `ward${wards.size + 1}`;
      wards.set(key, id);
      writes.push(make('elements', id, { name, organisation }));
    }
    return id;
  };
  rows.forEach(([from = '', fromSite = '', to = '', toSite = '', transfers = ''], i) => {
    const fields = { from: ward(from, fromSite), to: ward(to, toSite), kind: 'refers' as const };
    writes.push(make('relationships', `row${i + 1}`, { ...fields, facts: [['transfers', Number(transfers)]] }));
  });
  return apply(emptyMap('wards'), { writes });
}
