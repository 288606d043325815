import { describe, it } from 'vitest';
import { expectPromises } from './settle-promises.ts';

describe('settling generated maps', () => {
  it('holds its promises over the maps of seeds 151 to 200', () => expectPromises(151, 200), 240_000);
});
