import { expect, test } from 'vitest'
import { pictureText } from '../../src/commands/pictures.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { live } from '../../src/session/live.ts'
import { START } from '../../src/session/session.ts'

const QUESTION = 'What helps people home?'

test.each(['', QUESTION, 'Frailty'])('a picture of a map titled “%s” shows the question once', async (title) => {
  const map = emptyMap('ward', { title, question: QUESTION })
  const svg = await pictureText({ map, moment: map, session: START, live: live.getState(), now: () => new Date('2016-05-19T10:00:00Z') }, { width: 1920, height: 1080 })
  const drawn = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text)
  expect(drawn.filter((text) => text?.includes(QUESTION))).toHaveLength(1)
})
