/** What is asked of each picture that is measured. */
import type { Asked } from '@shared/examination/index.js';

export const ASKED: readonly Asked[] = [
  { kind: 'entity', text: 'a girl' },
  { kind: 'attribute', text: 'a girl in a red coat' },
  { kind: 'entity', text: 'an old man' },
  { kind: 'entity', text: 'a fox' },
  { kind: 'attribute', text: 'an orange fox' },
  { kind: 'entity', text: 'a lantern' },
  { kind: 'relation', text: 'a girl holding a lantern' },
  { kind: 'relation', text: 'a girl on the left' },
  { kind: 'place', text: 'in a forest' },
  { kind: 'time', text: 'at night' },
  { kind: 'framing', text: 'a wide shot' },
  { kind: 'style', text: 'a gouache painting' },
];

export const CLAIMS = ASKED.map(({ text }) => text);
