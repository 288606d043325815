import { describe, it } from 'vitest';
import { expectPromises } from './settle-promises.ts';

describe('settling generated maps', () => {
  it('holds its promises over the maps of seeds 101 to 150', () => expectPromises(101, 150), 240_000);
});
