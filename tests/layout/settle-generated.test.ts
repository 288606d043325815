import { describe, it } from 'vitest';
import { expectPromises } from './settle-promises.ts';

describe('settling generated maps', () => {
  it('holds its promises over the maps of seeds 1 to 50', () => expectPromises(1, 50), 240_000);
});
