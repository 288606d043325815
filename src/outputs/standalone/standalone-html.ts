import { ELEMENT_KINDS } from '../../model/kinds.ts'
import { listed, type SystemMap } from '../../model/system-map.ts'
import { xmlText } from '../../painters/xml.ts'
import { pool, tiesOf } from '../../reading/pool.ts'
import { resolve } from '../../reading/resolve.ts'
import { THEMES, type ColourName } from '../../scene/palette.ts'
import { capitalised } from '../../words/compared-words.ts'
import { counted } from '../../words/counts.ts'
import { answerWords } from '../../words/ratings.ts'
import { elementAsText } from '../../words/read-as-text.ts'
import { readingName, viewName } from '../../words/reading-name.ts'
import { organisationName } from '../../words/spoken.ts'
import { tieSentence } from '../../words/tie-sentence.ts'
import { storyHtml, type StandaloneScene } from './story-html.ts'

/** One view of the map in a page that stands alone. */
export interface StandaloneReading {
  readonly perspective: string
  readonly svg: string
}

export interface StandaloneInput {
  /** As it leaves. */
  readonly map: SystemMap
  /** The first is on screen when the page opens. */
  readonly readings: readonly StandaloneReading[]
  /** Of its stories, in the order in which they are told. */
  readonly scenes?: readonly StandaloneScene[]
  readonly title: string
  readonly question: string
  /** In words. */
  readonly date: string
  readonly style: string
  readonly script: string
}

/**
 * The map as one page to look at, from the disk and without Sightlines: seen by one after another, searched, filtered and zoomed, with everything
 * that is on it as tables of text. Its own policy lets in one style sheet and one script, each by its hash, and no request.
 */
export async function standaloneHtml(input: StandaloneInput, hashed: (text: string) => Promise<string>): Promise<string> {
  const { map, readings, scenes = [], title, question, date } = input
  const tokens = (['ink', 'ink-2', 'rule', 'hairline', 'paper', 'focus'] satisfies ColourName[]).map((name) => `--${name}:${THEMES.light.colours[name]}`).join(';')
  const style = `:root{${tokens};--font:'Atkinson Hyperlegible Next',system-ui,'Segoe UI',Arial,sans-serif}${input.style}`
  const policy = `default-src 'none'; style-src 'sha256-${await hashed(style)}'; script-src 'sha256-${await hashed(input.script)}'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`
  const { elements, ties } = pool(map)
  return [
    '<!doctype html>', '<html lang="en-GB">', '<head>', '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${xmlText(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${xmlText(title)}</title>`, `<style>${style}</style>`, '</head>', '<body>', '<main>',
    `<h1>${xmlText(title)}</h1>`,
    question ? `<p class="page-question">${xmlText(question)}</p>` : '',
    `<p class="page-quiet">${xmlText(`${counted(elements.size, 'element')} and ${counted(ties.size, 'tie')}, ${date}.${map.meta.illustrative ? ' Illustrative.' : ''}`)}</p>`,
    tools(map, readings),
    storyHtml(map, scenes),
    '<div class="page-map" role="region" aria-label="Map" tabindex="0">',
    ...readings.map(({ perspective, svg }, i) => `<div data-reading="${xmlText(perspective)}"${i === 0 ? '' : ' hidden="hidden"'}>${numbered(svg, i)}</div>`),
    ...scenes.flatMap(({ svg }, i) => (svg === undefined ? [] : [`<div data-scene-drawing="${i}" hidden="hidden">${numbered(svg, readings.length + i)}</div>`])),
    '</div>',
    elementsTable(map),
    tiesTable(map, readings),
    '</main>', `<script>${input.script}</script>`, '</body>', '</html>', '',
  ].join('\n')
}

/** Each drawing names its own title: ids are the page's. */
const numbered = (svg: string, i: number): string => svg.replace('aria-labelledby="title desc"', `aria-labelledby="title-${i} desc-${i}"`).replace('<title id="title">', `<title id="title-${i}">`).replace('<desc id="desc">', `<desc id="desc-${i}">`)

/** Hidden until the script that they need has run. */
function tools(map: SystemMap, readings: readonly StandaloneReading[]): string {
  const options = (list: readonly (readonly [value: string, title: string])[]) => list.map(([value, title]) => `<option value="${xmlText(value)}">${xmlText(title)}</option>`).join('')
  const kinds = ELEMENT_KINDS.filter(({ value }) => [...map.elements.values()].some(({ kind }) => kind === value))
  return [
    '<div class="page-tools" hidden="hidden">',
    `<label for="seen-by">Seen by<select id="seen-by">${options(readings.map(({ perspective }) => [perspective, capitalised(viewName(map, perspective))]))}</select></label>`,
    '<label for="search">Search<input id="search" type="search" autocomplete="off"/></label>',
    `<label for="organisation">Organisation<select id="organisation">${options([['', 'All'], ...listed(map.organisations).map(({ id, name }) => [id, name] as const)])}</select></label>`,
    `<label for="kind">Kind<select id="kind">${options([['', 'All'], ...kinds.map(({ value, title }) => [value, title] as const)])}</select></label>`,
    '<button id="nearer" type="button" aria-label="Zoom in">+</button><button id="further" type="button" aria-label="Zoom out">−</button><button id="whole" type="button">Whole map</button>',
    '<span role="status"></span>',
    '</div>',
  ].join('')
}

function elementsTable(map: SystemMap): string {
  const kindOf = (kind: string) => ELEMENT_KINDS.find(({ value }) => value === kind)?.title ?? kind
  const rows = listed(map.elements).map((element) => {
    const [about = '', ...more] = elementAsText(map, map, element.id).paragraphs
    const words = [about, ...more.filter((paragraph) => /^(?:What matters|What they bring|Notes|For )/.test(paragraph))].join(' ')
    return `<tr data-id="${element.id}" data-kind="${element.kind}" data-organisation="${xmlText(element.organisation ?? '')}"><th scope="row">${xmlText(element.name)}</th><td>${xmlText(kindOf(element.kind))}</td><td>${xmlText(organisationName(map, element.organisation))}</td><td>${tiesOf(map, element.id).length}</td><td>${xmlText(words)}</td></tr>`
  })
  return tableHtml('Elements', ['Name', 'Kind', 'Organisation', 'Ties', 'What is said'].map((title) => `<th scope="col">${title}</th>`), rows)
}

/** What is said of each tie, by whoever is looked at. */
function tiesTable(map: SystemMap, readings: readonly StandaloneReading[]): string {
  const resolved = readings.map(({ perspective }) => ({ perspective, reading: resolve(map, perspective) }))
  const rows = [...pool(map).ties.values()].map((tie) => {
    const said = resolved.map(({ perspective, reading }) => `<td data-reading="${xmlText(perspective)}">${xmlText(answerWords(reading.of(tie.id), tie.kind))}</td>`).join('')
    return `<tr data-id="${tie.id}" data-from="${xmlText(tie.from)}" data-to="${xmlText(tie.to)}"><th scope="row">${xmlText(tieSentence(map, tie))}</th><td>${xmlText([tie.label, tie.description, ...[...tie.facts].map(([name, value]) => `${name}: ${value}`)].filter(Boolean).join('. '))}</td>${said}</tr>`
  })
  const heads = resolved.map(({ perspective }) => `<th scope="col" data-reading="${xmlText(perspective)}">${xmlText(readingName(map, { version: null, perspective }))}</th>`)
  return tableHtml('Ties', ['<th scope="col">Tie</th>', '<th scope="col">About it</th>', ...heads], rows)
}

function tableHtml(title: string, heads: readonly string[], rows: readonly string[]): string {
  return `<section><h2>${title}</h2><div class="page-table"><table><caption>${title} on the map</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`
}
