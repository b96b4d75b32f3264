/** What a page may load. `host` is the request's own, already known to be this machine. */
export const contentPolicy = (host: string, styles = "style-src 'self'"): string =>
  [
    "default-src 'self'",
    "img-src 'self' blob: data:",
    // Some browsers do not count a WebSocket to the same host as 'self'.
    `connect-src 'self' ws://${host}`,
    styles,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Sent with every answer. */
export const securityHeaders = (host: string): Record<string, string> => ({
  'content-security-policy': contentPolicy(host),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
});
