/** Bytes of a page: what SQLite makes by itself. */
export const PAGE = 4096;

/** What the pages of a table's tree begin with. */
export const INNER = 5;
export const LEAF = 13;
/** Before the tree of the first page lies the header of the file. */
const HEADER = 100;

/**
 * The pages in which `review` keeps what its tables are, counted from 1: the first, and those that it leads to, in the
 * order of https://www.sqlite.org/fileformat2.html#b_tree_pages.
 */
export function schemaPages(review: Buffer): number[] {
  const pages = [1];
  for (const page of pages) {
    const at = (page - 1) * PAGE;
    const tree = page === 1 ? at + HEADER : at;
    if (review[tree] !== INNER) continue;
    const cells = review.readUInt16BE(tree + 3);
    for (let cell = 0; cell < cells; cell++)
      pages.push(review.readUInt32BE(at + review.readUInt16BE(tree + 12 + 2 * cell)));
    pages.push(review.readUInt32BE(tree + 8));
  }
  return pages;
}
