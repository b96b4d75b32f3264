/** The window is served by the web host; otherwise the preload hands over a port. */
export const isWebHost = (): boolean => window.location.protocol === 'http:';
