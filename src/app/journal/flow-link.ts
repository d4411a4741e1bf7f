/** A dilemma of today’s guide, and the address of its module. */
export interface FlowLink {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly module: string;
}
