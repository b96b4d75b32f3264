/** The file that vitest is started with: while it runs, its thread takes orders (test-thread.ts). */
import { it } from 'vitest';

it('is over when no more orders come', () => undefined);
