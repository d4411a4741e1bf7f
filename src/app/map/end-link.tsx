import { href } from '../base.ts';
import { Mark } from '../parts/mark.tsx';
import type { MapDrawing } from './drawing.ts';

/** A verdict's headline behind its mark, as a link to its page. */
export function EndLink({ drawing, verdict }: { readonly drawing: MapDrawing; readonly verdict: string }) {
  const end = drawing.verdicts[verdict];
  if (!end) return null;
  return (
    <a className="endlink" href={href(`${drawing.flow}/${verdict}/`)}>
      <Mark kind={end.kind} />
      <span>{end.headline.replace(/\.$/, '')}</span>
    </a>
  );
}
