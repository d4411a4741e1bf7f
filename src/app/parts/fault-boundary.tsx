import { Component, type ReactNode } from 'react';

/** Says so where a fault of ours keeps a page from being shown; the answers are in the history entry, and stay there. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main id="main" className="wrap plain">
        <h1 tabIndex={-1}>Something went wrong on our side.</h1>
        <p className="lede">Your answers are safe.</p>
        <div className="row">
          <button type="button" className="btn" onClick={() => location.reload()}>
            Reload the page
          </button>
        </div>
      </main>
    );
  }
}
