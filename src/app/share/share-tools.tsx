import { useMachine } from '@xstate/react';
import { type RefObject, useEffect, useRef } from 'react';
import { watched } from '../inspect/watching.ts';
import { mailAddress } from './links.ts';
import type { QrCode } from './qr.ts';
import { type Sent, shareMachine } from './share-machine.ts';
import './share.css';

/** The ways in which a link leaves the page. Rendered anew (by its `key`) for every other link. */
export function ShareTools({ link, label = 'Copy the link' }: { readonly link: Sent; readonly label?: string }) {
  const [state, send] = useMachine(shareMachine, { input: link, ...watched() });
  const isCopied = state.matches({ link: 'copied' });
  const isShown = state.matches({ code: 'shown' });
  return (
    <div className="share-tools">
      <div className="row">
        <button type="button" className="btn small" onClick={() => send({ type: 'copy' })}>
          {isCopied ? 'Copied' : label}
        </button>
        {typeof navigator.share === 'function' && (
          <button type="button" className="btn quiet small" onClick={() => send({ type: 'share' })}>
            Share with an app
          </button>
        )}
        <a className="btn quiet small" href={mailAddress(link)}>
          Write an email
        </a>
        <button
          type="button"
          className="btn quiet small"
          aria-expanded={isShown}
          onClick={() => send({ type: 'code' })}
        >
          {isShown ? 'Hide the QR code' : 'Show a QR code'}
        </button>
      </div>
      <p role="status" className="vh">
        {isCopied ? 'The link is copied.' : ''}
      </p>
      {state.matches({ link: 'refused' }) && <LinkField address={link.address} />}
      {isShown && state.context.code && <Code code={state.context.code} />}
      {state.matches({ code: 'failed' }) && <p role="status">The code could not be drawn. The link itself works.</p>}
    </div>
  );
}

/** The link in a field, selected, for readers whose browser does not let a page copy. */
function LinkField({ address }: { readonly address: string }) {
  const field: RefObject<HTMLInputElement | null> = useRef(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <label className="share-field">
      <span>This browser does not let the page copy. Here is the link, selected; copy it from this field.</span>
      <input ref={field} type="text" readOnly value={address} />
    </label>
  );
}

/** About how wide a code is shown, in pixels. */
const WIDTH = 280;

function Code({ code: { size, path } }: { readonly code: QrCode }) {
  // Modules of whole pixels are all equally wide.
  const width = size * Math.max(3, Math.floor(WIDTH / size));
  return (
    <figure className="share-code">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        width={width}
        height={width}
        role="img"
        aria-label="The link as a QR code"
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} />
        <path d={path} />
      </svg>
      <figcaption className="ui-note">Point a phone’s camera at it. It was drawn here, and sent nowhere.</figcaption>
    </figure>
  );
}
