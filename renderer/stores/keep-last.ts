/** Room for the last value that was made: the same one for as long as it is asked for with the same parts. */
export function keepLast<T>(): (parts: readonly unknown[], make: (before: T | undefined) => T) => T {
  let last: { readonly parts: readonly unknown[]; readonly value: T } | null = null;
  return (parts, make) => {
    if (!last || last.parts.some((part, i) => part !== parts[i])) last = { parts, value: make(last?.value) };
    return last.value;
  };
}
