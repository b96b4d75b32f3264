/** A share, 0–1, as it is said: "12 %". */
export const percent = (share: number): string => `${Math.round(100 * share)} %`;
