/** How Chromium is started: its own sandbox refuses the superuser, as whom containers run. */
export const CHROMIUM_ARGS: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
