import fc from 'fast-check';

/** Prompts that are mostly syntax, whole or broken. */
export const anyPrompt: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      ':',
      ',',
      ' ',
      '\n',
      '\\',
      '1.3',
      '0.5',
      'red coat',
      'a girl',
      'BREAK',
      'AND',
      '<lora:ink:0.8>',
      '|',
      '.',
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));
