const HUB = 'https://huggingface.co';

/** Of the hub, or of the mirror used instead; '' = the hub. Without a slash at its end. */
export const hubAddress = (mirror = ''): string => (mirror || HUB).replace(/\/+$/, '');
