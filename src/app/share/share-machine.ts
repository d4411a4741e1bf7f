import { assign, fromPromise, setup } from 'xstate';
import type { SharedLink } from './links.ts';
import type { QrCode } from './qr.ts';

/** What is sent: the address, and the words around it. */
export type Sent = Pick<SharedLink, 'address' | 'title' | 'message'>;

type ShareEvent = { readonly type: 'copy' } | { readonly type: 'share' } | { readonly type: 'code' };

const isDismissed = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/**
 * How one link leaves the page: by the clipboard, by the system's own sharing, or as a code on the screen. Where the
 * browser refuses, the link is shown in a field to be copied by hand.
 */
export const shareMachine = setup({
  // setup() is told its types by these alone (XState 5.33).
  types: {
    context: {} as { readonly link: Sent; readonly code: QrCode | null },
    events: {} as ShareEvent,
    input: {} as Sent,
  },
  actors: {
    copy: fromPromise<void, Sent>(async ({ input }) => navigator.clipboard.writeText(input.address)),
    share: fromPromise<void, Sent>(async ({ input: { address, title, message } }) =>
      navigator.share({ url: address, title, text: message }),
    ),
    draw: fromPromise<QrCode, Sent>(async ({ input }) => (await import('./qr.ts')).qrCode(input.address)),
  },
  guards: {
    wasDismissed: (_, { error }: { error: unknown }) => isDismissed(error),
  },
  delays: { aMoment: 2000 },
}).createMachine({
  id: 'share',
  context: ({ input }) => ({ link: input, code: null }),
  type: 'parallel',
  states: {
    link: {
      initial: 'choosing',
      on: { copy: '.copying', share: '.sharing' },
      states: {
        choosing: {},
        copying: {
          invoke: { src: 'copy', input: ({ context }) => context.link, onDone: 'copied', onError: 'refused' },
        },
        copied: { after: { aMoment: 'choosing' } },
        refused: {},
        sharing: {
          invoke: {
            src: 'share',
            input: ({ context }) => context.link,
            onDone: 'choosing',
            onError: [
              { guard: { type: 'wasDismissed', params: ({ event }) => ({ error: event.error }) }, target: 'choosing' },
              { target: 'refused' },
            ],
          },
        },
      },
    },
    code: {
      initial: 'hidden',
      states: {
        hidden: { on: { code: 'drawing' } },
        drawing: {
          invoke: {
            src: 'draw',
            input: ({ context }) => context.link,
            onDone: { target: 'shown', actions: assign({ code: ({ event }) => event.output }) },
            onError: 'failed',
          },
        },
        shown: { on: { code: 'hidden' } },
        failed: { on: { code: 'drawing' } },
      },
    },
  },
});
