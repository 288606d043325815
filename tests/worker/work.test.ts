import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gathered } from '../../src/edits/gather/gathered.ts';
import { planGather } from '../../src/edits/gather/plan.ts';
import { settled } from '../../src/edits/settle.ts';
import { AS_IT_IS } from '../../src/formats/leaving/what-leaves.ts';
import { apply } from '../../src/model/apply.ts';
import { make, type Write } from '../../src/model/change.ts';
import { emptyMap } from '../../src/model/empty-map.ts';
import type { WorkerLike } from '../../src/worker/job-queue.ts';
import type { Reply, Request } from '../../src/worker/messages.ts';
import { serve } from '../../src/worker/serve.ts';
import { startWork } from '../../src/worker/work.ts';

/** A worker in this thread: messages are cloned and arrive later, as they do between threads; an ended one says no more. */
class NearWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  isEnded = false;

  postMessage(message: unknown): void {
    const request = structuredClone(message) as Request;
    setTimeout(() => {
      if (this.isEnded) return;
      let clock = 0;
      serve(request, (reply, transfer) => this.deliver(structuredClone(reply, { transfer: [...transfer] as ArrayBuffer[] })), () => (clock += 60));
    });
  }

  terminate(): void {
    this.isEnded = true;
  }

  private deliver(data: Reply): void {
    queueMicrotask(() => {
      if (!this.isEnded) this.onmessage?.(new MessageEvent('message', { data }));
    });
  }
}

function near() {
  const made: NearWorker[] = [];
  const work = startWork(() => {
    const worker = new NearWorker();
    made.push(worker);
    return worker;
  });
  return { work, made };
}

function smallMap(count: number) {
  const writes: Write[] = [];
  for (let i = 0; i < count; i++) writes.push(make('elements', `e${i}`, { name: `Element ${i}` }));
  for (let i = 1; i < count; i++) writes.push(make('relationships', `t${i}`, { from: `e${i - 1}`, to: `e${i}` }));
  return apply(emptyMap('map'), { writes });
}

describe('work off the page', () => {
  it('settles a map, tells how far it is, and comes to what settling here comes to', async () => {
    const { work } = near();
    const map = smallMap(12);
    const shares: number[] = [];
    const result = await work.settle(map, { progress: (share) => shares.push(share) });
    expect(result.positions.size).toBe(12);
    expect(shares.length).toBeGreaterThan(2);
    expect(shares.every((share, i) => share >= 0 && share <= 1 && share >= (shares[i - 1] ?? 0))).toBe(true);
    const { settle } = await import('../../src/layout/settle.ts');
    const { boxesOf } = await import('../../src/boxes/boxes.ts');
    expect(settle(map, boxesOf(map.elements.values()))).toEqual(result);
  });

  it('shows where things stand while it settles a map that is too large to search', async () => {
    const { work } = near();
    const map = smallMap(200);
    const seen: (readonly [number, number | undefined])[] = [];
    const result = await work.settle(map, { progress: (share, places) => seen.push([share, places?.size]) });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.every(([share, count]) => share >= 0 && share <= 1 && count === 200)).toBe(true);
    expect(result.measured).toMatchObject({ overlaps: [] });
    expect(result.measured?.stress).toBeGreaterThan(0);
  });

  it('does not trouble the worker with a map that is settled', async () => {
    const { work, made } = near();
    const map = smallMap(6);
    const next = apply(map, settled(map, await work.settle(map, {})));
    expect((await work.settle(next, {})).positions.size).toBe(0);
    expect(made).toHaveLength(1);
  });

  it('stops what runs when asked, and goes on with what waits in a new worker', async () => {
    const { work, made } = near();
    const stop = new AbortController();
    const first = work.settle(smallMap(10), { signal: stop.signal });
    const second = work.settle(smallMap(5), {});
    await new Promise((resolve) => queueMicrotask(() => resolve(null)));
    while (made.length === 0) await new Promise((resolve) => setTimeout(resolve));
    stop.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect((await second).positions.size).toBe(5);
    expect(made.map((worker) => worker.isEnded)).toEqual([true, false]);
  });

  it('takes out what waits when asked, and leaves what runs alone', async () => {
    const { work, made } = near();
    const stop = new AbortController();
    const first = work.settle(smallMap(5), {});
    const second = work.settle(smallMap(10), { signal: stop.signal });
    while (made.length === 0) await new Promise((resolve) => setTimeout(resolve));
    stop.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    expect((await first).positions.size).toBe(5);
    expect(made).toHaveLength(1);
  });

  it('refuses to begin what is stopped already', async () => {
    const { work, made } = near();
    await expect(work.settle(smallMap(3), { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(made).toHaveLength(0);
  });

  it('reads another tool’s file, tells how far it is, and stops when asked', async () => {
    const { work } = near();
    const file = readFileSync(new URL('../fixtures/gexf/WebAtlas_EuroSiS.gexf', import.meta.url));
    const shares: number[] = [];
    const found = await work.find(file, { progress: (share) => shares.push(share) });
    expect(found?.ok && [found.format, found.maps[0]?.elements.length, found.maps[0]?.ties.length]).toEqual(['GEXF', 1285, 7524]);
    expect(shares.length).toBeGreaterThan(2);
    expect(await work.find(new TextEncoder().encode('<gexf><graph>'))).toMatchObject({ ok: false, place: 'Line 1, column 14' });
    expect(await work.find(new TextEncoder().encode('a few words'))).toBeNull();
    const stop = new AbortController();
    const stopped = work.find(file, { signal: stop.signal });
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('says so when the worker breaks down, and makes another for the next piece', async () => {
    let opened = 0;
    const work = startWork(() => {
      if (opened++ === 0) throw new Error('No workers here');
      return new NearWorker();
    });
    await expect(work.settle(smallMap(3), {})).rejects.toThrow('No workers here');
    expect((await work.settle(smallMap(3), {})).positions.size).toBe(3);
  });

  it('reads a native file, and hands a refusal back as a value', async () => {
    const { work } = near();
    const sample = await work.readNative(readFileSync(new URL('../../src/templates/harbour-city.sightlines.json', import.meta.url)));
    expect(sample.ok && sample.whole.map.elements.size).toBe(46);
    const refused = await work.readNative(new TextEncoder().encode('{"format": "other"}'));
    expect(refused.ok).toBe(false);
  });

  it('writes a map in a format as it leaves, the same as here, and stops when asked', async () => {
    const { work, made } = near();
    const whole = { map: smallMap(5), contents: new Map() };
    const job = (format: string) => ({ format, whole, leaving: { ...AS_IT_IS, names: 'codes' as const }, options: { app: '1', savedAt: '2016-05-19T09:38:00Z', includePrivate: false, colours: new Map() } });
    const text = new TextDecoder().decode(await work.write(job('graphml')));
    expect(text).toContain('Element 5');
    expect(text).not.toContain('Element 0');
    expect(JSON.parse(new TextDecoder().decode(await work.write(job('native'))))).toMatchObject({ format: 'sightlines', elements: expect.arrayContaining([expect.objectContaining({ name: 'Element 1' })]) });
    await expect(work.write(job('prsm'))).rejects.toThrow('Nothing writes prsm');
    const stop = new AbortController();
    const stopped = work.write(job('xlsx'), { signal: stop.signal });
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(made.at(0)?.isEnded).toBe(true);
  });

  it('plans a gathering and makes its change, the same as here, and stops when asked', async () => {
    const { work, made } = near();
    const map = smallMap(3);
    const file = { name: 'Table 1.json', savedAt: '2016-05-19T09:38:00Z', map: { ...smallMap(5), meta: { ...map.meta, mapId: 'table' } } };
    const plan = await work.planGather({ map, files: [file], included: new Set() });
    expect(plan).toEqual(planGather(map, [file], new Set()));
    const change = await work.gather({ map, files: [file] }, plan, new Map());
    expect(change).toEqual(gathered(map, [file], plan, new Map()));
    expect(apply(map, change).elements.size).toBe(5);
    const stop = new AbortController();
    const stopped = work.planGather({ map, files: [file], included: new Set() }, { signal: stop.signal });
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(made.at(0)?.isEnded).toBe(true);
  });
});
