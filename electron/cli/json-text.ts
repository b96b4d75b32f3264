import { forTerminal } from '@shared/visible.js';

/** The same value, with what a terminal would obey in its strings written as JSON writes it. */
const escaped = (json: string): string =>
  json.replace(/[^\x20-\x7e\n]/gu, (character) =>
    forTerminal(character) === character ? character : codes(character),
  );

const codes = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

export const jsonText = (value: unknown): string => `${escaped(JSON.stringify(value, null, 2))}\n`;

export const jsonLine = (value: unknown): string => `${escaped(JSON.stringify(value))}\n`;
