/**
 * Does at once, at most `most` together, what is asked within one turn of the thread. `work` answers in the order in which
 * it was asked; where it throws, all that were asked together do.
 */
export function inBatches<Asked, Answer>(
  most: number,
  work: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
): (asked: Asked) => Promise<Answer> {
  let waiting: { asked: Asked; resolve: (answer: Answer) => void; reject: (thrown: unknown) => void }[] = [];
  const start = (): void => {
    const all = waiting;
    waiting = [];
    for (let at = 0; at < all.length; at += most) {
      const batch = all.slice(at, at + most);
      work(batch.map(({ asked }) => asked)).then(
        (answers) => {
          for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer);
        },
        (thrown) => {
          for (const { reject } of batch) reject(thrown);
        },
      );
    }
  };
  return (asked) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(start);
      waiting.push({ asked, resolve, reject });
    });
}
