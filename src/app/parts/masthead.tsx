import { href } from '../base.ts';

/** The entries of the navigation: address below the base path, and label. */
export type NavEntry = readonly [address: string, label: string];

/** The site's own navigation. */
export const SITE_NAV: readonly NavEntry[] = [
  ['', 'Dilemmas'],
  ['voices/', 'Voices'],
  ['journal/', 'Journal'],
  ['about/', 'About'],
];

/** The navigation inside a flow. */
export const flowNav = (flow: string): readonly NavEntry[] => [
  [`${flow}/`, 'Questions'],
  [`${flow}/views/`, 'Views'],
  [`${flow}/map/`, 'Map'],
  ['journal/', 'Journal'],
  ['about/', 'About'],
];

/** The head of every page: the name, and the navigation or, while questions are asked, the way out. */
export function Masthead({
  nav,
  current,
  leave = false,
}: {
  readonly nav: readonly NavEntry[];
  readonly current?: string;
  readonly leave?: boolean;
}) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="mast">
        <div className="wrap">
          <a className="brand" href={href('')}>
            <svg viewBox="0 0 32 14" aria-hidden="true">
              <rect className="sq" width="14" height="14" />
              <circle className="ro" cx="24.5" cy="7" r="6" />
            </svg>
            Counterpoint<span className="vh">: home</span>
          </a>
          {leave ? (
            <a className="leave" href={href('')}>
              Leave for now
            </a>
          ) : (
            <nav aria-label="Main">
              <ul role="list">
                {nav.map(([address, label]) => (
                  <li key={address}>
                    <a href={href(address)} {...(address === current ? { 'aria-current': 'page' as const } : {})}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </header>
    </>
  );
}
