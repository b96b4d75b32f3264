const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Natural order of names: shot 2 before shot 10. Of names that differ in case or accents only, always the same. */
export const byName = (a: string, b: string): number =>
  collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
