import Markdown from 'react-markdown';

const SHOWN = ['p', 'strong', 'em', 'ul', 'ol', 'li', 'blockquote', 'br', 'hr'];

/** A rule in the reader’s words: markdown without raw HTML, pictures or links, so that nothing is fetched for it. */
export function RuleText({ text }: { readonly text: string }) {
  return (
    <Markdown skipHtml allowedElements={SHOWN} unwrapDisallowed>
      {text}
    </Markdown>
  );
}
