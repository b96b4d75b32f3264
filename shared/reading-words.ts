/** What is done while pictures are read, for the artist. */
export const readingWords = (read: number, all: number): string => `Reading pictures: ${read} of ${all}`;
