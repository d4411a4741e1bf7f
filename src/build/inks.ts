/** The light inks of the design, for what is drawn outside the browser; `tests/build/pictures.test.ts` holds them to the tokens. */
export const INKS = {
  paper: '#f9fafc',
  ink: '#141a22',
  dim: '#414853',
  line: '#ced3d9',
  closedField: '#0e2f50',
  onClosed: '#f0f6fc',
  closedMark: '#0b3766',
  openField: '#f8ca99',
  onOpen: '#291a10',
  openMark: '#8a4613',
} as const;

/** The inks of the marks in the dark. */
export const DARK_INKS = { paper: '#0f1419', closedMark: '#8ebff6', openMark: '#f4c48d' } as const;
