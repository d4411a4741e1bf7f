import { Dialog } from './dialog.tsx';
import { SettingsForm } from './settings-form.tsx';

/** The reader's settings, from the foot of every page. */
export function AppearanceDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog label="Appearance" onClose={onClose}>
      <SettingsForm />
    </Dialog>
  );
}
