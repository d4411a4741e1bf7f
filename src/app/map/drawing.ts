/** The drawing of a flow's map, laid out at build time. */
export interface MapDrawing {
  readonly flow: string;
}
