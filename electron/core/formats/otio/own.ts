/** The name under which our metadata stands; at the timeline it is the mark by which our exports are known. */
export const OWN = 'continuist';
