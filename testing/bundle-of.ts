import { pathToFileURL } from 'node:url';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Bundles by the absolute path of their source. */
    readonly programs: Readonly<Record<string, string>>;
  }
}

/** The bundle of a program that tests start; the source itself where none is made (see bundled-programs.ts). */
export const bundleOf = (source: string): string => inject('programs')[source] ?? source;

/** The same, as a program that is only a text in a test imports it. */
export const importOf = (source: string): string => JSON.stringify(pathToFileURL(bundleOf(source)).href);
