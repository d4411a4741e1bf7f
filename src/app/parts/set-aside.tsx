import type { Aside, ReadLink } from '../../link/share.ts';

const WHY: Readonly<Record<Aside, string>> = {
  unreadable: 'cannot be read',
  'unknown-question': 'is no question of this guide today',
  'unknown-option': 'is no answer to that question today',
  repeated: 'answers the same question in two ways',
  'not-asked': 'is not asked on this way through the guide',
  'too-long': 'lies beyond what a link can hold, and was not read',
};

/** What was set aside of a link, named piece by piece. */
export function SetAsideList({ link }: { readonly link: ReadLink }) {
  return (
    <ul>
      {link.setAside.map(({ part, why }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two parts may be the same text; the list never changes.
        <li key={index}>
          <code>{part}</code> {WHY[why]}.
        </li>
      ))}
    </ul>
  );
}

/** A notice above a page that a link led to, where parts of the link were set aside; nothing otherwise. */
export function SetAsideNotice({ link }: { readonly link: ReadLink }) {
  if (link.setAside.length === 0) return null;
  return (
    <div className="notice" role="note">
      <p>Some of this link could not be used. The rest was.</p>
      <details>
        <summary>What was set aside</summary>
        <SetAsideList link={link} />
      </details>
    </div>
  );
}
