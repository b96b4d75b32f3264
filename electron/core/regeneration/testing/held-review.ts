import type { Records } from '@shared/records/index.js';

/** A review as the program sees it: records that it may change, and what it said that it did. */
export function heldReview(start: Records) {
  let records = start;
  const told: string[] = [];
  return {
    told,
    get records() {
      return records;
    },
    system(label: string, change: (before: Records) => Records) {
      told.push(label);
      records = change(records);
    },
  };
}
