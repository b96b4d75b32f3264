/** Any text as text of a page, also between double quotes of an attribute. */
export const escaped = (text: string): string =>
  text
    // What a page cannot hold, in any spelling, is seen as what it is: a sign that cannot be shown.
    .replace(/(?![\t\n\r])\p{Cc}|\p{Surrogate}/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
