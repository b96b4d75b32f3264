/** A number like that of the shot before it which none of `taken` has: "3A" behind "3", "3B" behind that. */
export function freeShotNumber(number: string, taken: ReadonlySet<string>): string {
  const [, stem = number, last = ''] = /^(.*\d)([A-Z])$/.exec(number) ?? [];
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = function* () {
    if (last !== '') for (const letter of letters) if (letter > last) yield stem + letter;
    if (number !== '') for (const letter of letters) yield number + letter;
    for (let n = 2; ; n++) yield number === '' ? String(n - 1) : `${number}-${n}`;
  };
  for (const name of names()) if (!taken.has(name)) return name;
  return '';
}
