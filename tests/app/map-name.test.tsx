import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { TopBar } from '../../src/app/TopBar.tsx'
import { fileNameOf } from '../../src/commands/map-file.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { StartPage } from '../../src/panels/start/StartPage.tsx'
import { openPage } from '../support/page-map.ts'
import '../support/clean-page.ts'

const QUESTION = 'What helps people home?'
const untitled = emptyMap('ward', { question: QUESTION })

test('a map without a title is untitled in the top bar, and called by its question in the list and as a file', () => {
  openPage(untitled)
  render(<TopBar />)
  expect(screen.getByRole('button', { name: 'Untitled map' })).toBeTruthy()
  openPage(null, [{ id: 'ward', title: '', question: QUESTION, elements: 3, ties: 1, changedAt: 1, filedAt: null, illustrative: false, picture: { elements: [], ties: [] } }])
  render(<StartPage />)
  expect(screen.getByRole('button', { name: `More for ${QUESTION}` })).toBeTruthy()
  expect(fileNameOf(untitled.meta, '2016-05-19', '.svg')).toBe('What helps people home 2016-05-19.svg')
  expect(fileNameOf({ title: 'Frailty', question: QUESTION }, '2016-05-19', '.svg')).toBe('Frailty 2016-05-19.svg')
  expect(fileNameOf({ title: '', question: '?' }, '2016-05-19', '.svg')).toBe('Map 2016-05-19.svg')
})
