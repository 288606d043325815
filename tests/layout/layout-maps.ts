import { readFileSync } from 'node:fs';
import { readNative } from '../../src/formats/native/read-native.ts';
import { apply } from '../../src/model/apply.ts';
import { make, type Write } from '../../src/model/change.ts';
import { emptyMap } from '../../src/model/empty-map.ts';
import type { Slot } from '../../src/model/kinds.ts';
import type { SystemMap } from '../../src/model/system-map.ts';

/** The sample map, where it is shipped to stand. */
export function sampleMap(): SystemMap {
  const path = new URL('../../src/templates/harbour-city.sightlines.json', import.meta.url);
  const read = readNative(readFileSync(path));
  if (!read.ok) throw new Error(`${read.place}: ${read.reason}`);
  return read.whole.map;
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
