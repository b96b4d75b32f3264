/** On what was made and not looked at yet. */
export const NewMark = () => (
  <span className="new-mark" data-testid="new">
    New
  </span>
);
