import { expect, it } from 'vitest';
import { pictureWords } from '../../src/words/layout-words.ts';

it('A picture is told by its crossings, hidden ties, overlaps and how distances fit, in words that anyone can say', () => {
  const picture = { crossings: 127, behind: 3, stress: 0.194, overlaps: [] };
  expect(pictureWords(picture)).toBe('127 crossings, 3 ties behind a card, no overlaps. Distances fit the ties: 81%.');
  expect(pictureWords({ ...picture, crossings: 1, behind: 1 })).toBe('1 crossing, 1 tie behind a card, no overlaps. Distances fit the ties: 81%.');
  expect(pictureWords({ ...picture, crossings: 0, behind: 0, overlaps: [['a', 'b']] })).toBe('No crossings. Distances fit the ties: 81%.');
  expect(pictureWords({ ...picture, crossings: 440_864, behind: 4192 })).toBe('About 441,000 crossings, 4,192 ties behind a card, no overlaps. Distances fit the ties: 81%.');
});
