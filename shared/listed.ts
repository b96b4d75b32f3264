/** "1, 2, 3 and 4 more": the first `most` of all, the others counted. */
export function listed(all: readonly string[], most: number): string {
  const more = all.length - most;
  return `${all.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
