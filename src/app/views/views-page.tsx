import type { ViewsWords } from '../../content/words.ts';
import type { FlowPageProps } from '../flow/page-props.ts';

export function ViewsPage({ words }: FlowPageProps & { readonly words: ViewsWords }) {
  return (
    <main id="main" className="wrap">
      <h1 tabIndex={-1}>{words.title}</h1>
    </main>
  );
}
