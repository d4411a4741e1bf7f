import { href } from '../base.ts';
import { Mark } from '../parts/mark.tsx';
import type { MapDrawing } from './drawing.ts';

/** A verdict's headline behind its mark, as a link to its page. */
export function EndLink({ drawing, verdict }: { readonly drawing: MapDrawing; readonly verdict: string }) {
  const end = drawing.verdicts[verdict];
  if (!end) return null;
  return (
    <span className="endlink">
      <Mark kind={end.kind} />
      <a href={href(`${drawing.flow}/${verdict}/`)}>{end.headline.replace(/\.$/, '')}</a>
    </span>
  );
}
