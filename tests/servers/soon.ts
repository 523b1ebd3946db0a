import { expect } from 'vitest';

/** What comes true in the background, on a busy machine as well. */
export const soon = <T>(look: () => T) => expect.poll(look, { timeout: 15_000, interval: 10 });
