const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Natural order of names: shot 2 before shot 10. */
export const byName = (a: string, b: string): number => collator.compare(a, b);
