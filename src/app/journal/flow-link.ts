import type { Side } from '../../domain/flow.ts';

/** A dilemma of today’s guide, and the address of its module. */
export interface FlowLink {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  /** What each side would have the reader do. */
  readonly ends: Readonly<Record<Side, string>>;
  readonly module: string;
}
