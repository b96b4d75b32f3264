import type { Exclusion, ParsedPrompt } from './parsed-prompt.js';
import type { Kind } from './scene.js';
import { isPerson, type SubjectName } from './vocabulary.js';

export interface Exclude {
  readonly field: Exclusion['field'];
  readonly value: string;
  readonly subject?: SubjectName | undefined;
}

/** What a negative prompt keeps out: whatever it names, said plainly or with "no". */
export class Exclusions {
  private readonly all: readonly Exclusion[];

  constructor(negative: ParsedPrompt) {
    const fields = ['place', 'time', 'weather', 'framing', 'style'] as const;
    this.all = [
      ...negative.excluded.map((said) => said.value),
      ...fields.flatMap((field) => {
        const said = negative[field];
        return said ? [{ field, value: said.value }] : [];
      }),
      ...(negative.people ? [{ field: 'people' as const, value: 'people' }] : []),
      // "blue coat" keeps out the colour, not the person who would wear it.
      ...negative.subjects.map(
        ({ name, colour }): Exclusion =>
          colour
            ? { field: 'colour', value: colour.value, subject: name.value }
            : { field: 'subject', value: name.value },
      ),
    ];
  }

  has({ field, value, subject }: Exclude): boolean {
    return this.all.some(
      (one) =>
        one.field === field &&
        one.value === value &&
        (one.subject === undefined ||
          subject === undefined ||
          one.subject === subject ||
          (one.subject === 'person' && isPerson(subject))),
    );
  }

  hasSubject(kind: Kind): boolean {
    const isAnyPerson =
      this.has({ field: 'people', value: 'people' }) || this.has({ field: 'subject', value: 'person' });
    return this.has({ field: 'subject', value: kind }) || (isPerson(kind) && isAnyPerson);
  }
}
