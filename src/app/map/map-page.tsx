import type { FlowPageProps } from '../flow/page-props.ts';
import type { MapDrawing } from './drawing.ts';

export function MapPage({ drawing }: FlowPageProps & { readonly drawing: MapDrawing }) {
  return (
    <main id="main" className="wrap">
      <h1 tabIndex={-1}>{drawing.flow}</h1>
    </main>
  );
}
