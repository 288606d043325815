import { describe, it } from 'vitest';
import { expectPromises } from './settle-promises.ts';

describe('settling generated maps', () => {
  it('holds its promises over the maps of seeds 51 to 100', () => expectPromises(51, 100), 240_000);
});
