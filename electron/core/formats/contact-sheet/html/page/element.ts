/** Makes elements of the page. */

type Listeners = { readonly [N in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[N]) => void };

export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  fields: Partial<HTMLElementTagNameMap[T]> = {},
  listeners: Listeners = {},
  children: readonly Node[] = [],
): HTMLElementTagNameMap[T] {
  const made = Object.assign(document.createElement(tag), fields);
  for (const [name, listener] of Object.entries(listeners))
    made.addEventListener(name, listener as EventListener);
  made.append(...children);
  return made;
}

/** What the page itself says is there. */
export function part<T extends Element = HTMLElement>(within: ParentNode, name: string): T {
  const found = within.querySelector<T>(name);
  if (!found) throw new Error(`The page has no ${name}.`);
  return found;
}
