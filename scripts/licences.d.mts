/** One of a lock file's `packages`. */
interface Locked {
  readonly version?: string;
  /** An SPDX expression. */
  readonly license?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence?: string;
}

export function shippedPackages(
  packages: Readonly<Record<string, Locked>>,
  bundled: readonly string[],
): Shipped[];
export function refused(shipped: readonly Shipped[]): string[];
export function noticeOf(shipped: readonly Shipped[]): string;
