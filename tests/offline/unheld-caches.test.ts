import { expect, test } from 'vitest'
import { unheldCaches } from '../../src/offline/unheld-caches.ts'

const caches = [
  { name: 'first', urls: ['/', '/assets/index-1.js'] },
  { name: 'second', urls: ['/', '/assets/index-2.js'] },
  { name: 'third', urls: ['/', '/assets/index-3.js'] },
]

test('Earlier builds that no page runs are named', () => {
  expect(unheldCaches(caches, 'third', ['/assets/index-3.js'], 1)).toEqual(['first', 'second'])
})

test('A build that a page runs is kept', () => {
  expect(unheldCaches(caches, 'third', ['/assets/index-1.js', '/assets/index-3.js'], 2)).toEqual(['second'])
})

test('A build that waits its turn is kept', () => {
  expect(unheldCaches(caches, 'second', ['/assets/index-2.js'], 1)).toEqual(['first'])
})

test('Nothing is named while a page has not said what it runs', () => {
  expect(unheldCaches(caches, 'third', ['/assets/index-3.js'], 2)).toEqual([])
})

test('With no page open every earlier build goes', () => {
  expect(unheldCaches(caches, 'third', [], 0)).toEqual(['first', 'second'])
})
