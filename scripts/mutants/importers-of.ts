/** These modules and all that import them, also through others. `modules`: by id, with the ids of what each imports. */
export function importersOf(
  modules: ReadonlyMap<string, { readonly imports: ReadonlySet<string> }>,
  ids: readonly (string | null)[],
): Set<string> {
  const importers = importersIn([...modules].map(([id, { imports }]) => [id, imports] as const));
  const found = new Set(ids.filter((id) => id !== null));
  // What is added while it is gone through is gone through too.
  for (const id of found) for (const one of importers.get(id) ?? []) found.add(one);
  return found;
}

/** What imports each module itself, by its id. */
export function importersIn(
  modules: Iterable<readonly [id: string, imports: Iterable<string>]>,
): Map<string, string[]> {
  const importers = new Map<string, string[]>();
  for (const [id, imports] of modules)
    for (const one of imports) {
      const known = importers.get(one);
      if (known) known.push(id);
      else importers.set(one, [id]);
    }
  return importers;
}
