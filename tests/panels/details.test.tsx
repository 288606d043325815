import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { apply } from '../../src/model/apply.ts'
import { FIELDS, JUDGEMENT_FIELDS, META_FIELDS, type Field } from '../../src/model/fields.ts'
import type { RecordTable } from '../../src/model/records.ts'
import { judgementOf, namesOf, sharedOf, type SystemMap } from '../../src/model/system-map.ts'
import { DetailsPanel } from '../../src/panels/details/DetailsPanel.tsx'
import { session } from '../../src/session/session.ts'
import { sampleMap } from '../support/page-sample.ts'
import { openPage } from '../support/page-map.ts'
import '../support/clean-page.ts'

const WARD = 'ac-war'
const OUTCOME = [...sampleMap().map.elements.values()].find((element) => element.kind === 'outcome')?.id ?? ''
const TIE = 'r14'
const INFLUENCE = [...sampleMap().map.relationships.values()].find((tie) => tie.kind === 'influences')?.id ?? ''

function show(selection: readonly string[], map: SystemMap = sampleMap().map) {
  const page = openPage(map)
  session.setState({ selection })
  render(<DetailsPanel />)
  return { page, user: userEvent.setup() }
}

const shown = (table: RecordTable) => (FIELDS[table] as readonly Field[]).filter((field) => !field.hidden)

/** Every control that says a field's title: its own name, or the group that it is in. */
function hasControl(field: Field): boolean {
  const { title, type } = field
  if (type.is === 'flag') return screen.queryAllByRole('checkbox', { name: title }).length > 0
  if (type.is === 'facts') return screen.queryAllByRole('group', { name: title }).length > 0
  return screen.queryAllByLabelText(title).length > 0
}

describe('Every field of the list can be reached', () => {
  test('of the map, while nothing is chosen', () => {
    show([])
    for (const field of META_FIELDS as readonly Field[]) if (!field.hidden) expect(hasControl(field), field.name).toBe(true)
  })

  test('of an element, those of outcomes on outcomes', async () => {
    const { user } = show([OUTCOME])
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    for (const field of shown('elements')) expect(hasControl(field), field.name).toBe(true)
  })

  test('of a tie, the sign and the delay on influences', async () => {
    const { user } = show([INFLUENCE])
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    for (const field of shown('relationships')) expect(hasControl(field), field.name).toBe(true)
  })

  test('of a judgement about an outcome', () => {
    show([OUTCOME])
    for (const field of JUDGEMENT_FIELDS) {
      if (field.hidden || field.on === 'tie') continue
      if (field.name === 'presence') expect(screen.getByRole('group', { name: 'In the picture' })).toBeTruthy()
      else if (field.name === 'matters' || field.name === 'brings') expect(screen.getByRole('heading', { name: field.title })).toBeTruthy()
      else expect(hasControl(field), field.name).toBe(true)
    }
  })

  test('of a judgement about a tie', () => {
    show([TIE])
    for (const field of JUDGEMENT_FIELDS) {
      if (field.hidden || field.on === 'element' || field.on === 'outcome') continue
      if (field.name === 'presence') expect(screen.getByRole('group', { name: 'How strong is this tie?' })).toBeTruthy()
      else if (field.name === 'quality') expect(screen.getByRole('group', { name: 'How good is this tie?' })).toBeTruthy()
      else expect(hasControl(field), field.name).toBe(true)
    }
  })
})

describe('What is edited becomes one change', () => {
  test('a name at Enter, and never while it is typed', async () => {
    const { page, user } = show([WARD])
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    const field = screen.getByLabelText('Name')
    await user.clear(field)
    await user.type(field, 'Wards')
    expect(page.titles).toEqual([])
    await user.keyboard('{Enter}')
    expect(page.titles).toEqual(['Change name'])
    expect(page.now().elements.get(WARD)?.name).toBe('Wards')
  })

  test('a description when it is left; Escape gives it up', async () => {
    const { page, user } = show([WARD])
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    const field = screen.getByLabelText('Description')
    await user.type(field, 'Four wards{Escape}')
    await user.tab()
    expect(page.titles).toEqual([])
    await user.type(field, 'Six wards')
    await user.tab()
    expect(page.titles).toEqual(['Change description'])
  })

  test('an organisation, a kind and a pin', async () => {
    const { page, user } = show([WARD])
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    const other = [...page.now().organisations.values()].find((organisation) => organisation.id !== page.now().elements.get(WARD)?.organisation)
    await user.selectOptions(screen.getByLabelText('Organisation'), other?.id ?? '')
    await user.selectOptions(screen.getByLabelText('Kind'), 'group')
    await user.click(screen.getByRole('checkbox', { name: 'Pinned' }))
    expect(page.now().elements.get(WARD)).toMatchObject({ organisation: other?.id, kind: 'group', pinned: true })
  })

  test('tags and facts are added and taken away', async () => {
    const { page, user } = show([WARD])
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    await user.type(screen.getByLabelText('Tags'), 'winter{Enter}')
    expect(session.getState().said.words).toBe('winter added.')
    await user.type(screen.getByLabelText('Name of a new fact'), 'Beds')
    await user.type(screen.getByLabelText('Value of a new fact'), '24{Enter}')
    expect(document.activeElement).toBe(screen.getByLabelText('Name of a new fact'))
    expect(namesOf(page.now().elements.get(WARD)?.tags ?? new Map())).toContain('winter')
    expect(page.now().elements.get(WARD)?.facts.get('Beds')).toBe(24)
    await user.click(screen.getByRole('button', { name: 'Take off winter' }))
    expect(document.activeElement).toBe(screen.getByLabelText('Tags'))
    await user.clear(screen.getByLabelText('Beds'))
    await user.tab()
    expect(namesOf(page.now().elements.get(WARD)?.tags ?? new Map())).not.toContain('winter')
    expect(page.now().elements.get(WARD)?.facts.has('Beds')).toBe(false)
  })

  test('what is written down of it is read without asking for the fields; only a link leads anywhere', () => {
    const facts = [['Beds', 28], ['Site', 'https://example.org/ward'], ['Sly', 'javascript:alert(1)']] as const
    const map = apply(sampleMap().map, {
      writes: [
        ...['winter', 'night'].map((tag, i) => ({ at: 'elements' as const, id: WARD, field: `tag:${tag}`, to: i + 1 })),
        { at: 'elements', id: WARD, field: 'alias:Ward 7', to: 1 },
        ...facts.map(([name, to]) => ({ at: 'elements' as const, id: WARD, field: `fact:${name}`, to })),
      ],
    })
    show([WARD], map)
    expect(within(screen.getByRole('list', { name: 'Tags' })).getAllByRole('listitem').map((item) => item.textContent)).toEqual(['winter', 'night'])
    expect(screen.getByText('Also called Ward 7.')).toBeTruthy()
    expect(screen.getAllByRole('definition').map((value) => value.textContent)).toEqual(['28', 'https://example.org/ward', 'javascript:alert(1)'])
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['https://example.org/ward'])
  })

  test('what is being typed is kept when another thing is chosen', async () => {
    const { page, user } = show([WARD])
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    await user.type(screen.getByLabelText('Description'), 'On three floors')
    session.setState({ selection: [] })
    expect(await screen.findByRole('heading', { name: 'Harbour City: one system, one budget' })).toBeTruthy()
    expect(page.now().elements.get(WARD)?.description).toContain('On three floors')
  })
})

describe('The rate card', () => {
  test('shows the whole wording of both scales, and writes to the perspective on screen', async () => {
    const { page, user } = show([TIE])
    const card = screen.getByRole('region', { name: 'Rate this tie' })
    expect(within(card).getByText('We share decisions, people or money.', { exact: false })).toBeTruthy()
    expect(within(card).getByText('We act on each other’s word.', { exact: false })).toBeTruthy()
    await user.click(within(card).getByRole('button', { name: /Joined/ }))
    await user.click(within(card).getByRole('button', { name: /Strained/ }))
    expect(judgementOf(page.now(), sharedOf(page.now()).id, TIE)).toMatchObject({ presence: 4, quality: -1 })
    expect(within(card).getByRole('button', { name: /Joined/, pressed: true })).toBeTruthy()
    await user.click(within(card).getByRole('button', { name: 'Clear rating' }))
    expect(judgementOf(page.now(), sharedOf(page.now()).id, TIE)?.presence).toBeUndefined()
  })

  test('asks an influence how much it matters, and no quality', () => {
    show([INFLUENCE])
    expect(screen.getByRole('group', { name: 'How much does this matter?' })).toBeTruthy()
    expect(screen.queryByRole('group', { name: 'How good is this tie?' })).toBeNull()
  })
})

describe('Several', () => {
  test('take an organisation and a tag together, each in one step', async () => {
    const { page, user } = show([WARD, OUTCOME])
    const organisation = [...page.now().organisations.keys()][0] ?? ''
    await user.selectOptions(screen.getByLabelText('Organisation'), organisation)
    await user.type(screen.getByLabelText('Add a tag to all'), 'first{Enter}')
    for (const id of [WARD, OUTCOME]) {
      expect(page.now().elements.get(id)?.organisation).toBe(organisation)
      expect(page.now().elements.get(id)?.tags.has('first')).toBe(true)
    }
    expect(page.titles).toHaveLength(2)
  })
})

test('A version can be read and not altered', () => {
  const map = sampleMap().map
  const [version] = map.versions.values()
  openPage(apply(map, { writes: [] }))
  session.setState({ selection: [WARD], reading: { version: version?.id ?? null, perspective: sharedOf(map).id } })
  render(<DetailsPanel />)
  for (const box of screen.getAllByRole('textbox')) expect((box as HTMLInputElement).disabled).toBe(true)
})

describe('What is known beside', () => {
  test('the values of an outcome as a line, and in words', () => {
    show([OUTCOME])
    const [first = '', last = ''] = [...sampleMap().map.outcomeReadings.values()].filter(({ element }) => element === OUTCOME).sort((a, b) => (a.date < b.date ? -1 : 1)).map(({ value }) => String(value))
    expect(document.querySelector('.outcome-line figcaption')?.textContent).toMatch(new RegExp(`^${first} .* on .*, ${last} .* on .* is better\\.$`))
    expect(document.querySelectorAll('.outcome-dot').length).toBeGreaterThan(1)
  })

  test('a fact that is a link leads there; one that would run something does not', async () => {
    const { map } = sampleMap()
    const facts = [['Page', 'https://example.org/ward'], ['Mail', 'mailto:ward@example.org'], ['Bad', 'javascript:alert(1)'], ['Beds', 24]] as const
    const { user } = show([WARD], apply(map, { writes: facts.map(([name, to]) => ({ at: 'elements', id: WARD, field: `fact:${name}`, to })) }))
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    expect(screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([['Open Page', 'https://example.org/ward'], ['Open Mail', 'mailto:ward@example.org']])
  })
})
