import { href } from '../base.ts';
import { onDate } from '../numbers.ts';
import type { ResultPage } from './page.ts';

/** The last line of a printed result: which guide it is from, where that is found, and when. */
export function Printed({ page }: { readonly page: Pick<ResultPage, 'flow' | 'asking'> }) {
  const { flow, asking } = page;
  const address = typeof location === 'undefined' ? '' : `${location.origin}${href(`${flow.id}/`)}, `;
  return (
    <p className="print-only wrap printed">
      {asking.title} Counterpoint, {address}
      {onDate(new Date())}.
    </p>
  );
}
