import { href } from '../base.ts';
import { Part } from '../parts/part.tsx';
import type { ResultPage } from './page.ts';
import { NeutralHead } from './spread.tsx';
/** What “It depends” means, where no answers came along. */
export function DependsInGeneral({ page }: { readonly page: Omit<ResultPage, 'sources'> }) {
  const { flow, asking } = page;
  return (
    <main id="main" className="result">
      <NeutralHead
        page={{ ...page, sources: new Map() }}
        who={asking.title}
        headline="It depends."
        gist="This is where answers lead that leave something open. None came along with this address."
        facts={[]}
      />
      <div className="wrap">
        <Part id="how" label="How it works">
          <div className="prose">
            <p>
              Every question takes “I don’t know yet”. The guide then follows each answer that you might have given, and
              asks what any of them needs. Sometimes they all end in the same recommendation. Where they don’t, it says
              which answer leads where, what to find out first, and how one might.
            </p>
            <p>An unknown is never read as a yes or a no.</p>
          </div>
          <p className="row again">
            <a className="btn" href={href(`${flow.id}/`)}>
              Answer the questions
            </a>
            <a className="btn quiet" href={href(`${flow.id}/map/`)}>
              See the whole guide
            </a>
          </p>
        </Part>
      </div>
    </main>
  );
}
