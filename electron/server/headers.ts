/** Sent with every answer. `host` is the request's own, already known to be this machine. */
export const securityHeaders = (host: string): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'self'",
    "img-src 'self' blob: data:",
    // Some browsers do not count a WebSocket to the same host as 'self'.
    `connect-src 'self' ws://${host}`,
    "style-src 'self' 'unsafe-inline'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
});
