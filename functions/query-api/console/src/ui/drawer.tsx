// A panel over the side of the page. The browser's own dialog keeps the focus inside and closes on Escape.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../i18n';

export function Drawer({ title, close, children }: { title: string; close: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current!.showModal();
    return () => { if (before instanceof HTMLElement && before.isConnected) before.focus(); };
  }, []);
  return (
    <dialog class="drawer" ref={dialog} aria-labelledby={id} onClose={close}
      onClick={event => { if (event.target === dialog.current) dialog.current!.close(); }}>
      <div class="drawer-inside">
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" class="quiet" onClick={() => dialog.current!.close()}>{t('close')}</button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
