import { describe, it } from 'vitest';
import { expectPromises } from './settle-promises.ts';

describe('settling generated maps', () => {
  it('holds its promises over the maps of seeds 1 to 30', () => expectPromises(1, 30), 240_000);
});
