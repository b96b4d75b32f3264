/** The rows of all tables of a page, by their cells, headings too; the lines under these are left out. */
export const rowsIn = (page: string): string[][] =>
  page
    .split('\n')
    .filter((line) => /^\|(?!\s*-)/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
