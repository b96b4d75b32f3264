import type { Words } from '../../drafts/index.js';

interface Props {
  readonly from: Words;
  readonly to: Words;
}

/** The first and the last shot that something holds for, by their numbers. */
export function StretchFields({ from, to }: Props) {
  return (
    <>
      <label>
        <span className="faint">From shot</span>
        <input
          className="field numbers"
          placeholder="first"
          value={from.text}
          maxLength={40}
          onChange={(event) => from.write(event.target.value)}
        />
      </label>
      <label>
        <span className="faint">To shot</span>
        <input
          className="field numbers"
          placeholder="last"
          value={to.text}
          maxLength={40}
          onChange={(event) => to.write(event.target.value)}
        />
      </label>
    </>
  );
}
