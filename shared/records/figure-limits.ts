/** How much may be drawn. Apart from the forms of records, which the page that a client draws in has no room for. */

/** Points of one line, characters of one label, and figures over one picture. */
export const MOST_LINE_POINTS = 500;
export const LONGEST_LABEL = 200;
export const MOST_FIGURES = 200;

export const FIGURE_COLOURS = ['red', 'yellow', 'green', 'blue', 'white', 'black'] as const;
