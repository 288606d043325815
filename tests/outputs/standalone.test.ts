import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { SystemMap } from '../../src/model/system-map.ts'
import { standaloneHtml } from '../../src/outputs/standalone/standalone-html.ts'
import { scenesInOrder } from '../../src/outputs/standalone/story-html.ts'
import { listed } from '../../src/model/system-map.ts'
import { pool } from '../../src/reading/pool.ts'
import { naughtyMap } from '../support/naughty.ts'
import { everyElement, readXml, textOf } from '../support/well-formed.ts'
import { oddMap } from '../support/written-as.ts'

const read = (name: string) => readFileSync(new URL(`../../src/outputs/standalone/${name}`, import.meta.url), 'utf8')
const hashed = async (text: string) => createHash('sha256').update(text).digest('base64')
const svg = '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc"><title id="title">Map</title><desc id="desc">Ties</desc></svg>'

function written(map: SystemMap): Promise<string> {
  const readings = listed(map.perspectives).map(({ id }) => ({ perspective: id, svg }))
  const scenes = scenesInOrder(map).map((scene) => ({ scene, reading: 'Now', svg }))
  return standaloneHtml({ map, readings, scenes, title: map.meta.title, question: map.meta.question, date: '25 November 2026', style: read('standalone.css'), script: read('page-script.js') }, hashed)
}

test('A page holds every element and tie as text, is well formed whatever names hold, and lets in its own script and style alone', async () => {
  for (const map of [naughtyMap, ...Array.from({ length: 25 }, (_, seed) => oddMap(seed))]) {
    const html = await written(map)
    const main = readXml(/<main>[^]*<\/main>/.exec(html)?.[0] ?? '')
    const rows = [...everyElement(main)].filter(({ attributes }) => attributes.has('data-id'))
    expect(rows.filter(({ attributes }) => attributes.has('data-kind'))).toHaveLength(map.elements.size)
    expect(rows.filter(({ attributes }) => attributes.has('data-from'))).toHaveLength(pool(map).ties.size)
    const ids = [...everyElement(main)].flatMap(({ attributes }) => attributes.get('id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    expect(textOf(main)).toContain('Elements on the map')
    const told = [...everyElement(main)].filter(({ attributes }) => attributes.has('data-scene'))
    expect(told).toHaveLength(scenesInOrder(map).length)
  }
  const html = await written(naughtyMap)
  const [style, script] = ['style', 'script'].map((name) => new RegExp(`<${name}>([^]*?)</${name}>`).exec(html)?.[1] ?? '') as [string, string]
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html).toContain(`style-src &#39;sha256-${await hashed(style)}&#39;; script-src &#39;sha256-${await hashed(script)}&#39;`)
  const attributes = [...everyElement(readXml(/<main>[^]*<\/main>/.exec(html)?.[0] ?? ''))].flatMap((element) => [...element.attributes.keys()])
  expect(attributes.filter((name) => /^(?:on|style$|src$|href$|xlink)/i.test(name))).toEqual([])
})
