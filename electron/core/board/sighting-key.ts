import type { Take } from '@shared/records/index.js';

/** What an eye saw belongs to a picture's content; of which version it is stands in the row. */
export const sightingKey = ({ sha256 }: Pick<Take, 'sha256'>): string => `${sha256}:eye`;
