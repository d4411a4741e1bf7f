import { Mark } from '../parts/mark.tsx';
import { headlineOf, markOf, type ResultPage } from './page.ts';

/** The verdicts that something may lead to, each with its mark, “or” between them. */
export function VerdictChoice({ page, verdicts }: { readonly page: ResultPage; readonly verdicts: readonly string[] }) {
  return verdicts.map((verdict, index) => (
    <span className="outcome" key={verdict}>
      <Mark kind={markOf(page.flow, verdict)} />
      <span>
        {headlineOf(page, verdict)}
        {index < verdicts.length - 1 && <span className="or"> or</span>}
      </span>
    </span>
  ));
}
